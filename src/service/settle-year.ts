import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import { parseCanonical } from '#domain/ledger/canonical.ts';
import type { Claim } from '#domain/outcome/claim.ts';
import { readDocument } from '#store/act.ts';
import { listBranches } from '#store/branch.ts';
import { readMatter } from '#store/matter.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import { performAct } from './perform.ts';
import { digestOf, yearSnapshot } from './process/settlement.ts';

/** What is to be settled: a year of a branch, the only one where none is told; with `preview` nothing is sealed. */
export type Settling = { readonly branch?: string | undefined; readonly year: string; readonly preview: boolean };

/** A settled year 年度积分 as its snapshot says it: each member's claim; `number` is that of the sealed document. */
export type SettledYear = {
  readonly branch: string;
  readonly year: string;
  readonly state: string;
  readonly number?: number;
  readonly asOf: Day;
  readonly digest: string;
  readonly schemes: readonly { readonly version: number; readonly title: string }[];
  /** Of the scheme's components, in its order: id, label, and how many decimals are shown. */
  readonly components: readonly { readonly id: string; readonly label: string }[];
  readonly decimals: number;
  readonly members: readonly { readonly name: string; readonly claim: Claim & { readonly total: Points } }[];
};

type Snapshot = Pick<SettledYear, 'asOf' | 'schemes' | 'members'>;

/** Previews a year and seals it 年度结算, in the name of an account, through the door of all acts. @throws whatever the acts refuse */
export async function settleYear(
  context: Context,
  caller: Caller,
  { branch: told, year, preview }: Settling,
): Promise<SettledYear> {
  const { rows } = context.store;
  const branch = told ?? (await theOnly(context));
  const previewed = await performAct(context, caller, 'settlement.preview', { input: { branch, year } });
  const { id } = previewed;
  const sealed = preview
    ? undefined
    : await performAct(context, caller, 'settlement.seal', { input: { branch, id }, revision: previewed.revision });
  const settlement = await readMatter(rows, branch, 'settlement', id);
  const number = settlement?.body.document;
  const text = number === undefined ? undefined : (await readDocument(rows, branch, 'settlement', number))?.text;
  const content = text === undefined ? await yearSnapshot(context, rows, branch, year) : parseCanonical(text);
  // What is shown is what was previewed, or nothing is.
  if (text === undefined && digestOf(content) !== settlement?.body.digest)
    throw new Refusal('revision.stale', {
      revision: settlement?.revision ?? 0,
      state: settlement?.state ?? '',
      changed: 'entry',
    });
  const { asOf, schemes, members } = content as unknown as Snapshot;
  const version = await context.schemes.inForce(rows, branch, `${year}-12-31`);
  return {
    branch,
    year,
    state: (sealed ?? previewed).state,
    ...(number !== undefined && { number }),
    asOf,
    digest: settlement?.body.digest ?? '',
    schemes,
    components: (version?.document.components ?? []).map((one) => ({ id: one.id, label: one.label })),
    decimals: version?.document.display?.decimals ?? 2,
    members,
  };
}

/** @throws branch.none, request.not-valid */
async function theOnly({ store }: Context): Promise<string> {
  const [branch, other] = await listBranches(store.rows);
  if (!branch) throw new Refusal('branch.none');
  if (other) throw new Refusal('request.not-valid', { detail: 'branch' });
  return branch.branch_id;
}
