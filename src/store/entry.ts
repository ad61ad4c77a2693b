import type { Day, Span } from '#domain/kernel/day.ts';
import { draftEntry } from '#domain/ledger/draft.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Rows } from './database.ts';
import { columnsOf, factOf } from './fact-row.ts';
import type { Head } from './head.ts';
import { append, BATCH, SYSTEM } from './ledger.ts';
import type { EntryTable } from './tables.ts';

/** A fact about a member, to be entered 入账. */
export type NewEntry = { readonly member: string; readonly fact: Fact };

/** Adds entries 分录 to a branch's ledger, numbered on from its head, each row together with its event on the chain. */
export async function addEntries(
  rows: Rows,
  branch: string,
  entries: readonly NewEntry[],
  now: string,
  actor = SYSTEM,
): Promise<Head> {
  return await append(rows, branch, actor, async (transaction, { seq }) => {
    const made = entries.map(({ member, fact }, at) => ({ number: seq + 1 + at, member, fact }));
    const values = made.map(
      ({ number, member, fact }): EntryTable => ({
        branch_id: branch,
        seq: number,
        member_id: member,
        ...columnsOf(fact),
        created_at: now,
        reverses: null,
      }),
    );
    for (let at = 0; at < values.length; at += BATCH)
      await transaction
        .insertInto('entry')
        .values(values.slice(at, at + BATCH))
        .execute();
    return made.map(({ number, member, fact }) => ({
      draft: draftEntry(number, member, fact, { actor, now }),
      member,
      number,
    }));
  });
}

/** The entries that count: neither reversals nor reversed. */
function counted(rows: Rows) {
  return rows
    .selectFrom('entry')
    .where('entry.reverses', 'is', null)
    .where((where) => {
      const back = where.selectFrom('entry as back').select('back.seq');
      const ofIt = back.whereRef('back.branch_id', '=', 'entry.branch_id').whereRef('back.reverses', '=', 'entry.seq');
      return where.not(where.exists(ofIt));
    });
}

/** The latest day of any entry that counts, of one branch or of all; undefined while there is none. */
export async function lastEntryDay(rows: Rows, branch?: string): Promise<Day | undefined> {
  const all = counted(rows);
  const own = branch === undefined ? all : all.where('entry.branch_id', '=', branch);
  return (await own.select('entry.day').orderBy('entry.day', 'desc').limit(1).executeTakeFirst())?.day;
}

/** An entry that counts, as read. */
export type CountedEntry = { readonly seq: number; readonly member: string; readonly fact: Fact };

/** The entries of a branch that count and whose day lies within a span, in the order of entry. */
export async function listCounted(rows: Rows, branch: string, { from, to }: Span): Promise<readonly CountedEntry[]> {
  const found = await counted(rows)
    .selectAll('entry')
    .where('entry.branch_id', '=', branch)
    .where('entry.day', '>=', from)
    .where('entry.day', '<=', to)
    .orderBy('entry.seq')
    .execute();
  return found.map((row) => ({ seq: row.seq, member: row.member_id, fact: factOf(row) }));
}

/** The facts of a branch's ledger by member id, in the order of entry; what was reversed and what reversed it are left out. */
export async function listFacts(rows: Rows, branch: string): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const found = await counted(rows)
    .selectAll('entry')
    .where('entry.branch_id', '=', branch)
    .orderBy('entry.seq')
    .execute();
  const facts = new Map<string, Fact[]>();
  for (const row of found) {
    const known = facts.get(row.member_id);
    if (known) known.push(factOf(row));
    else facts.set(row.member_id, [factOf(row)]);
  }
  return facts;
}

/** An entry as its member may read it: its number, the fact, when it was recorded, and which entry it takes back. */
export type ReadEntry = {
  readonly number: number;
  readonly member: string;
  readonly fact: Omit<Fact, 'rater'>;
  readonly at: string;
  readonly reverses: number | null;
};

/** All entries of one member, reversals among them, in their order; who rated is left out. */
export async function listEntriesOf(rows: Rows, branch: string, member: string): Promise<ReadEntry[]> {
  const found = await rows
    .selectFrom('entry')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('member_id', '=', member)
    .orderBy('seq')
    .execute();
  return found.map((row) => {
    const { rater: _, ...fact } = factOf(row);
    return { number: row.seq, member, fact, at: row.created_at, reverses: row.reverses };
  });
}
