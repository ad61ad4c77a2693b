import type { Fact } from '#domain/ledger/fact.ts';
import type { Status } from '#domain/ledger/member.ts';
import type { Rows } from './database.ts';
import { factOf } from './fact-row.ts';
import { statusOf } from './status-row.ts';
import type { EventTable, MemberTable } from './tables.ts';

/** An event as kept, with the salts of its commitments by field. */
export type KeptEvent = EventTable & { readonly salts: ReadonlyMap<string, string> };

/** The next events 链上事件 of a branch after a number, in their order. */
export async function readEvents(
  rows: Rows,
  branch: string,
  after: number,
  most: number,
): Promise<readonly KeptEvent[]> {
  const events = await rows
    .selectFrom('event')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(most)
    .execute();
  const salts = new Map<number, Map<string, string>>();
  for (const { seq, field, salt } of await rows
    .selectFrom('salt')
    .select(['seq', 'field', 'salt'])
    .where('branch_id', '=', branch)
    .where('seq', '>', after)
    .where('seq', '<=', events.at(-1)?.seq ?? after)
    .execute())
    salts.set(seq, (salts.get(seq) ?? new Map<string, string>()).set(field, salt));
  return events.map((event) => ({ ...event, salts: salts.get(event.seq) ?? new Map<string, string>() }));
}

/** An entry as its row says it: about whom, what, and the number of the entry that it takes back. */
export type KeptEntry = { readonly member: string; readonly fact: Fact; readonly reverses: number | null };

/** The entries by number, from one to another, reversals among them. */
export async function readEntries(
  rows: Rows,
  branch: string,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, KeptEntry>> {
  const found = await rows
    .selectFrom('entry')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .execute();
  return new Map(found.map((row) => [row.seq, { member: row.member_id, fact: factOf(row), reverses: row.reverses }]));
}

/** What acts said, by the number of their event, and the texts of sealed documents, by event, kind and number. */
export type Said = { readonly acts: ReadonlyMap<number, string>; readonly documents: ReadonlyMap<string, string> };

/** What was said by the events after one number up to another. */
export async function readSaid(rows: Rows, branch: string, after: number, to: number): Promise<Said> {
  const acts = await rows
    .selectFrom('act')
    .select(['seq', 'content'])
    .where('branch_id', '=', branch)
    .where('seq', '>', after)
    .where('seq', '<=', to)
    .execute();
  const documents = await rows
    .selectFrom('document')
    .select(['seq', 'kind', 'number', 'text'])
    .where('branch_id', '=', branch)
    .where('seq', '>', after)
    .where('seq', '<=', to)
    .execute();
  return {
    acts: new Map(acts.map(({ seq, content }) => [seq, content])),
    documents: new Map(documents.map(({ seq, kind, number, text }) => [`${seq} ${kind} ${number}`, text])),
  };
}

/** The rows of the roster 名册 by member, and each standing by member and number. */
export async function readRoster(
  rows: Rows,
  branch: string,
): Promise<{
  readonly members: ReadonlyMap<string, MemberTable>;
  readonly standings: ReadonlyMap<string, ReadonlyMap<number, Status>>;
}> {
  const members = await rows.selectFrom('member').selectAll().where('branch_id', '=', branch).execute();
  const standings = new Map<string, Map<number, Status>>();
  for (const row of await rows.selectFrom('status').selectAll().where('branch_id', '=', branch).execute()) {
    const own = standings.get(row.member_id) ?? new Map<number, Status>();
    standings.set(row.member_id, own.set(row.seq, statusOf(row)));
  }
  return { members: new Map(members.map((row) => [row.member_id, row])), standings };
}

/** The texts of a branch's schemes, documents and sources, each once, in the order of the versions. */
export async function readSchemeTexts(rows: Rows, branch: string): Promise<readonly string[]> {
  const found = await rows
    .selectFrom('scheme')
    .select(['document', 'source'])
    .where('branch_id', '=', branch)
    .orderBy('version')
    .execute();
  return [...new Set(found.flatMap(({ document, source }) => [document, source]))];
}

/** The schemes of a branch as kept 方案原文: of each version its document as JSON and its source. */
export async function readSchemes(
  rows: Rows,
  branch: string,
): Promise<readonly { readonly version: number; readonly document: string; readonly source: string }[]> {
  return await rows
    .selectFrom('scheme')
    .select(['version', 'document', 'source'])
    .where('branch_id', '=', branch)
    .orderBy('version')
    .execute();
}

/** The instant at which an event was recorded 上链时间. */
export async function instantOf(rows: Rows, branch: string, seq: number): Promise<string> {
  const { at } = await rows
    .selectFrom('event')
    .select('at')
    .where('branch_id', '=', branch)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  return at;
}
