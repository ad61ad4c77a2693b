import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { Grant, Role } from '#domain/permission/role.ts';
import type { Action as Permitted } from '#domain/permission/table.ts';
import type { Rows } from '#store/database.ts';
import { addAccess, hasAccess } from '#store/record.ts';
import type { BranchTable } from '#store/tables.ts';
import { type Caller, CLOCK } from './caller.ts';
import { instantOn } from './clock.ts';
import type { Context } from './context.ts';
import { newId } from './new-id.ts';
import { allowed, type Rights, rightsOf } from './rights.ts';

/** Some midnight in China, in UTC: of it only the time of day is taken. */
const MIDNIGHT = '2026-01-01T16:00:00.000Z';

/** A reading under way 查询: who reads what of which branch; whoever reads another person's record leaves a trace (product §5.8). */
export class Reading {
  readonly context: Context;
  readonly rows: Rows;
  readonly branch: BranchTable;
  readonly caller: Caller;
  readonly action: Permitted;
  readonly today: Day;
  /** Roles that the caller has in this one matter, such as the verifier's. */
  parts: readonly Role[] = [];
  /** The caller as a member of the roster; undefined for one who is none. */
  readonly member: Member | undefined;
  readonly #grants: readonly Grant[];
  readonly #above: readonly string[];
  readonly #whole: boolean;

  private constructor(
    context: Context,
    rows: Rows,
    at: { readonly branch: BranchTable; readonly caller: Caller; readonly action: Permitted },
    rights: Rights,
    whole = false,
  ) {
    this.#whole = whole;
    this.context = context;
    this.rows = rows;
    this.branch = at.branch;
    this.caller = at.caller;
    this.action = at.action;
    this.today = context.clock.today();
    this.member = rights.member;
    this.#grants = rights.grants;
    this.#above = rights.above;
  }

  /** Begins to read. @throws right.missing where there is no such branch */
  static async open(
    context: Context,
    rows: Rows,
    { branch: id, caller, action }: { readonly branch: string; readonly caller: Caller; readonly action: Permitted },
  ): Promise<Reading> {
    const rights = await rightsOf(rows, id, caller, context.clock.today());
    const { branch } = rights;
    if (!branch) throw new Refusal('right.missing');
    return new Reading(context, rows, { branch, caller, action }, rights);
  }

  /**
   * Begins to read for the archive of a branch 存档查询: who asked for it has the right to all that is read and left one trace of it, so that nothing is asked
   * for or noted again, and whoever takes the archive takes the same. @throws right.missing where there is no such branch
   */
  static async ofArchive(
    context: Context,
    rows: Rows,
    { branch: id, action }: { readonly branch: string; readonly action: Permitted },
  ): Promise<Reading> {
    const rights = await rightsOf(rows, id, CLOCK, context.clock.today());
    const { branch } = rights;
    if (!branch) throw new Refusal('right.missing');
    return new Reading(context, rows, { branch, caller: CLOCK, action }, rights, true);
  }

  /** The id of the branch. */
  get at(): string {
    return this.branch.branch_id;
  }

  /** The person who reads. */
  get by(): string {
    return this.caller.person;
  }

  /** The organisations above the branch, nearest last. */
  get above(): readonly string[] {
    return this.#above;
  }

  /** Whether the caller holds one of these roles in the branch today. */
  holds(roles: readonly Role[]): boolean {
    return this.#grants.some(
      ({ role, org, from, to }) => roles.includes(role) && org === this.at && from <= this.today && this.today <= to,
    );
  }

  /** Whether the caller holds one of these roles today in the branch or in an organisation above it. */
  holdsAbove(roles: readonly Role[]): boolean {
    return this.#grants.some(
      ({ role, org, from, to }) =>
        roles.includes(role) &&
        (org === this.at || this.#above.includes(org)) &&
        from <= this.today &&
        this.today <= to,
    );
  }

  /** Whether the caller may read this: what is a person's own, or the whole branch. */
  may(own: readonly string[] = []): boolean {
    if (this.#whole) return true;
    const target = { branch: this.at, above: this.#above, own };
    return allowed(this.#grants, this.caller, this.action, target, this.today, this.parts);
  }

  /** Whether the caller's roles reach another action on anything of the branch, or of a branch below it: what a list of work is made of. */
  mayDo(action: Permitted, branch: string = this.at): boolean {
    const above = branch === this.at ? this.#above : [...this.#above, this.at];
    return allowed(this.#grants, this.caller, action, { branch, above, own: [] }, this.today);
  }

  /** Asks for the right; whoever in office reads what is not its own is noted, with the person or `#` and the name of the set. @throws right.missing */
  async allow(own: readonly string[], looked: string, reason?: string): Promise<void> {
    if (!this.may(own)) throw new Refusal('right.missing');
    if (!own.includes(this.by)) await this.#trace(looked, reason);
  }

  /** Asks for the right to another person's record: in office, or named for the matter; either leaves a trace. @throws right.missing */
  async allowOther(named: boolean, looked: string): Promise<void> {
    if (!this.may() && !(named && this.may([this.by]))) throw new Refusal('right.missing');
    await this.#trace(looked);
  }

  async #trace(looked: string, reason?: string): Promise<void> {
    const office = this.#grants.some(({ role }) => role !== 'member' && role !== 'probationary');
    if (!office || this.caller.kind !== 'person') return;
    await this.#note(looked, reason);
  }

  /** Notes that a set was read 留痕, once a day: what is asked for every two seconds is one reading. A superior's is noted in the branch whose it is. */
  async noteOnceADay(set: string, branch: string = this.at): Promise<void> {
    if (this.caller.kind !== 'person') return;
    const at = instantOn(this.today, MIDNIGHT);
    const noted = await hasAccess(this.rows, { branch_id: branch, viewer: this.by, subject: set, at });
    if (!noted) await this.#note(set, undefined, branch);
  }

  async #note(looked: string, reason?: string, branch: string = this.at): Promise<void> {
    await addAccess(this.rows, {
      branch_id: branch,
      access_id: newId(),
      at: this.context.clock.now(),
      viewer: this.by,
      subject: looked,
      action: this.action,
      reason: reason ?? null,
    });
  }
}
