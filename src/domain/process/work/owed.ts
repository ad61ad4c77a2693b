import type { Day, Span } from '#domain/kernel/day.ts';
import type { WorkKind, WorkOwer } from './kinds.ts';

/** A matter as it stands 在办事项: as much of its content as tells what is owed. */
export type Seen<Body = object> = {
  readonly noun: string;
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly subject?: string;
  readonly period?: string;
  readonly parent?: string;
  readonly body: Body;
  readonly created: string;
  readonly changed: string;
};

/** The matters that somebody still has to do something about 在办事项, by noun; of what was sealed only that it is there. */
export type Board = {
  readonly line: readonly Seen<{
    readonly origin: string;
    readonly declarant?: string;
    readonly fact: { readonly item: string; readonly day: Day };
    readonly verifier?: string;
    readonly verified?: object;
  }>[];
  readonly hearing: readonly Seen<{ readonly start: Day; readonly days: number; readonly about: string }>[];
  readonly month: readonly Seen<{ readonly confirmed: readonly string[] }>[];
  readonly review: readonly Seen<{ readonly day: Day }>[];
  readonly veto: readonly Seen[];
  readonly second: readonly Seen<{
    readonly action: string;
    readonly by: string;
    readonly target: string;
    /** What was asked for, as it was sent. */
    readonly given?: string;
  }>[];
  readonly assembly: readonly Seen<{
    readonly day: Day;
    readonly chair: string;
    readonly recorder: string;
    readonly items: readonly string[];
    readonly present: readonly string[];
  }>[];
  readonly motion: readonly Seen<{
    readonly kind: string;
    readonly title: string;
    readonly way?: string;
    readonly result?: string;
  }>[];
  readonly minutes: readonly Seen<{ readonly chair?: boolean; readonly recorder?: boolean }>[];
  readonly quarter: readonly Seen[];
  readonly register: readonly Seen[];
  readonly notice: readonly Seen<{
    readonly of: string;
    readonly author: string;
    readonly edited: readonly string[];
    readonly start?: Day;
    readonly days: number;
    readonly shows?: number;
  }>[];
  readonly objection: readonly Seen<{
    readonly investigator?: string;
    readonly start: Day;
    readonly raisedBy: string;
  }>[];
  readonly appeal: readonly Seen<{ readonly at: string; readonly answered?: Day }>[];
  readonly question: readonly Seen<{ readonly start: Day }>[];
  readonly settlement: readonly Seen<{ readonly document?: number }>[];
  readonly filing: readonly Seen[];
  readonly appraisal: readonly Seen[];
  readonly assessment: readonly Seen<{ readonly kind: string; readonly by: string }>[];
  readonly commendation: readonly Seen<{ readonly title: string }>[];
  readonly talk: readonly Seen[];
  readonly improvement: readonly Seen<{ readonly last?: Day }>[];
  readonly disposition: readonly Seen[];
  readonly absence: readonly Seen<{ readonly consented?: Day; readonly approved?: Day }>[];
  readonly dossier: readonly Seen<{ readonly title: string }>[];
};

/** A last day, and whether it is provisional 未公布. */
export type Last = { readonly last: Day; readonly provisional: boolean };

/** Who asks what is owed, and what of the branch it takes to say so. */
export type Asker = {
  readonly by: string;
  readonly today: Day;
  /** Whether the roles of the caller reach an action on anything of the branch. */
  readonly may: (action: string) => boolean;
  /** Whether the caller was a member of the branch on a day. */
  readonly wasMember: (day: Day) => boolean;
  /** Who leads the branch: with whom its superior holds the talk. */
  readonly heads: ReadonlySet<string>;
  /** Whether the branch is a small one: its second persons come from elsewhere. */
  readonly small: boolean;
  /** The lines that the caller reported. */
  readonly reported: ReadonlySet<string>;
  /** The lines and vetoes that wait for a second person which the caller cannot be. */
  readonly concerned: ReadonlySet<string>;
  /** The motions on screen on which the caller has a vote and has not cast it. */
  readonly votes: ReadonlySet<string>;
  readonly dayOf: (instant: string) => Day;
  readonly term: (start: Day, workingDays: number) => Last;
  readonly replyDays: { readonly objection: number; readonly question: number };
  readonly label: (item: string, day: Day) => string | undefined;
  /** The name of the year in which a day lies, and the days of a year, as the branch's scheme counts it. */
  readonly yearOf: (day: Day) => string;
  readonly yearNamed: (name: string) => Span;
};

/** One row of what is owed 待办; it is late when its last day is over. */
export type Owed = {
  readonly kind: WorkKind;
  readonly noun: string;
  readonly id: string;
  readonly revision?: number;
  readonly at?: string;
  readonly title?: string;
  readonly period?: string;
  readonly count?: number;
  readonly who?: string;
  readonly owedBy: WorkOwer;
  readonly owedTo?: string;
  readonly action?: string;
  readonly since: Day;
  readonly due?: Day;
  readonly provisional?: boolean;
  readonly about?: { readonly noun: string; readonly id: string };
};

/** What a row says beside its matter. */
type More = Partial<Omit<Owed, 'kind' | 'noun' | 'id' | 'owedBy'>>;

/** A row about a matter, since it was last changed unless told otherwise. */
export function rowOf(asker: Asker, kind: WorkKind, matter: Seen, owedBy: WorkOwer, more: More = {}): Owed {
  const { noun, id, revision, period, subject } = matter;
  return {
    kind,
    noun,
    id,
    revision,
    ...(period !== undefined && { period }),
    ...(subject !== undefined && { who: subject }),
    owedBy,
    since: asker.dayOf(matter.changed),
    ...more,
  };
}

/** The last day of a term, as a row says it. */
export function dueBy({ last, provisional }: Last): Pick<Owed, 'due' | 'provisional'> {
  return { due: last, ...(provisional && { provisional }) };
}

/** A title, where there is one. */
export function titled(title: string | undefined): Pick<Owed, 'title'> {
  return title === undefined || title === '' ? {} : { title };
}

/** Whether a matter stands in one of some states. */
export function stands({ state }: Seen, ...states: readonly string[]): boolean {
  return states.includes(state);
}

/** The caller where it may do the action, else whoever in office may; nothing where neither is the caller's to know. */
export function byOffice(asker: Asker, action: string, sees?: string): WorkOwer | undefined {
  if (asker.may(action)) return 'me';
  return sees !== undefined && asker.may(sees) ? 'office' : undefined;
}

/** Whether an act on a matter was asked for and waits for its second person: then nobody owes the act itself. */
export function isAsked({ second }: Board, action: string, id: string): boolean {
  return second.some((one) => stands(one, 'waiting') && one.body.action === action && one.body.target === id);
}
