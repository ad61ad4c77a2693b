import type { Day } from '#domain/kernel/day.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Rows } from './database.ts';
import { advanceHead, type Head } from './head.ts';
import type { EntryTable } from './tables.ts';

/** A fact about a member, to be entered 入账. */
export type NewEntry = { readonly member: string; readonly fact: Fact };

/** So many rows go into one statement: well below SQLite's limit on parameters. */
const BATCH = 500;

/** Adds entries 分录 to a branch's ledger, numbered on from its head; the only writer of entries. Call it inside a transaction. */
export async function addEntries(rows: Rows, branch: string, entries: readonly NewEntry[], now: string): Promise<Head> {
  const head = await advanceHead(rows, branch, entries.length);
  const first = head.seq - entries.length + 1;
  const values = entries.map(({ member, fact }, at): EntryTable => rowOf(branch, first + at, member, fact, now));
  for (let at = 0; at < values.length; at += BATCH) {
    await rows
      .insertInto('entry')
      .values(values.slice(at, at + BATCH))
      .execute();
  }
  return head;
}

function rowOf(branch: string, seq: number, member: string, fact: Fact, now: string): EntryTable {
  return {
    branch_id: branch,
    seq,
    member_id: member,
    item: fact.item,
    day: fact.day,
    period: fact.period ?? null,
    quantity: fact.quantity ?? null,
    level: fact.level ?? null,
    points: fact.points ?? null,
    score: fact.score ?? null,
    rater: fact.rater ?? null,
    ref: fact.ref ?? null,
    note: fact.note ?? null,
    created_at: now,
  };
}

/** The latest day of any entry; undefined while there is none. */
export async function lastEntryDay(rows: Rows): Promise<Day | undefined> {
  const query = rows.selectFrom('entry').select('day').orderBy('day', 'desc').limit(1);
  return (await query.executeTakeFirst())?.day;
}

/** The facts of a branch's ledger by member id, in the order of entry. */
export async function listFacts(rows: Rows, branch: string): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const found = await rows.selectFrom('entry').selectAll().where('branch_id', '=', branch).orderBy('seq').execute();
  const facts = new Map<string, Fact[]>();
  for (const row of found) {
    const known = facts.get(row.member_id);
    if (known) known.push(factOf(row));
    else facts.set(row.member_id, [factOf(row)]);
  }
  return facts;
}

function factOf(row: EntryTable): Fact {
  const { item, day, period, quantity, level, points, score, rater, ref, note } = row;
  return {
    item,
    day,
    ...(period !== null && { period }),
    ...(quantity !== null && { quantity }),
    ...(level !== null && { level }),
    ...(points !== null && { points }),
    ...(score !== null && { score }),
    ...(rater !== null && { rater }),
    ...(ref !== null && { ref }),
    ...(note !== null && { note }),
  };
}
