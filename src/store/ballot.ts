import type { Rows } from './database.ts';

/** A ballot 选票 as it lies in the box: a random code and the choice, sealed with the installation's key. */
export type Ballot = { readonly code: string; readonly choice: string };

/** Notes that a member has voted 已投票; what was chosen is in no way joined to it. */
export async function addVoted(rows: Rows, branch: string, motion: string, member: string): Promise<void> {
  await rows.insertInto('voted').values({ branch_id: branch, motion_id: motion, member_id: member }).execute();
}

/**
 * Lays the ballot box 票箱 of a motion anew, whole and in the order of its codes, so that neither the place of a row nor the transaction
 * that wrote it tells which ballot came with which voter; the codes and seals are new each time, so that older copies of the rows tell nothing either.
 */
export async function layBallots(rows: Rows, branch: string, motion: string, box: readonly Ballot[]): Promise<void> {
  await rows.deleteFrom('ballot').where('branch_id', '=', branch).where('motion_id', '=', motion).execute();
  const sorted = box.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  await rows
    .insertInto('ballot')
    .values(sorted.map((one) => ({ branch_id: branch, motion_id: motion, ...one })))
    .execute();
}

/** Who has voted on a motion. */
export async function listVoted(rows: Rows, branch: string, motion: string): Promise<readonly string[]> {
  const found = await rows
    .selectFrom('voted')
    .select('member_id')
    .where('branch_id', '=', branch)
    .where('motion_id', '=', motion)
    .orderBy('member_id')
    .execute();
  return found.map(({ member_id }) => member_id);
}

/** The ballots of a motion in the order of their random codes. */
export async function listBallots(rows: Rows, branch: string, motion: string): Promise<readonly Ballot[]> {
  return await rows
    .selectFrom('ballot')
    .select(['code', 'choice'])
    .where('branch_id', '=', branch)
    .where('motion_id', '=', motion)
    .orderBy('code')
    .execute();
}
