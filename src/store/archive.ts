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

/** A row that bears on scores, by its table and key: the number of a version, a standing or an entry, and the member where it is theirs. */
export type RowKey = {
  readonly table: 'scheme' | 'member' | 'status' | 'entry';
  readonly member?: string;
  readonly number?: number;
};

const TABLE_OF: Readonly<Record<string, RowKey['table']>> = {
  'scheme/1': 'scheme',
  'member/1': 'member',
  'standing/1': 'status',
  'entry/1': 'entry',
  'reversal/1': 'entry',
};

/** Rows that bear on scores and that no event of the chain speaks of: nobody entered them through the ledger. */
export async function findStrays(rows: Rows, branch: string): Promise<readonly RowKey[]> {
  const keyOf = ({ table, member = '', number = 0 }: RowKey): string => `${table} ${number} ${member}`;
  const events = await rows
    .selectFrom('event')
    .select(['kind', 'member_id', 'number'])
    .where('branch_id', '=', branch)
    .execute();
  const told = new Set(
    events.flatMap(({ kind, member_id: member, number }) => {
      const table = TABLE_OF[kind];
      if (table === undefined) return [];
      return [keyOf({ table, ...(member !== null && { member }), ...(number !== null && { number }) })];
    }),
  );
  const own = <T extends RowKey['table']>(table: T) => rows.selectFrom<T>(table);
  const schemes = await own('scheme').select('version').where('branch_id', '=', branch).execute();
  const members = await own('member').select('member_id').where('branch_id', '=', branch).execute();
  const statuses = await own('status').select(['member_id', 'seq']).where('branch_id', '=', branch).execute();
  const entries = await own('entry').select(['member_id', 'seq']).where('branch_id', '=', branch).execute();
  const keys: readonly RowKey[] = [
    ...schemes.map(({ version }) => ({ table: 'scheme' as const, number: version })),
    ...members.map(({ member_id: member }) => ({ table: 'member' as const, member })),
    ...statuses.map(({ member_id: member, seq: number }) => ({ table: 'status' as const, member, number })),
    ...entries.map(({ member_id: member, seq: number }) => ({ table: 'entry' as const, member, number })),
  ];
  return keys.filter((key) => !told.has(keyOf(key)));
}
