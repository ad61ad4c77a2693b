import { canonical } from '#domain/ledger/canonical.ts';
import { type ChainHead, type Draft, extend } from '#domain/ledger/chain.ts';
import type { Algorithm, Hash } from '#domain/ledger/digest.ts';
import { type Act, draftGenesis } from '#domain/ledger/draft.ts';
import type { Rows } from './database.ts';
import { type Write, writeTogether } from './dialect.ts';
import { hashOf, newSalt } from './hash.ts';
import { type Head, heldHead, hold, moveHead } from './head.ts';
import type { EventTable, SaltTable } from './tables.ts';

/**
 * An event to be chained, and which rows its commitments speak of: a member, and the number of a version, a standing or an entry. `writes` are
 * rows that are written with it in one statement, where the engine can.
 */
export type Planned = {
  readonly draft: Draft;
  readonly member?: string;
  readonly number?: number;
  readonly writes?: readonly Write[];
};

/** Who acts where nobody is signed in: the software itself, as in a demonstration. */
export const SYSTEM = 'system';

/** So many rows go into one statement: well below SQLite's limit on parameters. */
export const BATCH = 500;

/**
 * Appends 记账 events to a branch's chain: locks its head, lets `plan` write its rows and say what to chain, adds events and salts, and moves
 * the head, all in one transaction (product §5.2). The only writer of events, salts and heads; entries are numbered on from `head.seq`.
 */
export async function append(
  rows: Rows,
  branch: string,
  actor: string,
  plan: (rows: Rows, head: Head, hash: Hash) => Promise<readonly Planned[]>,
): Promise<Head> {
  return await whole(rows, async (transaction) => {
    const locked = await heldHead(transaction, branch);
    const hash = known(locked.algorithm);
    const planned = await plan(transaction, locked, hash);
    const from = { branch, seq: locked.eventSeq, hash: locked.hash };
    const { end, writes } = chainOn(transaction, from, planned, hash, actor);
    const entries = planned.filter(({ draft }) => draft.kind === 'entry/1' || draft.kind === 'reversal/1').length;
    const head = { ...locked, seq: locked.seq + entries, eventSeq: end.seq, hash: end.hash ?? locked.hash };
    const { write, moved } = moveHead(transaction, branch, head);
    const beside = planned.flatMap((one) => one.writes ?? []);
    await writeAll(transaction, [...beside, ...writes, write]);
    hold(transaction, branch, moved);
    return moved;
  });
}

/** Opens the chain of a new branch with its first event, which names the algorithm of its hashes. */
export async function openChain(rows: Rows, branch: string, algorithm: Algorithm, act: Act): Promise<void> {
  await whole(rows, async (transaction) => {
    const start = { branch, seq: 0, hash: null };
    const planned = [{ draft: draftGenesis(algorithm, act) }];
    const { end, writes } = chainOn(transaction, start, planned, known(algorithm), act.actor);
    const head = { branch_id: branch, seq: 0, revision: 0, event_seq: end.seq, hash: end.hash ?? '', algorithm };
    await writeAll(transaction, [...writes, transaction.insertInto('head').values(head)]);
  });
}

/** Does the work in the transaction that there is, else in one of its own. */
async function whole<T>(rows: Rows, work: (rows: Rows) => Promise<T>): Promise<T> {
  return rows.isTransaction ? await work(rows) : await rows.transaction().execute(work);
}

function known(algorithm: string): Hash {
  const hash = hashOf(algorithm);
  if (!hash) throw new Error(`this machine has no ${algorithm}`);
  return hash;
}

/** What adds events and salts after the end of a chain, and its new end. */
function chainOn(
  rows: Rows,
  from: ChainHead,
  planned: readonly Planned[],
  hash: Hash,
  actor: string,
): { readonly end: ChainHead; readonly writes: readonly Write[] } {
  let end = from;
  const events: EventTable[] = [];
  const salts: SaltTable[] = [];
  const { branch } = from;
  for (const { draft, member, number } of planned) {
    const { event, salts: drawn } = extend(hash, end, draft, newSalt);
    const { seq, kind, at, body, prev } = event;
    const about = { actor, member_id: member ?? null, number: number ?? null };
    events.push({ branch_id: branch, seq, kind, at, body: canonical(body), prev, hash: event.hash, ...about });
    for (const [field, salt] of Object.entries(drawn)) salts.push({ branch_id: branch, seq, field, salt });
    end = { branch, seq, hash: event.hash };
  }
  const writes: Write[] = [];
  for (let at = 0; at < events.length; at += BATCH)
    writes.push(rows.insertInto('event').values(events.slice(at, at + BATCH)));
  for (let at = 0; at < salts.length; at += BATCH)
    writes.push(rows.insertInto('salt').values(salts.slice(at, at + BATCH)));
  return { end, writes };
}

/** Writes of one act go together; many rows would have too many parameters for that. */
async function writeAll(rows: Rows, writes: readonly Write[]): Promise<void> {
  if (writes.length <= TOGETHER) await writeTogether(rows, writes);
  else for (const write of writes) await write.execute();
}

/** So many statements, each of at most a batch of rows, stay below a server's 65,535 parameters. */
const TOGETHER = 8;
