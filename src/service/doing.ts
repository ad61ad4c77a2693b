import type { ActAnswer } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import { type Calendar, calendarOf } from '#domain/calendar/calendar.ts';
import { PUBLISHED_NOTICES } from '#domain/calendar/holiday-notice.ts';
import { term } from '#domain/calendar/term.ts';
import type { Day, Span } from '#domain/kernel/day.ts';
import type { Json } from '#domain/ledger/canonical.ts';
import type { Role } from '#domain/permission/role.ts';
import { type Action as Permitted, permissionOf } from '#domain/permission/table.ts';
import { ASKS_PASSWORD, everyAction } from '#domain/process/every-action.ts';
import type { Window } from '#domain/process/guards.ts';
import { type Guard, isRefused, NONE, proceed, type Refused, refusedBy, type Step } from '#domain/process/step.ts';
import { type Terms, termsOf } from '#domain/process/terms.ts';
import { addAct, type NewDocument, sealDocument } from '#store/act.ts';
import type { Bodies, Noun, Served } from '#store/bodies.ts';
import type { Rows } from '#store/database.ts';
import { type Write, writeTogether } from '#store/dialect.ts';
import { lockHead } from '#store/head.ts';
import { changedMatter, listMatters, type Matter, newMatter, readMatter, type Sought } from '#store/matter.ts';
import { actionOf, listSteps, stepWrite } from '#store/step.ts';
import type { BranchTable } from '#store/tables.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import { newId, timelessId } from './new-id.ts';
import { allowed, type Rights, rightsOf } from './rights.ts';

/** The working days 工作日 as published. */
export const CALENDAR = calendarOf(PUBLISHED_NOTICES);

/** What was asked of an act besides its content: the revision seen, and the second person who confirms. */
export type Asked = { readonly revision?: number | undefined; readonly second?: string | undefined };

/** Whose matter it is and which part the caller has in it, for the permission table. */
export type Concerning = {
  readonly own?: readonly string[];
  readonly parts?: readonly Role[];
  /** The branch as whose member the caller acts, where the act lies with the superior above it: an appeal. */
  readonly from?: BranchTable;
};

/** What of a matter is new; its revision, instants and noun come by themselves. */
export type Made<N extends Noun> = Partial<Pick<Matter<N>, 'id' | 'subject' | 'period' | 'parent'>> & {
  readonly state: string;
  readonly body: Bodies[N];
};

/** What is changed and has a revision: a matter, or something that is none, such as an account. */
export type Revised = { readonly noun: string; readonly id: string; readonly state: string; readonly revision: number };

/** The nouns that an act which is not chained changes between two that are: a preview is renewed after an amendment. */
const RENEWED: ReadonlySet<Noun> = new Set<Noun>(['settlement']);

/** An act under way 办理中 on the locked branch: finds matters, asks for the right, takes the step, writes what became of it. */
export class Doing {
  readonly context: Context;
  readonly rows: Rows;
  readonly branch: BranchTable;
  readonly caller: Caller;
  readonly action: Permitted;
  readonly asked: Asked;
  /** The day of the act, the same for all that it writes. */
  readonly today: Day;
  readonly #instant: string;
  /** Set where the person who acts must not stand in what is written (product §3.3). */
  shielded: string | undefined;
  #rights: Rights | undefined;
  #terms: Terms | undefined;
  #allowed = false;
  #wrote = false;

  constructor(
    context: Context,
    rows: Rows,
    at: {
      readonly branch: BranchTable;
      readonly caller: Caller;
      readonly action: Permitted;
      readonly asked: Asked;
      readonly now?: string;
      /** The caller's rights, where they have been read since the branch was locked. */
      readonly rights?: Rights | undefined;
    },
  ) {
    this.context = context;
    this.rows = rows;
    this.branch = at.branch;
    this.caller = at.caller;
    this.action = at.action;
    this.asked = at.asked;
    this.today = context.clock.today();
    this.#instant = at.now ?? context.clock.now();
    this.#rights = at.rights;
  }

