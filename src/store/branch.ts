import type { Algorithm } from '#domain/ledger/digest.ts';
import type { Rows } from './database.ts';
import { openChain, SYSTEM } from './ledger.ts';
import type { BoardTable, BranchTable } from './tables.ts';

/** Adds a branch 党支部 with an empty ledger, whose chain names the algorithm of its hashes. Call it inside a transaction. */
export async function addBranch(
  rows: Rows,
  branch: Omit<BranchTable, 'kind'> & { readonly kind?: BranchTable['kind'] },
  algorithm: Algorithm = 'sha256',
  actor = SYSTEM,
): Promise<void> {
  await rows
    .insertInto('branch')
    .values({ kind: 'branch', ...branch })
    .execute();
  await openChain(rows, branch.branch_id, algorithm, { actor, now: branch.created_at });
}

/** The branches, oldest first; superior organisations are none. */
export async function listBranches(rows: Rows): Promise<readonly BranchTable[]> {
  const branches = rows.selectFrom('branch').selectAll().where('kind', '=', 'branch');
  return await branches.orderBy('created_at').orderBy('branch_id').execute();
}

/** The branches and superior organisations of the whole tree 全部组织, oldest first. */
export async function listPlaces(rows: Rows): Promise<readonly BranchTable[]> {
  return await rows.selectFrom('branch').selectAll().orderBy('created_at').orderBy('branch_id').execute();
}

/** The branches and superior organisations that stand directly in an organisation of the tree, at most a hundred. */
export async function branchesOfOrg(rows: Rows, org: string): Promise<readonly BranchTable[]> {
  const query = rows.selectFrom('branch').selectAll().where('org_id', '=', org);
  return await query.orderBy('created_at').orderBy('branch_id').limit(100).execute();
}

/** The branch or superior organisation with an id. */
export async function readBranch(rows: Rows, branch: string): Promise<BranchTable | undefined> {
  return await rows.selectFrom('branch').selectAll().where('branch_id', '=', branch).executeTakeFirst();
}

/** Opens a standing board 公示牌 for a branch under a code. */
export async function addBoard(rows: Rows, board: BoardTable): Promise<void> {
  await rows.insertInto('board').values(board).execute();
}

/** Whether a text can be a code of an address at all 地址代码; what no database takes as text is none. */
export function isCode(text: string): boolean {
  return /^[\w-]{1,100}$/.test(text);
}

/** The branch whose board has a code. */
export async function branchOfBoard(rows: Rows, code: string): Promise<string | undefined> {
  if (!isCode(code)) return undefined;
  const found = await rows.selectFrom('board').select('branch_id').where('code', '=', code).executeTakeFirst();
  return found?.branch_id;
}

/** The code of a branch's board. */
export async function boardOf(rows: Rows, branch: string): Promise<string | undefined> {
  const query = rows.selectFrom('board').select('code').where('branch_id', '=', branch).orderBy('created_at', 'desc');
  return (await query.executeTakeFirst())?.code;
}
