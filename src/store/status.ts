import type { Member, Status } from '#domain/ledger/member.ts';
import type { Rows } from './database.ts';

/** Adds what held of a member between two days (党籍状态). */
export async function addStatuses(rows: Rows, branch: string, { id, history }: Member): Promise<void> {
  if (history.length === 0) return;
  const values = history.map(({ from, to, standing, category, group, role }, at) => ({
    branch_id: branch,
    member_id: id,
    seq: at + 1,
    from_day: from,
    to_day: to,
    standing,
    category: category ?? null,
    group_name: group ?? null,
    role: role ?? null,
  }));
  await rows.insertInto('status').values(values).execute();
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
  for (const { member_id: member, from_day: from, to_day: to, standing, category, group_name: group, role } of found) {
    const status: Status = {
      from,
      to,
      standing,
      ...(category !== null && { category }),
      ...(group !== null && { group }),
      ...(role !== null && { role }),
    };
    const known = histories.get(member);
    if (known) known.push(status);
    else histories.set(member, [status]);
  }
  return histories;
}
