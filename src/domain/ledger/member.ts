import type { Day, Span } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';

/** The standings 党籍状态 a member can have on a day (product §2); `exempt` is scored and not ranked. */
export const STANDINGS = [
  'full',
  'probationary',
  'suspended',
  'on-probation-within-party',
  'exempt',
  'mobile',
  'transferred',
  'deceased',
] as const;

/** A member's standing 党籍状态 on a day. */
export type Standing = (typeof STANDINGS)[number];

/** What held of a member between two days, both inside: standing, category 类别, group and role (product §2, rights are dated). */
export type Status = {
  readonly from: Day;
  readonly to: Day;
  readonly standing: Standing;
  readonly category?: string;
  readonly group?: string;
  readonly role?: string;
};

/** A member 党员 with the dated history of what held; `lastTotal` is last year's own total where the scheme carries it over. */
export type Member = {
  readonly id: string;
  readonly name: string;
  readonly history: readonly Status[];
  readonly lastTotal?: Points;
};

/** The first and last day a status can have when nobody wrote one. */
export const ALWAYS: Span = { from: '0000-01-01', to: '9999-12-31' };

/** What held of the member on a day; undefined when the member was not in the branch then. Later rows win over earlier ones. */
export function statusOn(member: Member, day: Day): Status | undefined {
  const { history } = member;
  for (let at = history.length - 1; at >= 0; at--) {
    const status = history[at];
    if (status && day >= status.from && day <= status.to) return status;
  }
  return undefined;
}
