import type { Status } from '#domain/ledger/member.ts';
import type { StatusTable } from './tables.ts';

/** The columns that say what held between two days. */
export type StatusColumns = Omit<StatusTable, 'branch_id' | 'member_id' | 'seq'>;

/** What held 党籍状态 as columns. */
export function statusColumns({ from, to, standing, category, group, role }: Status): StatusColumns {
  return {
    from_day: from,
    to_day: to,
    standing,
    category: category ?? null,
    group_name: group ?? null,
    role: role ?? null,
  };
}

/** What held, from its columns. */
export function statusOf({ from_day: from, to_day: to, standing, category, group_name, role }: StatusColumns): Status {
  return {
    from,
    to,
    standing,
    ...(category !== null && { category }),
    ...(group_name !== null && { group: group_name }),
    ...(role !== null && { role }),
  };
}
