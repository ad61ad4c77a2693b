import { earlier, type Span } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { TOTAL } from '#domain/scheme/condition.ts';
import { type Adjustment, type Explanation, findNode } from './explanation.ts';
import { bound, type Risen } from './fold.ts';
import { foldNode, type Scoring } from './fold-tree.ts';
import type { Used } from './limit.ts';
import { type Prepared, versionOn } from './prepare.ts';
import { reviewMeans, reviewShare } from './review.ts';
import type { Setting, Subject } from './setting.ts';
import { lastProfile, type SortedFacts, sortFacts } from './sorted-facts.ts';
import { rootOf } from './tree.ts';
import { clearing, type Struck, strike, strikeByPoints } from './veto.ts';
/** What one period came to for a member. */
export type PeriodResult = {
  readonly total: Points;
  readonly components: ReadonlyMap<string, Points>;
  readonly vetoed: boolean;
  readonly grade?: string;
  readonly pending: readonly Fact[];
  readonly unknown: readonly Fact[];
  readonly tree: Explanation;
};

/** Scores one period: items → groups → components → total → veto last (product §4). */
export function evaluatePeriod(
  prepared: Prepared,
  subject: Subject,
  span: Span & { readonly id: string; readonly label: string },
  used: Used | undefined,
): PeriodResult {
  const { document } = prepared.scheme;
  const facts = sortFacts(prepared, subject.member, subject.facts, span);
  const profile = lastProfile(subject.member, span);
  const plan = prepared.planFor(profile);
  const setting = settingOf(prepared, subject, span, facts);
  const vetoes = document.vetoes ?? [];
  const { struck, pending } = strike(vetoes, facts.vetoes, setting);
  const worths = prepared.worthsFor(versionOn(prepared.versions, earlier(span.to, prepared.asOf)), profile);
  const scoring: Scoring = {
    plan,
    subject,
    facts,
    setting,
    worths,
    cleared: clearedBy(struck),
    idle: prepared.idleFor(plan),
    used,
  };
  const parts: Risen[] = [];
  const children: Explanation[] = [];
  const components = new Map<string, Points>();
  for (const node of plan.components) {
    const part = foldNode(scoring, node);
    components.set(node.id, part?.tree.points ?? 0);
    if (!part) continue;
    parts.push(part);
    children.push(part.tree);
  }
  const adjustments: Adjustment[] = [];
  const total = boundTotal(prepared, setting, facts, parts, adjustments);
  const draft = rootOf('total', TOTAL, span.label, total, document.clause, adjustments, children);
  const all = [...struck, ...strikeByPoints(vetoes, struck, setting, (id) => findNode(draft, id)?.points)];
  const zero = all.find((one) => one.veto.effect === 'zero');
  const grade = fixedGrade(all);
  const ends = [
    ...adjustments,
    ...(zero ? [{ ...clearing(zero, 'veto'), delta: -total || 0 }] : []),
    ...(grade ? [{ ...clearing(grade.struck, 'grade'), key: grade.grade }] : []),
  ];
  return {
    total: zero ? 0 : total,
    components,
    vetoed: zero !== undefined,
    ...(grade && { grade: grade.grade }),
    pending,
    unknown: facts.unknown,
    tree: { ...draft, ...(zero && { points: 0, kept: 0 }), adjustments: ends },
  };
}

function clearedBy(struck: readonly Struck[]): ReadonlyMap<string, Adjustment> | undefined {
  const found = struck.flatMap((one): [string, Adjustment][] => {
    const { effect } = one.veto;
    return effect !== undefined && effect !== 'zero' && effect.clears !== undefined
      ? [[effect.clears, clearing(one, 'clear')]]
      : [];
  });
  return found.length === 0 ? undefined : new Map(found);
}

function boundTotal(
  prepared: Prepared,
  setting: Setting,
  facts: SortedFacts,
  parts: readonly Risen[],
  adjustments: Adjustment[],
): Points {
  const { total } = prepared.scheme.document;
  let inside = 0;
  let outside = 0;
  for (const part of parts) {
    inside += part.inside;
    outside += part.outside;
  }
  const { times: factor } = total ?? {};
  const times = factor && 'review' in factor ? setting.reviewShare(factor.review) : factor;
  const { openings } = facts;
  const brought = openings.length === 0 ? undefined : openings.reduce((sum, fact) => sum + (fact.points ?? 0), 0);
  const scaled = bound(inside, outside, { cap: Infinity, floor: -Infinity, times }, adjustments);
  const bounded = bound(
    scaled.inside,
    scaled.outside,
    { cap: total?.cap ?? Infinity, floor: total?.floor ?? -Infinity, brought },
    adjustments,
  );
  return bounded.inside + bounded.outside;
}

function fixedGrade(all: readonly Struck[]): { readonly grade: string; readonly struck: Struck } | undefined {
  for (const struck of all) {
    const { effect } = struck.veto;
    if (effect !== 'zero' && effect?.grade !== undefined) return { grade: effect.grade, struck };
  }
  return undefined;
}

function settingOf(prepared: Prepared, subject: Subject, span: Span, facts: SortedFacts): Setting {
  const { member } = subject;
  const until = earlier(span.to, prepared.asOf);
  const from = (over: 'period' | 'year'): string => (over === 'year' ? prepared.year.from : span.from);
  const reviews = new Map((prepared.scheme.document.reviews ?? []).map((review) => [review.id, review]));
  return {
    span,
    asOf: prepared.asOf,
    year: prepared.year,
    firstMonth: prepared.firstMonth,
    periods: prepared.periods,
    isLast: span.to >= earlier(prepared.asOf, prepared.year.to),
    figures: subject.figures ?? {},
    present: (day) => !member || statusOn(member, day) !== undefined,
    factsOf: (item, over) =>
      subject.facts.filter(
        (fact) =>
          fact.item === item &&
          fact.day >= from(over) &&
          fact.day <= until &&
          (!member || statusOn(member, fact.day) !== undefined),
      ),
    reviewShare: (id) => {
      const review = reviews.get(id);
      return review && reviewShare(review, facts.reviews);
    },
    reviewMeans: (id) => {
      const review = reviews.get(id);
      return review ? reviewMeans(review, facts.reviews) : [];
    },
  };
}
