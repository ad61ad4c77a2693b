import type { Rows } from './database.ts';
import { isPostgres } from './dialect.ts';
import type { PaperCodeTable } from './tables-process.ts';

/** What a control code stands for. */
export type PaperRow = Omit<PaperCodeTable, 'branch_id'>;

/** Keeps control codes 校验码, all in one statement and in the order of the codes: nothing tells which sheet was printed first. */
export async function addPaperCodes(rows: Rows, branch: string, codes: readonly PaperRow[]): Promise<void> {
  const sorted = codes.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const query = rows.insertInto('paper_code').values(sorted.map((one) => ({ branch_id: branch, ...one })));
  // Two who print the same sheet at once come to the same code; SQLite has one writer.
  await (isPostgres(rows) ? query.onConflict((on) => on.doNothing()) : query).execute();
}

/** What a code of a branch stands for. */
export async function readPaperCode(rows: Rows, branch: string, code: string): Promise<PaperRow | undefined> {
  return await rows
    .selectFrom('paper_code')
    .select(['code', 'kind', 'of', 'part'])
    .where('branch_id', '=', branch)
    .where('code', '=', code)
    .executeTakeFirst();
}

/** Whether any branch has a code: all that may be said of a sheet of another branch. */
export async function isPaperCode(rows: Rows, code: string): Promise<boolean> {
  const found = await rows.selectFrom('paper_code').select('kind').where('code', '=', code).limit(1).execute();
  return found.length > 0;
}

/** The codes of the sheets of a kind of one thing, in their order. */
export async function listPaperCodes(
  rows: Rows,
  branch: string,
  kind: string,
  of: string,
): Promise<readonly PaperRow[]> {
  return await rows
    .selectFrom('paper_code')
    .select(['code', 'kind', 'of', 'part'])
    .where('branch_id', '=', branch)
    .where('kind', '=', kind)
    .where('of', '=', of)
    .orderBy('code')
    .execute();
}
