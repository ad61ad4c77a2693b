import type { Rows } from './database.ts';
import type { BoardTable, BranchTable } from './tables.ts';

/** Adds a branch 党支部 with an empty ledger. */
export async function addBranch(rows: Rows, branch: BranchTable): Promise<void> {
  await rows.insertInto('branch').values(branch).execute();
  await rows.insertInto('head').values({ branch_id: branch.branch_id, seq: 0, revision: 0 }).execute();
}

/** The branches, oldest first. */
export async function listBranches(rows: Rows): Promise<readonly BranchTable[]> {
  return await rows.selectFrom('branch').selectAll().orderBy('created_at').orderBy('branch_id').execute();
}

/** Opens a standing board 公示牌 for a branch under a code. */
export async function addBoard(rows: Rows, board: BoardTable): Promise<void> {
  await rows.insertInto('board').values(board).execute();
}

/** The branch whose board has a code. */
export async function branchOfBoard(rows: Rows, code: string): Promise<string | undefined> {
  const found = await rows.selectFrom('board').select('branch_id').where('code', '=', code).executeTakeFirst();
  return found?.branch_id;
}

/** The code of a branch's board. */
export async function boardOf(rows: Rows, branch: string): Promise<string | undefined> {
  const query = rows.selectFrom('board').select('code').where('branch_id', '=', branch).orderBy('created_at', 'desc');
  return (await query.executeTakeFirst())?.code;
}