  /** The instant of the act; of a reporter's no finer than the day, or it would stand beside the reporter's session. */
  get now(): string {
    return this.shielded === undefined ? this.#instant : `${this.today}T00:00:00.000Z`;
  }

  /** The id of the branch. */
  get at(): string {
    return this.branch.branch_id;
  }

  /** The person who acts. */
  get by(): string {
    return this.caller.person;
  }

  /** The two persons of an act that needs two. */
  get two(): { readonly by: string; readonly second?: string } {
    return { by: this.by, ...(this.asked.second !== undefined && { second: this.asked.second }) };
  }

  /** The act that another person asked for, now that the caller confirms it as the second. */
  inNameOf(of: { readonly person: string; readonly action: Permitted; readonly revision: number | undefined }): Doing {
    const caller: Caller = { person: of.person, kind: 'person', password: this.caller.password === true };
    const asked = { revision: of.revision, second: this.by };
    const { branch } = this;
    const now = this.#instant;
    return new Doing(this.context, this.rows, { branch, caller, action: of.action, asked, now });
  }

  /** Finds a matter, or refuses: whoever has no right learns only that. @throws right.missing, thing.unknown */
  async find<N extends Noun>(noun: N, id: string): Promise<Matter<N>> {
    const found = this.#asRead(noun, id) ?? (await readMatter(this.rows, this.at, noun, id));
    if (found) return found;
    this.refuse({ refused: (await this.mayAnywhere()) ? 'thing.unknown' : 'right.missing' });
  }

