import type { Day } from '#domain/kernel/day.ts';

/** The names of people 姓名 by id, and of members their numbers in the roster. */
export type People = ReadonlyMap<string, { readonly name: string; readonly code?: string }>;

/** A member with dated standings, as the roster shows it. */
export type RosterRow = {
  readonly code: string;
  readonly name: string;
  readonly history: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly standing: string;
    readonly category?: string | undefined;
    readonly group?: string | undefined;
    readonly role?: string | undefined;
  }[];
};

/** A line 事项 as listed. */
export type LineRow = {
  readonly subject: string;
  readonly month: string;
  readonly state: string;
  readonly origin: string;
  readonly fact: {
    readonly item: string;
    readonly day: Day;
    readonly quantity?: number | undefined;
    readonly level?: string | undefined;
  };
  readonly points?: number | undefined;
  readonly deduction: boolean;
  readonly words?: string | undefined;
  readonly decision?: { readonly reason?: string | undefined } | undefined;
  readonly entry?: number | undefined;
  readonly hearing?:
    | {
        readonly state: string;
        readonly last: Day;
        readonly answer?: string | undefined;
        readonly words?: string | undefined;
      }
    | undefined;
};

/** A rank 位次 as listed. */
export type RankRow = {
  readonly member: string;
  readonly total: number;
  readonly rank: number | null;
  readonly of: number | null;
  readonly position: string | null;
  readonly unranked: string | null;
};

/** A notice or an objection as listed: its state and its content, of which texts and numbers are taken. */
export type MatterRow = {
  readonly state: string;
  readonly period?: string | undefined;
  readonly subject?: string | undefined;
  readonly content: Readonly<Record<string, unknown>>;
};

/** A matter with what it is, and what it belongs to. */
export type ThingRow = MatterRow & {
  readonly noun: string;
  readonly id: string;
  readonly parent?: string | undefined;
  readonly changed: string;
};

/** Who looked 谁看过我. */
export type AccessRow = {
  readonly at: string;
  readonly viewer: string;
  readonly action: string;
  readonly set: string;
  readonly reason: string | null;
};

/** A line of the audit record 审计日志. */
export type RecordRow = {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly target: string | null;
  readonly request: string | null;
};

/** A branch below a superior 汇总. */
export type RollupRow = {
  readonly name: string;
  readonly members: number;
  readonly asOf: Day | null;
  readonly settlement: string | null;
  readonly filing: string | null;
  readonly distribution:
    | readonly { readonly from?: number | undefined; readonly to?: number | undefined; readonly count: number }[]
    | null;
};

/** A question 询问 about a notice. */
export type QuestionRow = {
  readonly start: Day;
  readonly last: Day;
  readonly state: string;
  readonly words: string;
  readonly answer?: string | undefined;
  readonly reason?: string | undefined;
};

type Contest = {
  readonly member: string;
  readonly about: string;
  readonly words: string;
  readonly state: string;
  readonly result?: string | undefined;
  readonly finding?: string | undefined;
  readonly answered?: Day | undefined;
};

/** An appeal 申诉 as the branch has it once it was served. */
export type ServedRow = Contest & { readonly year?: string | undefined; readonly served: Day };

/** An appeal 申诉 as its member and the superior have it. */
export type AppealRow = Contest & {
  readonly year: string;
  readonly branch: string;
  readonly start: Day;
  readonly last: Day;
  readonly served?: Day | undefined;
};

/** A veto 一票否决. */
export type VetoRow = {
  readonly subject: string;
  readonly ground: string;
  readonly since: Day;
  readonly state: string;
  readonly words: string;
  readonly finding?: { readonly body: string; readonly number: string; readonly day: Day } | undefined;
  readonly reason?: string | undefined;
};

/** A concern 监督意见. */
export type ConcernRow = {
  readonly day: Day;
  readonly state: string;
  readonly words?: string | undefined;
  readonly answer?: string | undefined;
  readonly ended?: Day | undefined;
};

/** A member's account 账号, and its last slip. */
export type AccountRow = {
  readonly member: string;
  readonly state: string;
  readonly slip?: { readonly issued: string; readonly state: string } | undefined;
};

/** A person of an organisation 人员. */
export type PersonRow = {
  readonly name: string;
  readonly code?: string | undefined;
  readonly login?: string | undefined;
  readonly state: string;
};

/** A role that was given 授权. */
export type RightRow = { readonly person: string; readonly role: string; readonly from: Day; readonly to: Day };

/** A long absence 长期外出. */
export type AbsenceRow = {
  readonly member: string;
  readonly from: Day;
  readonly to: Day;
  readonly consented?: Day | undefined;
  readonly approved?: Day | undefined;
};

/** Two relatives 近亲属. */
export type RelativeRow = { readonly one: string; readonly other: string };

/** A running term 期限. */
export type TermRow = {
  readonly noun: string;
  readonly id: string;
  readonly last: Day;
  readonly provisional: boolean;
};
