import type { Digest } from '#domain/ledger/digest.ts';
import type { Rows } from './database.ts';
import { isPostgres } from './dialect.ts';
import type { HeadTable } from './tables.ts';

/**
 * The head of a branch's ledger: the number of its last entry, a revision that every act bearing on a score raises,
 * and the end of its chain: number, hash and algorithm (product §5.2).
 */
export type Head = {
  readonly seq: number;
  readonly revision: number;
  readonly eventSeq: number;
  readonly hash: Digest;
  readonly algorithm: string;
};

const COLUMNS = ['seq', 'revision', 'event_seq', 'hash', 'algorithm'] as const;

/** Reads a branch's head. */
export async function readHead(rows: Rows, branch: string): Promise<Head | undefined> {
  const row = await rows.selectFrom('head').select(COLUMNS).where('branch_id', '=', branch).executeTakeFirst();
  return row && headOf(row);
}

/** Locks a branch's head for a new act, raising its revision; whoever else writes to the branch waits until the transaction ends. */
export async function lockHead(rows: Rows, branch: string): Promise<Head> {
  const row = await rows
    .updateTable('head')
    .set((column) => ({ revision: column('revision', '+', 1) }))
    .where('branch_id', '=', branch)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return headOf(row);
}

/** Locks a branch until the transaction ends, changing nothing yet; on SQLite the transaction alone is the writer. */
export async function holdHead(rows: Rows, branch: string): Promise<void> {
  if (!isPostgres(rows)) return;
  await rows.selectFrom('head').select('seq').where('branch_id', '=', branch).forUpdate().executeTakeFirstOrThrow();
}

/** Moves a locked head on to the last entry and event. */
export async function moveHead(rows: Rows, branch: string, { seq, eventSeq, hash }: Head): Promise<void> {
  await rows.updateTable('head').set({ seq, event_seq: eventSeq, hash }).where('branch_id', '=', branch).execute();
}

function headOf({ seq, revision, event_seq: eventSeq, hash, algorithm }: Omit<HeadTable, 'branch_id'>): Head {
  return { seq, revision, eventSeq, hash, algorithm };
}
