import type { Day } from '#domain/kernel/day.ts';
import type { Standing } from '#domain/ledger/member.ts';
import type { AccountTables } from './tables-accounts.ts';
import type { ProcessTables } from './tables-process.ts';

/** An organisation 党组织 of the tree; `path` is its ancestry as "/root/…/own/". A reference table. */
export type OrgTable = { id: string; parent_id: string | null; path: string; name: string; created_at: string };

/**
 * A branch 党支部: the unit of everything; `demo` is 1 where every page is marked 演示. A `superior` 上级党组织 has a chain of its own under its
 * organisation's id, for what reaches it and no branch may see.
 */
export type BranchTable = {
  branch_id: string;
  org_id: string;
  name: string;
  kind: 'branch' | 'superior';
  demo: 0 | 1;
  created_at: string;
};

/** The directory of standing boards 公示牌: an unguessable code → its branch. A reference table. */
export type BoardTable = { code: string; branch_id: string; created_at: string };

/** The directory of posted notices 公示: an unguessable code, new for each → its branch and matter. A reference table, only ever added to. */
export type NoticeCodeTable = { code: string; branch_id: string; notice_id: string };

/** A version of a branch's scheme 方案: `source` as people wrote it, `document` its content as JSON, `effective` its first day. Written once. */
export type SchemeTable = {
  branch_id: string;
  version: number;
  effective: Day;
  source: string;
  document: string;
  created_at: string;
};

/** A member 党员 of the roster; `code` is the number in the branch's own roster, `last_total` last year's total in 1/10000 point. */
export type MemberTable = {
  branch_id: string;
  member_id: string;
  code: string;
  name: string;
  last_total: number | null;
  created_at: string;
};

/** What held of a member between two days, both inside (党籍状态, dated). */
export type StatusTable = {
  branch_id: string;
  member_id: string;
  seq: number;
  from_day: Day;
  to_day: Day;
  standing: Standing;
  category: string | null;
  group_name: string | null;
  role: string | null;
};

/**
 * A ledger entry 分录: one fact as determined, never what it is worth; only ever added. Amounts are whole numbers of 1/10000.
 * A reversal 冲正 has in `reverses` the number of the entry that it takes back: then neither of the two counts.
 */
export type EntryTable = {
  branch_id: string;
  seq: number;
  member_id: string;
  item: string;
  day: Day;
  period: string | null;
  quantity: number | null;
  level: string | null;
  points: number | null;
  score: number | null;
  rater: string | null;
  ref: string | null;
  note: string | null;
  created_at: string;
  reverses: number | null;
};

/**
 * A chained event 上链事件 (docs/ledger.md), only ever added; `body` is canonical JSON. Outside the hash: the `actor`, and which rows its
 * commitments speak of by `member_id` and `number` (of the scheme's version, the member's standing or the entry).
 */
export type EventTable = {
  branch_id: string;
  seq: number;
  kind: string;
  at: string;
  body: string;
  prev: string | null;
  hash: string;
  actor: string | null;
  member_id: string | null;
  number: number | null;
};

/** The salt 盐值 of one commitment of an event, as 32 hex digits; kept apart from the event, only ever added. */
export type SaltTable = { branch_id: string; seq: number; field: string; salt: string };

/**
 * The head of a branch's ledger, which its one writer locks: `seq` of its last entry, `revision`, which every act that bears on a score raises,
 * and the end of its chain: number and hash of the last event, and the algorithm of its hashes.
 */
export type HeadTable = {
  branch_id: string;
  seq: number;
  revision: number;
  event_seq: number;
  hash: string;
  algorithm: string;
};

/** All tables, as rows. The same on every engine. */
export type Tables = {
  org: OrgTable;
  branch: BranchTable;
  board: BoardTable;
  notice_code: NoticeCodeTable;
  scheme: SchemeTable;
  member: MemberTable;
  status: StatusTable;
  entry: EntryTable;
  event: EventTable;
  salt: SaltTable;
  head: HeadTable;
} & ProcessTables &
  AccountTables;
