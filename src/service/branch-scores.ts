import { type Day, earlier } from '#domain/kernel/day.ts';
import { type MemberYear, scoreBranch } from '#domain/outcome/branch-year.ts';
import { check } from '#domain/scheme/check.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';
import type { Rows, Store } from '#store/database.ts';
import { listFacts } from '#store/entry.ts';
import { readHead } from '#store/head.ts';
import { type KeptMember, listMembers } from '#store/member.ts';
import { listSchemes } from '#store/scheme.ts';

/** A branch's year 支部年度 as scored: under which scheme, up to which day, and every member with their roster number. */
export type BranchScore = {
  readonly prepared: Prepared;
  readonly asOf: Day;
  readonly members: readonly { readonly kept: KeptMember; readonly year: MemberYear }[];
};

/** The scores of branches, kept until the branch's head moves on or the day changes: nothing stores a score as truth (product §5.1). */
export class BranchScores {
  readonly #kept = new Map<string, { readonly key: string; readonly score: Promise<BranchScore> }>();
  readonly #most: number;

  constructor(most = 50) {
    this.#most = most;
  }

  /** Scores a branch up to a day, or answers with what was computed for the same head and day. */
  async of(store: Store, branch: string, day: Day): Promise<BranchScore> {
    const head = await readHead(store.rows, branch);
    const key = `${head?.revision ?? 0} ${day}`;
    const known = this.#kept.get(branch);
    if (known?.key === key) return await known.score;
    const score = store.snapshot((rows) => scoreRows(rows, branch, day));
    this.#kept.delete(branch);
    this.#kept.set(branch, { key, score });
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value ?? '');
    score.catch(() => this.#kept.delete(branch)); // a failure is not kept
    return await score;
  }
}

/** Reads a branch's schemes, members and facts and scores them through the domain (product §5.1). */
export async function scoreRows(rows: Rows, branch: string, day: Day): Promise<BranchScore> {
  const schemes = (await listSchemes(rows, branch)).map(({ document }) => schemeOf(document));
  const kept = await listMembers(rows, branch);
  const facts = await listFacts(rows, branch);
  const prepared = prepare(schemes, day);
  const years = scoreBranch(
    prepared,
    kept.map(({ member }) => member),
    facts,
  );
  const members = kept.flatMap((one, at) => {
    const year = years[at];
    return year ? [{ kept: one, year }] : [];
  });
  return { prepared, asOf: earlier(day, prepared.year.to), members };
}

/** A kept document as a scheme; it passed check when it was adopted. */
export function schemeOf(document: unknown): Scheme {
  const { scheme, problems } = check(document);
  if (!scheme) throw new Error(`a kept scheme no longer passes check: ${problems[0]?.code ?? 'not told'}`);
  return scheme;
}
