import { type Act, draftStanding } from '#domain/ledger/draft.ts';
import type { Status } from '#domain/ledger/member.ts';
import type { Rows } from './database.ts';
import { append, type Planned, SYSTEM } from './ledger.ts';
import { statusColumns, statusOf } from './status-row.ts';
import type { StatusTable } from './tables.ts';

/** Adds what holds of a member from now on 党籍变动; later standings win over earlier ones, none is changed. */
export async function addStatuses(
  rows: Rows,
  branch: string,
  member: string,
  statuses: readonly Status[],
  now: string,
  actor = SYSTEM,
): Promise<void> {
  await append(rows, branch, actor, async (transaction) => {
    const last = await transaction
      .selectFrom('status')
      .select((column) => column.fn.max('seq').as('seq'))
      .where('branch_id', '=', branch)
      .where('member_id', '=', member)
      .executeTakeFirst();
    return await writeStatuses(transaction, branch, member, statuses, (last?.seq ?? 0) + 1, { actor, now });
  });
}

/** Writes the rows of standings numbered from `first`, and says what to chain; only for who is appending to the chain. */
export async function writeStatuses(
  rows: Rows,
  branch: string,
  member: string,
  statuses: readonly Status[],
  first: number,
  act: Act,
): Promise<readonly Planned[]> {
  if (statuses.length === 0) return [];
  const key = { branch_id: branch, member_id: member };
  const values = statuses.map((status, at) => ({ ...key, seq: first + at, ...statusColumns(status) }));
  await rows.insertInto('status').values(values).execute();
  return statuses.map((status, at) => {
    const number = first + at;
    return { draft: draftStanding(member, { ...status, number }, act), member, number };
  });
}

/** What held of each member of a branch, by member id, in the order written. */
export async function listStatuses(rows: Rows, branch: string): Promise<ReadonlyMap<string, readonly Status[]>> {
  const found = await rows
    .selectFrom('status')
    .selectAll()
    .where('branch_id', '=', branch)
    .orderBy('member_id')
    .orderBy('seq')
    .execute();
  const histories = new Map<string, Status[]>();
  for (const row of found) {
    const known = histories.get(row.member_id);
    if (known) known.push(statusOf(row));
    else histories.set(row.member_id, [statusOf(row)]);
  }
  return histories;
}

/** What held of one member, in the order written. */
export async function readStatuses(rows: Rows, branch: string, member: string): Promise<readonly Status[]> {
  const found = await rows
    .selectFrom('status')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('member_id', '=', member)
    .orderBy('seq')
    .execute();
  return found.map(statusOf);
}

/** The standings of a person in whatever branch. */
export async function statusesOfPerson(
  rows: Rows,
  person: string,
): Promise<readonly Pick<StatusTable, 'branch_id' | 'from_day' | 'to_day' | 'standing'>[]> {
  return await rows
    .selectFrom('status')
    .select(['branch_id', 'from_day', 'to_day', 'standing'])
    .where('member_id', '=', person)
    .execute();
}
