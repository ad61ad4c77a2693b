import { within } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import { divideRounded } from '#domain/kernel/points.ts';
import { timesRatio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { type Member, type Status, statusOn } from '#domain/ledger/member.ts';
import type { SchemeDocument } from '#domain/scheme/document.ts';
import { isCarry } from '#domain/scheme/node.ts';
import { combined, type Evaluation, evaluate } from '#domain/score/evaluate.ts';
import { type Explanation, findNode } from '#domain/score/explanation.ts';
import { measure } from '#domain/score/pool.ts';
import type { Prepared } from '#domain/score/prepare.ts';
import type { BranchFigures, Placing } from '#domain/score/setting.ts';
import { type Graded, meets, type Proposal, proposeGrade } from './grade.ts';
import { applyQuotas } from './quota.ts';
import { type Rank, rankAll } from './rank.ts';

/** Why a member has no rank 不参加排名. */
export const UNRANKED = ['not-member', 'probationary', 'exempt', 'vetoed', 'category'] as const;

/** One of these reasons. */
export type Unranked = (typeof UNRANKED)[number];

/** A score to be ranked and graded: an evaluation, with its tree or without where only totals are asked for. */
export type YearScore = Omit<Evaluation, 'tree' | 'unknown'> & { readonly tree?: Explanation };

/** A member's year in the branch: score (with its explanation where it has one), rank, proposed grade and coloured warnings. */
export type MemberYear<S extends YearScore = Evaluation> = {
  readonly member: Member;
  readonly status: Status | undefined;
  readonly evaluation: S;
  readonly rank: Rank | undefined;
  readonly unranked: Unranked | undefined;
  readonly proposal: Proposal;
  readonly warnings: readonly string[];
};

/** Scores, ranks and grades a whole branch 全支部 for a year up to a day; `facts` by member id, in any order. */
export function scoreBranch(
  prepared: Prepared,
  members: readonly Member[],
  facts: ReadonlyMap<string, readonly Fact[]>,
): readonly MemberYear[] {
  const own = members.map(({ id }) => facts.get(id) ?? []);
  const figures = branchFigures(prepared, members, (at) => own[at] ?? []);
  const scores = members.map((member, at) =>
    evaluate(prepared, { member, facts: own[at] ?? [], figures: figures(member.id) }),
  );
  return judgeBranch(prepared, members, scores, (at) => own[at] ?? []);
}

/** Ranks and grades members whose scores are known, in the order of the members. */
export function judgeBranch<S extends YearScore>(
  prepared: Prepared,
  members: readonly Member[],
  scores: readonly S[],
  factsOf: (at: number) => readonly Fact[],
): readonly MemberYear<S>[] {
  const ranks = rankBranch(prepared, members, scores);
  const { grades = [], quotas = [], warnings = [] } = prepared.scheme.document;
  const years = members.flatMap((member, at): MemberYear<S>[] => {
    const evaluation = scores[at];
    const ranked = ranks[at];
    if (!evaluation || !ranked) return [];
    const graded = gradedOf(prepared, evaluation, () => factsOf(at), ranked.status, ranked.rank);
    const proposal = fixedProposal(prepared, evaluation, ranked.status) ?? proposeGrade(grades, graded);
    const signs = warnings
      .filter((warning) => warning.when.every((condition) => meets(condition, graded)))
      .map((warning) => warning.label);
    return [{ member, evaluation, ...ranked, proposal, warnings: signs }];
  });
  if (quotas.length === 0) return years;
  const places = branchPlaces(years);
  const candidates = years.map((year, at) => ({ rank: places[at], proposal: year.proposal }));
  applyQuotas(quotas, candidates);
  return years.map((year, at) => ({ ...year, proposal: candidates[at]?.proposal ?? year.proposal }));
}

/** The places of all ranked members in the branch as a whole: a quota counts the branch, also where ranks are within categories. */
function branchPlaces(years: readonly MemberYear<YearScore>[]): readonly (number | undefined)[] {
  const ranked = years.filter(({ rank }) => rank);
  const ranks = rankAll(ranked.map(({ evaluation }) => evaluation.total));
  const placed = new Map(ranked.map((year, at) => [year, ranks[at]?.rank]));
  return years.map((year) => placed.get(year));
}

type Ranked = Pick<MemberYear, 'status' | 'rank' | 'unranked'>;

/** Ranks those who are ranked: neither probationary, exempt nor vetoed, nor in a category the scheme does not rank; within the branch or each category. */
export function rankBranch(
  prepared: Prepared,
  members: readonly Member[],
  scores: readonly Pick<Evaluation, 'total' | 'vetoed'>[],
): readonly Ranked[] {
  const { rank: setting, categories = [] } = prepared.scheme.document;
  const unrankedCategories = new Set(categories.filter((one) => one.ranked === false).map((one) => one.id));
  const found = members.map(
    (member, at): { status: Status | undefined; unranked: Unranked | undefined; rank: Rank | undefined } => {
      const status = statusOn(member, prepared.asOf);
      return {
        status,
        unranked: unrankedReason(status, scores[at]?.vetoed === true, unrankedCategories),
        rank: undefined,
      };
    },
  );
  const pools = new Map<string, number[]>();
  for (const [at, { status, unranked }] of found.entries()) {
    if (unranked) continue;
    const key = setting?.within === 'category' ? (status?.category ?? '') : '';
    const pool = pools.get(key);
    if (pool) pool.push(at);
    else pools.set(key, [at]);
  }
  for (const pool of pools.values()) {
    const ranks = rankAll(
      pool.map((at) => scores[at]?.total ?? 0),
      setting?.front,
      setting?.rear,
    );
    for (const [index, at] of pool.entries()) {
      const one = found[at];
      if (one) one.rank = ranks[index];
    }
  }
  return found;
}

/** The label of the category 类别 within which a scheme ranks a member; undefined where it ranks the branch as a whole. */
export function rankedWithin({ rank, categories }: SchemeDocument, status: Status | undefined): string | undefined {
  const category = rank?.within === 'category' ? status?.category : undefined;
  return categories?.find(({ id }) => id === category)?.label ?? category;
}

function unrankedReason(
  status: Status | undefined,
  vetoed: boolean,
  categories: ReadonlySet<string>,
): Unranked | undefined {
  if (!status || status.standing === 'transferred' || status.standing === 'deceased') return 'not-member';
  if (vetoed) return 'vetoed';
  if (status.standing === 'probationary' || status.standing === 'exempt') return status.standing;
  return status.category !== undefined && categories.has(status.category) ? 'category' : undefined;
}

function fixedProposal(prepared: Prepared, evaluation: YearScore, status: Status | undefined): Proposal | undefined {
  const { grades = [], categories = [] } = prepared.scheme.document;
  if (!status || status.standing === 'transferred' || status.standing === 'deceased')
    return { grade: null, reason: 'not-member' };
  if (evaluation.grade !== undefined) return { grade: evaluation.grade, reason: 'veto' };
  const category = categories.find((one) => one.id === status.category);
  const own = grades.some((grade) => status.category !== undefined && grade.for?.includes(status.category));
  if (category?.graded === false || (status.standing === 'probationary' && !own))
    return { grade: null, reason: 'not-graded' };
  return undefined;
}

function gradedOf(
  prepared: Prepared,
  evaluation: YearScore,
  facts: () => readonly Fact[],
  status: Status | undefined,
  rank: Rank | undefined,
): Graded {
  const inYear = (fact: Fact): boolean => fact.day >= prepared.year.from && fact.day <= prepared.asOf;
  const { tree } = evaluation;
  return {
    total: evaluation.total,
    ...(status?.category !== undefined && { category: status.category }),
    ...(rank && { position: rank.position }),
    pointsOf: (node) =>
      evaluation.components.get(node) ??
      (tree && pointsIn(tree, node, prepared.scheme.document.cycle?.year ?? 'whole')),
    measured: (item, what, over) => {
      const own = facts().filter((fact) => fact.item === item && inYear(fact));
      if (over === 'year') return [measure(own, what)];
      return prepared.periods.map((period) =>
        measure(
          own.filter(({ day }) => within(day, period)),
          what,
        ),
      );
    },
    periodTotals: evaluation.periods.map((period) => period.total),
  };
}

/** The points of a node over the year: where periods are scored by themselves, combined as their totals are. */
function pointsIn(tree: Explanation, node: string, way: 'whole' | 'sum' | 'mean' | 'last'): Points | undefined {
  if (tree.children[0]?.kind !== 'period') return findNode(tree, node)?.points;
  const points = tree.children.map((period) => findNode(period, node)?.points);
  return points.every((one) => one === undefined)
    ? undefined
    : combined(
        points.map((one) => one ?? 0),
        way,
      );
}

/** What each member's score takes from the branch: the mean opening of those who carry over, and places by an item's number. */
export function branchFigures(
  prepared: Prepared,
  members: readonly Member[],
  factsOf: (at: number) => readonly Fact[],
): (member: string) => BranchFigures {
  const meanOpening = new Map<string, Points>();
  for (const component of prepared.scheme.document.components) {
    if (!isCarry(component.opens)) continue;
    const { carry } = component.opens;
    const openings = members.flatMap(({ lastTotal }) =>
      lastTotal === undefined ? [] : [timesRatio(lastTotal, carry)],
    );
    if (openings.length > 0)
      meanOpening.set(
        component.id,
        divideRounded(
          openings.reduce((sum, one) => sum + one, 0),
          openings.length,
        ),
      );
  }
  const placed = [...prepared.scheme.nodes.values()].filter(
    (entry) => entry.kind === 'item' && (entry.node.steps?.on === 'place' || entry.node.steps?.on === 'share'),
  );
  const places = new Map<string, Map<string, Placing>>();
  for (const { node } of placed) {
    for (const [member, placing] of placings(prepared, node.id, members, factsOf)) {
      const own = places.get(member) ?? new Map<string, Placing>();
      places.set(member, own.set(node.id, placing));
    }
  }
  return (member) => {
    const own = places.get(member);
    return { meanOpening, ...(own && { places: own }) };
  };
}

function placings(
  prepared: Prepared,
  item: string,
  members: readonly Member[],
  factsOf: (at: number) => readonly Fact[],
): [string, Placing][] {
  const numbers = members.flatMap((member, at): [string, number][] => {
    const own = factsOf(at).filter(
      (fact) => fact.item === item && fact.day >= prepared.year.from && fact.day <= prepared.asOf,
    );
    if (own.length === 0) return [];
    return [[member.id, own.reduce((sum, fact) => sum + (fact.score ?? fact.quantity ?? 0), 0)]];
  });
  const ranks = rankAll(numbers.map(([, number]) => number));
  return numbers.map(([id], at) => [id, { place: ranks[at]?.rank ?? numbers.length, of: numbers.length }]);
}
