import { addMonths, dayBefore } from '#domain/kernel/day.ts';
import { type Points, scale } from '#domain/kernel/points.ts';
import { type Ratio, timesRatio } from '#domain/kernel/ratio.ts';
import type { Adjustment, Explanation } from './explanation.ts';
import { bound, type Risen } from './fold.ts';
import { risen } from './idle.ts';
import { scoreItem } from './item.ts';
import type { Used } from './limit.ts';
import { fitted, limited, looseOf } from './loose.ts';
import type { Plan, PlanItem, PlanNode } from './plan.ts';
import type { Setting, Subject } from './setting.ts';
import { lastProfile, named, type SortedFacts } from './sorted-facts.ts';
import { leafOf, leavesOf, treeOf } from './tree.ts';
import { sumOf } from './unit.ts';
import { amountFor, isNeverIdle, type Worth } from './worth.ts';

/** All that the fold of one member's period looks at. */
export type Scoring = {
  readonly plan: Plan;
  readonly subject: Subject;
  readonly facts: SortedFacts;
  readonly setting: Setting;
  readonly worths: readonly (Worth | undefined)[];
  readonly cleared: ReadonlyMap<string, Adjustment> | undefined;
  readonly idle: readonly Risen[];
  readonly used: Used | undefined;
};

function foldItem(scoring: Scoring, planned: PlanItem, open: boolean, dated: boolean): Risen | undefined {
  // What was brought along stands for all that the component opens with, down to its items.
  const item = open || planned.opens === 0 ? planned : { ...planned, opens: 0 };
  const weighed = scoring.facts.byItem[item.index];
  const worth = scoring.worths[item.index];
  if (!weighed) {
    if (!item.applies) return undefined;
    const idle = scoring.idle[item.index];
    if (
      idle &&
      item === planned &&
      item.review === undefined &&
      scoring.cleared === undefined &&
      !(worth && isNeverIdle(worth.value))
    )
      return idle;
  }
  const result = scoreItem(item, worth, weighed ?? [], scoring.setting, scoring.used);
  const { adjustments } = result;
  const times = item.review !== undefined ? scoring.setting.reviewShare(item.review) : item.times;
  const cleared = scoring.cleared?.get(item.id);
  const sum = item.opens + result.points;
  const points = isWithin(sum, item, times, cleared)
    ? sum
    : bound(sum, 0, { cap: item.cap, floor: item.floor, times, cleared }, adjustments).inside;
  const made = risen(item, points, adjustments, leavesOf(item, result));
  return dated && !item.outside ? { ...made, loose: looseOf(result, points - item.opens) } : made;
}

/** Whether nothing acts on a sum: the common case, which needs no steps. */
function isWithin(
  sum: Points,
  node: PlanNode | PlanItem,
  times: Ratio | undefined,
  cleared: Adjustment | undefined,
): boolean {
  return sum <= node.cap && sum >= node.floor && times === undefined && cleared === undefined;
}

/** Folds 汇总 a component or group: parts → cap → what is past every cap → floor → clearing → factor; undefined where it is not for this member. */
export function foldNode(scoring: Scoring, planned: PlanNode, open = true, above = false): Risen | undefined {
  const node = planned.byMonth ? byMonths(scoring, planned) : planned;
  // Occurrences are kept with their days only where this node, or one above it, limits them by stretch.
  const dated = above || node.limits.length > 0;
  const parts: Risen[] = [];
  const children: Explanation[] = [];
  const brought = node.kind === 'component' ? broughtTo(scoring, node, children) : undefined;
  const opening = open && brought === undefined;
  const opens = opening ? openingOf(scoring, node) : 0;
  const start = opens + (brought ?? 0);
  let inside = start;
  let outside = 0;
  for (const child of node.children) {
    const part =
      child.kind === 'item' ? foldItem(scoring, child, opening, dated) : foldNode(scoring, child, opening, dated);
    if (!part) continue;
    inside += part.inside;
    outside += part.outside;
    parts.push(part);
    children.push(part.tree);
  }
  // What was brought along counts by itself, even for one to whom nothing of the component applies any more.
  if (!node.applies && parts.length === 0 && brought === undefined) return undefined;
  const adjustments: Adjustment[] = [];
  let counted: readonly Risen[] = parts;
  if (node.highestOnly && parts.length > 1) {
    const best = parts.reduce((a, b) => (Math.abs(b.tree.points) > Math.abs(a.tree.points) ? b : a));
    const sum = inside + outside - start;
    if (sum !== best.tree.points) adjustments.push({ kind: 'take', delta: best.tree.points - sum, label: 'highest' });
    inside = start + best.inside;
    outside = best.outside;
    counted = [best];
  }
  let loose = dated ? counted.flatMap((part) => part.loose ?? []) : undefined;
  if (loose && node.limits.length > 0) {
    const before = sumOf(loose.map(({ units }) => units));
    loose = [...limited(node, loose, scoring.setting, scoring.used, adjustments)];
    inside += sumOf(loose.map(({ units }) => units)) - before;
  }
  const times = node.review !== undefined ? scoring.setting.reviewShare(node.review) : node.times;
  const cleared = scoring.cleared?.get(node.id);
  if (!isWithin(inside + outside, node, times, cleared) || inside > node.cap) {
    const bounded = bound(inside, outside, { cap: node.cap, floor: node.floor, times, brought, cleared }, adjustments);
    inside = bounded.inside;
    outside = bounded.outside;
  }
  const points = inside + outside;
  const past = node.outside ? points : outside;
  const tree = treeOf(node, points, past, opens, adjustments, children);
  const dates = above && loose && !node.outside ? fitted(loose, inside - start) : undefined;
  return { inside: points - past, outside: past, tree, loose: dates };
}

/** A component that counts by the months in the branch 按月折算: opening, cap and floor as so many twelfths, for who was there only part of the year. */
function byMonths({ subject, setting }: Scoring, node: PlanNode): PlanNode {
  const { member } = subject;
  if (!member) return node;
  let months = 0;
  for (let from = setting.year.from; from <= setting.year.to; from = addMonths(from, 1)) {
    const to = dayBefore(addMonths(from, 1));
    if (member.history.some((status) => status.from <= to && status.to >= from)) months++;
  }
  const share = (points: Points): Points => (Number.isFinite(points) ? scale(points, months, 12) : points);
  return { ...node, opens: share(node.opens), cap: share(node.cap), floor: share(node.floor) };
}

/** What a member transferred in brought along for a component: it takes the place of the component's own opening and is not capped again (product §4). */
function broughtTo(scoring: Scoring, node: PlanNode, children: Explanation[]): Points | undefined {
  let points: Points | undefined;
  for (const fact of scoring.facts.openings) {
    if (named(fact) !== node.id) continue;
    const own = fact.points ?? 0;
    points = (points ?? 0) + own;
    children.push(leafOf('transfer', fact.item, node.label, own, own, fact));
  }
  return points;
}

/** What a node opens with: a fixed amount, or a share of last year's own total, a newcomer's amount, or the branch's mean (carry-over). */
function openingOf(scoring: Scoring, node: PlanNode): Points {
  const { carry } = node;
  if (!carry || !node.applies) return node.opens;
  const { member, figures } = scoring.subject;
  if (member?.lastTotal !== undefined) return timesRatio(member.lastTotal, carry.carry);
  if (carry.newcomer === 'mean') return figures?.meanOpening?.get(node.id) ?? 0;
  return amountFor(carry.newcomer, lastProfile(member, scoring.setting.span));
}
