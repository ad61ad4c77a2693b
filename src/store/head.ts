import type { Rows } from './database.ts';

/** The head of a branch's ledger: the number of its last entry, and a revision that every act bearing on a score raises. */
export type Head = { readonly seq: number; readonly revision: number };

/** Reads a branch's head. */
export async function readHead(rows: Rows, branch: string): Promise<Head | undefined> {
  return await rows.selectFrom('head').select(['seq', 'revision']).where('branch_id', '=', branch).executeTakeFirst();
}

/** Moves a branch's head on by a number of entries and answers with the new one; inside a transaction it stays locked until the end. */
export async function advanceHead(rows: Rows, branch: string, entries: number): Promise<Head> {
  return await rows
    .updateTable('head')
    .set((row) => ({ seq: row('seq', '+', entries), revision: row('revision', '+', 1) }))
    .where('branch_id', '=', branch)
    .returning(['seq', 'revision'])
    .executeTakeFirstOrThrow();
}
