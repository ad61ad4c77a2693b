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
