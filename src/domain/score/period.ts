import { earlier, type Span } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import { timesRatio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { TOTAL } from '#domain/scheme/condition.ts';
import type { Adjustment, Explanation } from './explanation.ts';
import { bound, type Risen } from './fold.ts';
import { scoreItem } from './item.ts';
import type { Used } from './limit.ts';
import type { PlanItem, PlanNode } from './plan.ts';
import { type Prepared, versionOn } from './prepare.ts';
import { reviewShare } from './review.ts';
import type { Setting, Subject } from './setting.ts';
import { lastProfile, named, type SortedFacts, sortFacts } from './sorted-facts.ts';
import { leavesOf, treeOf } from './tree.ts';
import { clearing, type Struck, strike, strikeByPoints } from './veto.ts';
import { amountFor, type Worth } from './worth.ts';

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

type Scoring = {
  readonly subject: Subject;
  readonly facts: SortedFacts;
  readonly setting: Setting;
  readonly worths: readonly (Worth | undefined)[];
  readonly cleared: ReadonlyMap<string, Adjustment>;
  readonly points: Map<string, Points>;
  readonly used: Used;
};

/** Scores one period: items → groups → components → total → veto last (product §4). */
export function evaluatePeriod(
  prepared: Prepared,
  subject: Subject,
  span: Span & { readonly id: string; readonly label: string },
  used: Used,
): PeriodResult {
  const { document } = prepared.scheme;
  const facts = sortFacts(prepared, subject.member, subject.facts, span);
  const profile = lastProfile(subject.member, span);
  const plan = prepared.planFor(profile);
  const setting = settingOf(prepared, subject, span, facts);
  const vetoes = document.vetoes ?? [];
  const { struck, pending } = strike(vetoes, facts.vetoes, setting);
  const cleared = new Map<string, Adjustment>();
  for (const one of struck) {
    const { effect } = one.veto;
    if (effect !== 'zero' && effect.clears !== undefined) cleared.set(effect.clears, clearing(one, 'clear'));
  }
  const last = versionOn(prepared.versions, earlier(span.to, prepared.asOf));
  const worths = prepared.worthsFor(last, profile);
  const scoring: Scoring = { subject, facts, setting, worths, cleared, points: new Map(), used };
  const parts = plan.components.map((node) => foldNode(scoring, node)).filter((part) => part !== undefined);
  const components = new Map(plan.components.map((node) => [node.id, scoring.points.get(node.id) ?? 0]));
  const adjustments: Adjustment[] = [];
  const total = boundTotal(prepared, setting, facts, parts, adjustments);
  const pointsOf = (id: string): Points | undefined => (id === TOTAL ? total : scoring.points.get(id));
  const all = [...struck, ...strikeByPoints(vetoes, struck, setting, pointsOf)];
  const zero = all.find((one) => one.veto.effect === 'zero');
  if (zero) adjustments.push({ ...clearing(zero, 'veto'), delta: -total || 0 });
  const grade = fixedGrade(all);
  const { clause } = document;
  const tree: Explanation = {
    kind: 'total',
    id: TOTAL,
    label: span.label,
    points: zero ? 0 : total,
    ...(clause !== undefined && { clause }),
    adjustments,
    children: parts.map((part) => part.tree),
  };
  return {
    total: tree.points,
    components,
    vetoed: zero !== undefined,
    ...(grade !== undefined && { grade }),
    pending,
    unknown: facts.unknown,
    tree,
  };
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

function fixedGrade(struck: readonly Struck[]): string | undefined {
  for (const { veto } of struck)
    if (veto.effect !== 'zero' && veto.effect.grade !== undefined) return veto.effect.grade;
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
  };
}

function foldItem(scoring: Scoring, planned: PlanItem, opened: boolean): Risen | undefined {
  const item = opened ? planned : { ...planned, opens: 0 };
  const weighed = scoring.facts.byItem.get(item.index) ?? [];
  if (!item.applies && weighed.length === 0) return undefined;
  const result = scoreItem(item, scoring.worths[item.index], weighed, scoring.setting, scoring.used);
  const adjustments: Adjustment[] = [...result.adjustments];
  const times = item.review !== undefined ? scoring.setting.reviewShare(item.review) : item.times;
  const sum = item.opens + result.points;
  const { inside: points } = bound(
    sum,
    0,
    { cap: item.cap, floor: item.floor, times, cleared: scoring.cleared.get(item.id) },
    adjustments,
  );
  scoring.points.set(item.id, points);
  const outside = item.outside ? points : 0;
  const tree = treeOf(item, { points, outside, opens: item.opens }, adjustments, leavesOf(item, result));
  return { inside: points - outside, outside, tree };
}

/** Folds a component or group; `opened` is false below a component whose opening was brought along, so that nothing opens twice. */
function foldNode(scoring: Scoring, node: PlanNode, opened = true): Risen | undefined {
  const brought = broughtTo(scoring, node);
  const own = opened && !brought;
  const parts = node.children
    .map((child) => (child.kind === 'item' ? foldItem(scoring, child, own) : foldNode(scoring, child, own)))
    .filter((part) => part !== undefined);
  if (!node.applies && parts.length === 0) return undefined;
  const adjustments: Adjustment[] = [];
  const opens = own ? openingOf(scoring, node) : 0;
  let inside = opens + (brought?.points ?? 0);
  let outside = 0;
  for (const part of parts) {
    inside += part.inside;
    outside += part.outside;
  }
  if (node.highestOnly && parts.length > 1) {
    const best = parts.reduce((a, b) => (Math.abs(b.tree.points) > Math.abs(a.tree.points) ? b : a));
    const sum = inside + outside - opens - (brought?.points ?? 0);
    if (sum !== best.tree.points) adjustments.push({ kind: 'take', delta: best.tree.points - sum, label: 'highest' });
    inside = opens + (brought?.points ?? 0) + best.inside;
    outside = best.outside;
  }
  const times = node.review !== undefined ? scoring.setting.reviewShare(node.review) : node.times;
  const bounds = {
    cap: node.cap,
    floor: node.floor,
    times,
    brought: brought?.points,
    cleared: scoring.cleared.get(node.id),
  };
  const bounded = bound(inside, outside, bounds, adjustments);
  const points = bounded.inside + bounded.outside;
  scoring.points.set(node.id, points);
  const past = node.outside ? points : bounded.outside;
  const children = [...(brought?.leaves ?? []), ...parts.map((part) => part.tree)];
  return {
    inside: points - past,
    outside: past,
    tree: treeOf(node, { points, outside: past, opens }, adjustments, children),
  };
}

/** What a member transferred in brought along for a component: it takes the place of the component's own opening and is not capped again (product §4). */
function broughtTo(scoring: Scoring, node: PlanNode): { points: Points; leaves: readonly Explanation[] } | undefined {
  if (node.kind !== 'component') return undefined;
  const facts = scoring.facts.openings.filter((fact) => named(fact) === node.id);
  if (facts.length === 0) return undefined;
  const leaves = facts.map(
    (fact): Explanation => ({
      kind: 'transfer',
      id: fact.item,
      label: node.label,
      points: fact.points ?? 0,
      fact,
      day: fact.day,
      adjustments: [],
      children: [],
    }),
  );
  return { points: leaves.reduce((sum, leaf) => sum + leaf.points, 0), leaves };
}

/** What a node opens with: a fixed amount, or a share of last year's own total, a newcomer's amount, or the branch's mean (carry-over). */
function openingOf(scoring: Scoring, node: PlanNode): Points {
  const { carry } = node;
  if (!carry) return node.opens;
  const { member, figures } = scoring.subject;
  if (member?.lastTotal !== undefined) return timesRatio(member.lastTotal, carry.carry);
  if (carry.newcomer === 'mean') return figures?.meanOpening?.get(node.id) ?? 0;
  return amountFor(carry.newcomer, lastProfile(member, scoring.setting.span));
}
