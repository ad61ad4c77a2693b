import type { Rows } from './database.ts';
import { strayMatters } from './stray-matters.ts';

/** A row that bears on scores, by its table and key: the number of a version, a standing or an entry, and the member where it is theirs. */
export type RowKey = {
  readonly table: 'scheme' | 'member' | 'status' | 'entry' | 'act' | 'document' | 'matter';
  readonly member?: string;
  readonly number?: number;
  /** Of a document its kind, of a matter its noun and id. */
  readonly of?: string;
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
    .select(['seq', 'kind', 'member_id', 'number'])
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
  const sealed = await own('document').select(['kind', 'number', 'seq']).where('branch_id', '=', branch).execute();
  const acts = await own('act').select('seq').where('branch_id', '=', branch).execute();
  const kinds = new Map(events.map(({ kind, seq }) => [seq, kind]));
  return [
    ...keys.filter((key) => !told.has(keyOf(key))),
    ...acts.flatMap(({ seq }) => (kinds.get(seq) === 'act/1' ? [] : [{ table: 'act' as const, number: seq }])),
    ...sealed.flatMap(({ kind, number, seq }) =>
      kinds.get(seq) === 'seal/1' ? [] : [{ table: 'document' as const, of: kind, number }],
    ),
    ...(await strayMatters(rows, branch)),
  ];
}
