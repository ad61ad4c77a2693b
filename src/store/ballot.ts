import type { Rows } from './database.ts';

/**
 * Takes a secret ballot 无记名投票: that a member has voted, and apart from it a choice under a random code. The whole box is laid anew in the order of
 * its codes, so that neither the place of a row nor the transaction that wrote it tells which ballot came with which voter (docs/security.md).
 */
export async function addBallot(
  rows: Rows,
  branch: string,
  motion: string,
  member: string,
  ballot: { readonly code: string; readonly choice: string },
): Promise<void> {
  await rows.insertInto('voted').values({ branch_id: branch, motion_id: motion, member_id: member }).execute();
  const box = [...(await listBallots(rows, branch, motion)), ballot].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  await rows.deleteFrom('ballot').where('branch_id', '=', branch).where('motion_id', '=', motion).execute();
  await rows
    .insertInto('ballot')
    .values(box.map((one) => ({ branch_id: branch, motion_id: motion, ...one })))
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
export async function listBallots(
  rows: Rows,
  branch: string,
  motion: string,
): Promise<readonly { readonly code: string; readonly choice: string }[]> {
  return await rows
    .selectFrom('ballot')
    .select(['code', 'choice'])
    .where('branch_id', '=', branch)
    .where('motion_id', '=', motion)
    .orderBy('code')
    .execute();
}
