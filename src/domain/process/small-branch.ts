import type { Day } from '#domain/kernel/day.ts';

/** The number of full members 正式党员 from which a branch has a committee 支委会 (product §2). */
export const COMMITTEE_FROM = 7;

/** Which body reviews 初评: the committee where there is one, else the branch meeting (§三(二)). */
export type ReviewBody = 'committee' | 'branch-meeting';

/** A small branch 小支部: fewer than 7 full members and no committee (product §2). */
export function isSmall(branch: { readonly fullMembers: number; readonly committee: readonly string[] }): boolean {
  return branch.committee.length === 0 && branch.fullMembers < COMMITTEE_FROM;
}

/** The body that reviews the lines of a month. */
export function reviewBody(committee: readonly string[]): ReviewBody {
  return committee.length > 0 ? 'committee' : 'branch-meeting';
}

/** Without a committee the meeting that reviews and the one that determines stand on different days (product §2). */
export function daysApart(committee: readonly string[], determines: Day, reviews: readonly Day[]): boolean {
  return committee.length > 0 || !reviews.includes(determines);
}

/** Who could be the second person 第二人: members of the branch with the office, members lent by another branch, persons of the superior. */
export type Candidates = {
  readonly branch: readonly string[];
  readonly lent: readonly string[];
  readonly superior: readonly string[];
};

/** A second person found and where from, or that the step waits: it says so and is never skipped (product §2). */
export type Second =
  | { readonly person: string; readonly from: 'branch' | 'lent' | 'superior' }
  | { readonly waits: 'second.waiting' };

/** Finds a second person 第二人: in a small branch from a lent member or the superior only, elsewhere from the branch first; nobody who is barred. */
export function findSecond(small: boolean, candidates: Candidates, barred: (person: string) => boolean): Second {
  const sources = small ? (['lent', 'superior'] as const) : (['branch', 'lent', 'superior'] as const);
  for (const from of sources) {
    const person = candidates[from].find((one) => !barred(one));
    if (person !== undefined) return { person, from };
  }
  return { waits: 'second.waiting' };
}
