import type { HolidayNotice } from '#domain/calendar/holiday-notice.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { Role } from '#domain/permission/role.ts';

/** A branch of a story 支部: its scheme, roster by roster number, offices, and facts of its year that are declared month by month. */
export type StoryBranch = {
  readonly key: string;
  readonly name: string;
  readonly superior?: string;
  readonly scheme: {
    readonly version: number;
    readonly effective: Day;
    readonly source: string;
    readonly document: unknown;
  };
  readonly members: readonly Member[];
  /** Whom the facts name: the members, and who joins them in the course of the story. */
  readonly people: readonly Member[];
  readonly offices: readonly { readonly code: string; readonly role: Role }[];
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
};

/**
 * A step of a story 情节: on a day, in a branch, somebody (a roster number, a superior's name, `clock` or `observer`) does an action. Texts that begin
 * with `$` stand for what an earlier step, named by `as`, answered. `refused` says that a rule must refuse it, and by which code.
 */
export type StoryStep = {
  readonly on: Day;
  readonly branch: string;
  readonly by: string;
  readonly do: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly second?: string;
  readonly as?: string;
  readonly refused?: string;
  /** The line of the file, for who reads a fault. */
  readonly line: number;
};

/** A story 情节脚本: superiors by name, branches, and what happens, in the order of its days. */
export type Story = {
  readonly title: string;
  /** The holidays of years for which none are published yet 未公布, as the story assumes them; for its demonstration branches alone. */
  readonly assumed: readonly Pick<HolidayNotice, 'year' | 'holidays'>[];
  readonly superiors: readonly { readonly key: string; readonly name: string; readonly reviewers: readonly string[] }[];
  readonly branches: readonly StoryBranch[];
  readonly steps: readonly StoryStep[];
};

/** Something that is wrong with a story as written 脚本有误, in words for who writes it. */
export class StoryMistake extends Error {
  override readonly name = 'StoryMistake';
}