  /** A matter as it was read with the rights, while the act has written nothing. */
  #asRead<N extends Noun>(noun: N, id: string): Matter<N> | undefined {
    const matter = this.#wrote ? undefined : this.#rights?.matter;
    return matter?.noun === noun && matter.id === id ? (matter as Matter<N>) : undefined;
  }

  /** How a month stands, if it was read with the rights, while the act has written nothing. */
  monthAsRead(month: string): string | undefined {
    const read = this.#wrote ? undefined : this.#rights?.month;
    return read?.[0] === month ? read[1] : undefined;
  }

  /** Matters of the branch. */
  async list<N extends Noun>(noun: N, sought?: Sought): Promise<readonly Matter<N>[]> {
    return await listMatters(this.rows, this.at, noun, sought);
  }

  /** Whether the caller could do the action to something of its own in this branch. */
  async mayAnywhere(): Promise<boolean> {
    return await this.may({ own: [this.by] });
  }

  /** Whether the caller may do the action here. */
  async may({ own = [], parts = [], from }: Concerning): Promise<boolean> {
    if (from) return await this.#mayFrom(from, own);
    const { grants, above } = await this.rights();
    const target = { branch: this.at, above, own };
    return allowed(grants, this.caller, this.action, target, this.today, parts);
  }

  /** The rights of the caller here, read once after the branch was locked. */
  async rights(): Promise<Rights> {
    this.#rights ??= await rightsOf(this.rows, this.at, this.caller, this.today);
    return this.#rights;
  }

  /** Whether a member of a branch below may do the action here: by its standing there, and only to what is its own. */
  async #mayFrom(branch: BranchTable, own: readonly string[]): Promise<boolean> {
    const { grants, above } = await rightsOf(this.rows, branch.branch_id, this.caller, this.today);
    if (!above.includes(this.at)) return false;
    const target = { branch: branch.branch_id, above, own };
    return own.includes(this.by) && allowed(grants, this.caller, this.action, target, this.today);
  }

  /** The same act as it reads a branch below: nothing is locked, so nothing there tells of it. */
  beside(branch: BranchTable): Doing {
    const { context, rows, caller, action } = this;
    const now = this.#instant;
    const { second } = this.asked; // the revision seen is that of the superior's matter
    return new Doing(context, rows, { branch, caller, action, asked: { second }, now });
  }

  /** The same act as it writes to a branch below, which is locked after the superior: always in this order. */
  async below(branch: BranchTable): Promise<Doing> {
    await lockHead(this.rows, branch.branch_id);
    return this.beside(branch);
  }

  /** Asks for what every action needs: the right, the revision seen, the password. @throws right.missing, revision.missing, revision.stale, password.missing */
  async allow(concerning: Concerning, matter?: Revised): Promise<void> {
    const may = await this.may(concerning);
    const seen = matter && this.asked.revision; // many may confirm one month: no one's seeing is stale by another's
    if (may && matter && seen === undefined && this.caller.kind === 'person') throw new Refusal('revision.missing');
    const revision = matter?.revision ?? 0;
    const password = !ASKS_PASSWORD.has(this.action) || this.caller.kind !== 'person' ? 'not-asked' : this.#password();
    const facts = { may, known: true, revision, seen: seen ?? revision, password } as const;
    for (const guard of everyAction) {
      const no = refusedBy(guard, facts);
      if (no?.refused === 'revision.stale' && matter) this.refuse({ ...no, params: await this.#since(matter, seen) });
      if (no) this.refuse(no);
    }
    this.#allowed = true;
  }

  #password(): 'given' | 'missing' {
    return this.caller.password === true ? 'given' : 'missing';
  }

  /** What has been done since the revision that the caller saw, for the words of a stale decision. */
  async #since(matter: Revised, seen = 0): Promise<Readonly<Record<string, string | number>>> {
    const steps = await listSteps(this.rows, this.at, matter.noun, matter.id);
    const changed = steps.filter(({ revision }) => revision > seen).map(({ action }) => action);
    return { revision: matter.revision, state: matter.state, changed: changed.join(', ') };
  }

  /** Takes the step by its table and guards. @throws whatever of them refuses */
  decide<State extends string, Acts extends object, Action extends keyof Acts & string>(
    step: Step<State, Acts>,
    matter: Pick<Matter, 'state'> | undefined,
    action: Action,
    facts: Acts[Action],
  ): State {
    const state = (matter?.state ?? NONE) as State | typeof NONE;
    const to = proceed(step, state as never, action, facts);
    if (isRefused(to)) this.refuse(to);
    return to;
  }

  /** Refuses. */
  refuse({ refused, params }: Refused): never {
    throw new Refusal(refused, params);
  }

  /** Refuses where a guard outside the tables is not kept. */
  must<Facts>(guard: Guard<Facts>, facts: Facts): void {
    const no = refusedBy(guard, facts);
    if (no) this.refuse(no);
  }

  /** Writes a new matter. */
  async add<N extends Noun>(noun: N, made: Made<N>): Promise<Matter<N>> {
    const { id = this.shielded === undefined ? newId() : timelessId(), state, body, subject, period, parent } = made;
    const about = {
      ...(subject !== undefined && { subject }),
      ...(period !== undefined && { period }),
      ...(parent !== undefined && { parent }),
    };
    const matter: Matter<N> = { noun, id, state, revision: 1, body, created: this.now, changed: this.now, ...about };
    await this.#written(matter, undefined, newMatter(this.rows, this.at, matter));
    return matter;
  }

  /** Writes what a matter has become: its new state and what of its content changed. */
  async move<N extends Noun>(
    matter: Matter<N>,
    to: string,
    patch: Partial<Bodies[N]> = {},
    about: Partial<Pick<Matter<N>, 'subject' | 'period' | 'parent'>> = {},
  ): Promise<Matter<N>> {
    const body = { ...matter.body, ...patch };
    const next = { ...matter, ...about, state: to, revision: matter.revision + 1, body, changed: this.now };
    await this.#written(next, matter, changedMatter(this.rows, this.at, next));
    return next;
  }

  /** Brings a matter back to what it was 撤销; the act that undid it is a step of its own. */
  async restore<N extends Noun>(matter: Matter<N>, prior: Pick<Matter<N>, 'state' | 'body'>): Promise<Matter<N>> {
    const next = { ...matter, ...prior, revision: matter.revision + 1, changed: this.now };
    await this.#written(next, matter, changedMatter(this.rows, this.at, next));
    return next;
  }

  /** The matter is written, its step is kept, and where it bears on points it goes on the chain (product §5.2). */
  async #written(matter: Matter, prior: Matter | undefined, write: Write): Promise<void> {
    if (!this.#allowed) throw new Error(`${this.action} wrote before it asked for the right`);
    this.#wrote = true;
    const { noun, id, state, revision } = matter;
    const actor = this.shielded === undefined ? this.by : `shield:${this.shielded}`;
    const before = prior && { state: prior.state, body: prior.body, subject: prior.subject, period: prior.period };
    const step = stepWrite(this.rows, {
      branch_id: this.at,
      noun,
      id,
      revision,
      action: this.action,
      actor,
      second: this.asked.second ?? null,
      at: this.now,
      prior: before ? JSON.stringify(before) : null,
    });
    if (permissionOf(this.action).touches !== 'writes') return await writeTogether(this.rows, [write, step]);
    const content = {
      noun,
      id,
      state,
      revision,
      ...(prior && { from: prior.state }),
      ...(this.asked.second !== undefined && { second: this.asked.second }),
      body: changedOf(matter.body, prior && (await this.#isChained(prior)) ? prior.body : undefined),
    };
    const member = matter.subject ?? '';
    const { action, now, actor: chained } = this;
    await addAct(this.rows, this.at, { action, member, content }, { now, actor: chained }, [write, step]);
  }

  /** Whether the last step of a matter is on the chain: what one that is not has changed, the next act on the chain says as well. */
  async #isChained(matter: Matter): Promise<boolean> {
    if (!RENEWED.has(matter.noun)) return true;
    const action = await actionOf(this.rows, this.at, matter);
    return action !== undefined && permissionOf(action as Permitted).touches === 'writes';
  }

  /** Who stands in the chain and the ledger as having acted. */
  get actor(): string {
    return this.shielded === undefined ? this.by : 'shield';
  }

  /** Seals a document, written once and numbered; answers with its number. */
  async seal(document: NewDocument): Promise<number> {
    return await sealDocument(this.rows, this.at, document, this.now, this.actor);
  }

  /** The terms that hold in the branch today: its own settings, else the scheme's, else the defaults. */
  async terms(): Promise<Terms> {
    if (this.#terms) return this.#terms;
    const scheme = await this.context.schemes.inForce(this.rows, this.at, this.today);
    const settings = await readMatter(this.rows, this.at, 'branch', 'settings');
    this.#terms = termsOf(scheme?.document.terms, settings?.body.settings);
    return this.#terms;
  }

  /** The year 年度 in which a day lies, by the name that settlement, notices and filing call it (decision 025). */
  async yearOf(day: Day): Promise<string> {
    return await this.context.schemes.yearOf(this.rows, this.at, day);
  }

  /** The days of a year that is called so. */
  async yearNamed(name: string): Promise<Span> {
    return await this.context.schemes.yearNamed(this.rows, this.at, name);
  }

  /** A term as the calendar counts it today: a notice that came in since moves it (decision 004). */
  window({ start, days }: Served): Window {
    return term(this.calendar, start, days);
  }

  /** The working days 工作日 by which terms are counted. */
  get calendar(): Calendar {
    return this.context.calendar ?? CALENDAR;
  }

  /** What an act answers. */
  answer(matter: Pick<Matter, 'id' | 'state' | 'revision'>, told?: Readonly<Record<string, string>>): ActAnswer {
    const { id, state, revision } = matter;
    return { id, state, revision, ...(told && { told: { ...told } }) };
  }
}

/** What of a content is new or other than before; what is no longer there is null. */
function changedOf(body: object, prior: object | undefined): Json {
  const before = new Map(Object.entries(prior ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
  const now = new Map(Object.entries(body));
  const changed = [...now].filter(([key, value]) => before.get(key) !== JSON.stringify(value));
  const gone = [...before.keys()].filter((key) => now.get(key) === undefined).map((key) => [key, null] as const);
  return JSON.parse(JSON.stringify(Object.fromEntries([...changed, ...gone]))) as Json;
}
