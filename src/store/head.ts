import type { Digest } from '#domain/ledger/digest.ts';
import type { Rows } from './database.ts';
import { isPostgres, type Write } from './dialect.ts';
import type { BranchTable, HeadTable } from './tables.ts';

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

/** The heads that a transaction holds: until it ends nobody else moves them, so that each is read once. */
const HELD = new WeakMap<Rows, Map<string, Head>>();

/** Reads a branch's head. */
export async function readHead(rows: Rows, branch: string): Promise<Head | undefined> {
  const row = await rows.selectFrom('head').select(COLUMNS).where('branch_id', '=', branch).executeTakeFirst();
  return row && headOf(row);
}

/** The head of a branch as the transaction holds it, locked now if it was not. */
export async function heldHead(rows: Rows, branch: string): Promise<Head> {
  return HELD.get(rows)?.get(branch) ?? (await lockHead(rows, branch));
}

/**
 * Locks a branch's head for a new act and reads it anew: an act before it in the same transaction may have been rolled back. Whoever else writes to
 * the branch waits until the transaction ends; on SQLite the transaction alone is the writer.
 */
export async function lockHead(rows: Rows, branch: string): Promise<Head> {
  const query = rows.selectFrom('head').select(COLUMNS).where('branch_id', '=', branch);
  const head = headOf(await (isPostgres(rows) ? query.forUpdate() : query).executeTakeFirstOrThrow());
  hold(rows, branch, head);
  return head;
}

/** Reads a branch and locks it until the transaction ends, changing nothing yet; its own row never changes. */
export async function lockBranch(rows: Rows, branch: string): Promise<BranchTable | undefined> {
  const query = rows
    .selectFrom('head')
    .innerJoin('branch', 'branch.branch_id', 'head.branch_id')
    .selectAll('branch')
    .select(['seq', 'revision', 'event_seq', 'hash', 'algorithm'])
    .where('head.branch_id', '=', branch);
  const found = await (isPostgres(rows) ? query.forUpdate('head') : query).executeTakeFirst();
  if (!found) return undefined;
  const { seq, revision, event_seq, hash, algorithm, ...row } = found;
  hold(rows, branch, headOf({ seq, revision, event_seq, hash, algorithm }));
  return row;
}

/** Moves a locked head on to the last entry and event, raising its revision: what is to be written, and the head as it is then. */
export function moveHead(rows: Rows, branch: string, { seq, eventSeq, hash, revision, algorithm }: Head) {
  const moved: Head = { seq, eventSeq, hash, revision: revision + 1, algorithm };
  const write: Write = rows
    .updateTable('head')
    .set({ seq, event_seq: eventSeq, hash, revision: moved.revision })
    .where('branch_id', '=', branch);
  return { write, moved };
}

/** Remembers a head that a transaction holds. */
export function hold(rows: Rows, branch: string, head: Head): void {
  if (!rows.isTransaction) return;
  const known = HELD.get(rows) ?? new Map<string, Head>();
  HELD.set(rows, known.set(branch, head));
}

function headOf({ seq, revision, event_seq: eventSeq, hash, algorithm }: Omit<HeadTable, 'branch_id'>): Head {
  return { seq, revision, eventSeq, hash, algorithm };
}
