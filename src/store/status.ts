import { type Act, draftStanding } from '#domain/ledger/draft.ts';
import type { Status } from '#domain/ledger/member.ts';
import type { Rows } from './database.ts';
import { append, BATCH, type Planned, SYSTEM } from './ledger.ts';
import { statusColumns, statusOf } from './status-row.ts';
import type { StatusTable } from './tables.ts';

/** What is to hold of a member from now on. */
export type NewStatuses = { readonly member: string; readonly statuses: readonly Status[] };

/** Adds what holds of a member from now on 党籍变动; later standings win over earlier ones, none is changed. */
export async function addStatuses(
  rows: Rows,
  branch: string,
  member: string,
  statuses: readonly Status[],
  now: string,
  actor = SYSTEM,
): Promise<void> {
  await addManyStatuses(rows, branch, [{ member, statuses }], now, actor);
}

/** Adds what holds of many members from now on, as one: each member stands there once. */
export async function addManyStatuses(
  rows: Rows,
  branch: string,
  changes: readonly NewStatuses[],
  now: string,
  actor = SYSTEM,
): Promise<void> {
  await append(rows, branch, actor, async (transaction) => {
    const last = await lastNumbers(
      transaction,
      branch,
      changes.map(({ member }) => member),
    );
    const numbered = changes.map((one) => ({ ...one, first: (last.get(one.member) ?? 0) + 1 }));
    return await writeStatuses(transaction, branch, numbered, { actor, now });
  });
}

/** The number of each member's last standing. */
async function lastNumbers(
  rows: Rows,
  branch: string,
  members: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const last = new Map<string, number>();
  for (let at = 0; at < members.length; at += BATCH) {
    const found = await rows
      .selectFrom('status')
      .select((column) => ['member_id', column.fn.max('seq').as('seq')])
      .where('branch_id', '=', branch)
      .where('member_id', 'in', members.slice(at, at + BATCH))
      .groupBy('member_id')
      .execute();
    for (const { member_id, seq } of found) last.set(member_id, seq);
  }
  return last;
}

/** Writes the rows of standings numbered from `first`, and says what to chain; only for who is appending to the chain. */
export async function writeStatuses(
  rows: Rows,
  branch: string,
  changes: readonly (NewStatuses & { readonly first: number })[],
  act: Act,
): Promise<readonly Planned[]> {
  const numbered = changes.flatMap(({ member, statuses, first }) =>
    statuses.map((status, at) => ({ member, status, number: first + at })),
  );
  const values = numbered.map(({ member, status, number }) => ({
    branch_id: branch,
    member_id: member,
    seq: number,
    ...statusColumns(status),
  }));
  for (let at = 0; at < values.length; at += BATCH)
    await rows
      .insertInto('status')
      .values(values.slice(at, at + BATCH))
      .execute();
  return numbered.map(({ member, status, number }) => ({
    draft: draftStanding(member, { ...status, number }, act),
    member,
    number,
  }));
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
