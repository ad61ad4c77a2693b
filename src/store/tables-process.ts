import type { Day } from '#domain/kernel/day.ts';
import type { Role } from '#domain/permission/role.ts';

/**
 * A matter 事项 of the process as it stands: the row of a state table (`noun`), its state, its revision, which every act raises, and its content as JSON.
 * `subject` is the member it is about, `period` its month, quarter or year, `parent` the matter it belongs to. Work in progress: what is sealed is a document.
 */
export type MatterTable = {
  branch_id: string;
  noun: string;
  id: string;
  state: string;
  revision: number;
  subject: string | null;
  period: string | null;
  parent: string | null;
  body: string;
  created_at: string;
  changed_at: string;
};

/** A step taken on a matter 办理过程, only ever added: what was done, by whom, and what stood before as JSON (null for what was new). */
export type StepTable = {
  branch_id: string;
  noun: string;
  id: string;
  revision: number;
  action: string;
  actor: string;
  second: string | null;
  at: string;
  prior: string | null;
};

/** What an act put on the chain 上链事项 said, by the number of its event: the content that opens its commitment. Only ever added. */
export type ActTable = { branch_id: string; seq: number; content: string };

/** A sealed document 定稿文书 (roll, month, register, minutes, notice, settlement, filing), written once; `text` is canonical JSON, `seq` the event that seals it. */
export type DocumentTable = {
  branch_id: string;
  kind: string;
  number: number;
  matter: string;
  period: string | null;
  text: string;
  seq: number;
  supersedes: number | null;
  sealed_at: string;
};

/** The audit record 审计日志, only ever added: who asked for what and what came of it, refusals too; never what anything is worth. */
export type RecordTable = {
  branch_id: string;
  record_id: string;
  at: string;
  actor: string;
  action: string;
  outcome: 'done' | 'waits' | 'refused';
  code: string | null;
  target: string | null;
  request: string | null;
};

/** Who looked at whose record 谁看过我, only ever added; a list is one row whose `subject` names the set. */
export type AccessTable = {
  branch_id: string;
  access_id: string;
  at: string;
  viewer: string;
  subject: string;
  action: string;
  reason: string | null;
};

/** The answer kept for an idempotency key 幂等键, only ever added; `who` is a keyed digest of the person, `digest` that of what was asked. */
export type AnswerTable = {
  branch_id: string;
  who: string;
  action: string;
  key: string;
  digest: string;
  answer: string;
  at: string;
};

/** A role given to a person in a branch or a superior organisation 任职, with its days, both inside. */
export type GrantTable = {
  org_id: string;
  grant_id: string;
  person_id: string;
  role: Role;
  from_day: Day;
  to_day: Day;
  given_by: string;
  created_at: string;
};

/** Who reported a matter 反映人 (product §3.3): sealed with the installation's key; `who` is a keyed digest by which the reporter finds it again. Only ever added. */
export type ShieldTable = { branch_id: string; id: string; who: string; sealed: string };

/** That a member has voted on a motion by secret ballot 已投票; nothing joins it to a ballot. Only ever added. */
export type VotedTable = { branch_id: string; motion_id: string; member_id: string };

/** A secret ballot 选票: a random code and a choice, without instant, order or person; laid anew whenever one is added. */
export type BallotTable = { branch_id: string; motion_id: string; code: string; choice: string };

/**
 * The control code 校验码 of a printed sheet: what kind of sheet it is, what it is of, and which part of that. No person who gets a ballot, no order and
 * no instant stands here. Only ever added.
 */
export type PaperCodeTable = { branch_id: string; code: string; kind: string; of: string; part: string };

/** The tables of the process and of what is recorded about it. */
export type ProcessTables = {
  matter: MatterTable;
  step: StepTable;
  act: ActTable;
  document: DocumentTable;
  record: RecordTable;
  access: AccessTable;
  answer: AnswerTable;
  role_grant: GrantTable;
  shield: ShieldTable;
  voted: VotedTable;
  ballot: BallotTable;
  paper_code: PaperCodeTable;
};
