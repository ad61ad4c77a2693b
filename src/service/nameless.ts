import { readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { findOrg } from '#store/org.ts';
import { readShield } from '#store/shield.ts';
import type { BranchTable } from '#store/tables.ts';
import type { Context } from './context.ts';

/** The acts of whoever asks, or raises or follows a concern 监督意见: nothing of them says more than the day (product §3.8). */
const NAMELESS: ReadonlySet<string> = new Set(['question.raise', 'concern.raise', 'concern.follow']);

/** Whether an act keeps no instant, no request and nothing by which it could be joined to what it made. */
export function isNameless(action: string): boolean {
  return NAMELESS.has(action);
}

/** Whether the answer is kept for the key of the request: a case number is kept nowhere. */
export function keepsAnswer(action: string): boolean {
  return !action.startsWith('concern.') || !isNameless(action);
}

/** The instant of an act, where it may be no finer than the day. */
export function nowOf({ clock }: Context, action: string): { readonly now?: string } {
  return isNameless(action) ? { now: clock.today() } : {};
}

/** Whether an act lies with the superior alone, so that no row of a branch may tell of it, not even a refusal. */
function isHidden(action: string): boolean {
  return action !== 'appeal.report' && (action.startsWith('appeal.') || action.startsWith('concern.'));
}

/** Whose audit record a refusal belongs to: that of the branch asked, but of what lies with the superior only the superior's, else nobody's. */
export async function recordedUnder(rows: Rows, action: string, branch: string): Promise<string | undefined> {
  if (!isHidden(action)) return branch;
  const asked = await readBranch(rows, branch);
  return asked && (await superiorOf(rows, asked))?.branch_id;
}

/** The nearest superior 上级党组织 with a chain of its own: the organisation itself or one above it; undefined where the installation has none. */
export async function superiorOf(rows: Rows, branch: BranchTable): Promise<BranchTable | undefined> {
  if (branch.kind === 'superior') return branch;
  const path = (await findOrg(rows, branch.org_id))?.path.split('/') ?? [];
  for (const org of path.toReversed()) {
    const found = org === '' ? undefined : await readBranch(rows, org);
    if (found?.kind === 'superior') return found;
  }
  return undefined;
}

/** Who stands in the record of what was refused: of an appeal's lodging and withdrawal, and of a reporter's own report, a keyed digest. */
export async function recordedAs(
  { secrets, store: { rows } }: Context,
  action: string,
  person: string,
  { branch, id }: { readonly branch: string; readonly id?: string },
): Promise<string> {
  if (action === 'appeal.lodge' || action === 'appeal.withdraw') return `shield:${secrets.digest('appeal', person)}`;
  const shield = id === undefined ? undefined : await readShield(rows, branch, id);
  const who = secrets.digest('shield', person);
  return shield?.who === who ? `shield:${who}` : person;
}
