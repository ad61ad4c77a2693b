import { addMonths, type Day, dayBefore, earlier, type Span } from '#domain/kernel/day.ts';
import { ONCE, type Points } from '#domain/kernel/points.ts';
import { timesRatio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { type Condition, inRange } from '#domain/scheme/condition.ts';
import type { Scope } from '#domain/scheme/value.ts';
import { factLeaf, type Leaf, rated, rowOf, saysYes, stretchLeaf, type Weighed } from './leaf.ts';
import { scopeKey } from './scope.ts';
import type { Setting } from './setting.ts';
import { type Units, units } from './unit.ts';
import type { Value, Worth } from './worth.ts';

/** Facts of one stretch together, in the order of their days. */
function stretches(facts: readonly Weighed[], per: Scope, setting: Setting): Map<string, Weighed[]> {
  const found = new Map<string, Weighed[]>();
  for (const [ordinal, weighed] of facts.entries()) {
    const key = scopeKey(per, weighed.fact, ordinal, setting);
    const known = found.get(key);
    if (known) known.push(weighed);
    else found.set(key, [weighed]);
  }
  return found;
}

/** Yes-or-no items 一次性、是否: once in each stretch, by the latest that was determined; `missing` for an elapsed stretch without a fact. */
export function onceUnits(
  worth: Worth | undefined,
  facts: readonly Weighed[],
  setting: Setting,
  leaves: Leaf[],
): Units[] {
  const shape = (worth ?? facts[0]?.worth)?.value;
  if (shape?.kind !== 'once') return [];
  const result: Units[] = [];
  const found = stretches(facts, shape.per, setting);
  for (const [key, list] of found) {
    const lastDay = list.at(-1)?.fact.day;
    const last = list.filter(({ fact }) => fact.day === lastDay);
    const points = Math.max(...last.map(yesOrNo));
    const alone = list.length === 1 ? list[0]?.fact : undefined;
    const facts = alone ? undefined : list.map(({ fact }) => fact);
    leaves.push(alone ? factLeaf(alone, points) : stretchLeaf('pool', key, points, facts));
    result.push(units(points, 1, leaves.length - 1));
  }
  const missing = worth?.value.kind === 'once' ? worth.value.missing : 0;
  if (missing !== 0) {
    for (const { key, to } of elapsed(shape.per, setting)) {
      if (found.has(key) || !setting.present(to)) continue;
      leaves.push(stretchLeaf('missing', key, missing));
      result.push(units(missing, 1, leaves.length - 1));
    }
  }
  return result;
}

/** What a yes or a no is worth on the fact's own day; a credit that needs evidence is none without it. */
function yesOrNo({ fact, worth }: Weighed): number {
  if (worth?.value.kind !== 'once') return 0;
  if (!saysYes(fact)) return worth.value.no;
  return worth.evidence && fact.ref === undefined && worth.value.yes > 0 ? 0 : worth.value.yes;
}

/** The stretches of a period that have ended by the day asked about. */
function elapsed(per: Scope, setting: Setting): { key: string; to: Day }[] {
  if (per === 'period') {
    const over = setting.periods.filter(
      ({ from, to }) => from >= setting.span.from && to <= setting.span.to && to <= setting.asOf,
    );
    return over.map(({ id, to }) => ({ key: id, to }));
  }
  const length = per === 'month' ? 1 : per === 'quarter' ? 3 : per === 'half' ? 6 : 0;
  if (length === 0) return [{ key: 'year', to: earlier(setting.asOf, setting.span.to) }];
  const found: { key: string; to: Day }[] = [];
  for (let from = setting.year.from; from <= setting.span.to; from = addMonths(from, length)) {
    const span: Span = { from, to: dayBefore(addMonths(from, length)) };
    if (span.from < setting.span.from || span.to > setting.asOf || span.to > setting.span.to) continue;
    found.push({ key: scopeKey(per, { item: '', day: span.to }, 0, setting), to: span.to });
  }
  return found;
}

/** Items that score their facts together 合计: rates over a stretch, tables of steps, conditions, reviews. */
export function pooledUnits(
  worth: Worth | undefined,
  facts: readonly Weighed[],
  setting: Setting,
  leaves: Leaf[],
): Units[] {
  const shape = (worth ?? facts[0]?.worth)?.value;
  const all = facts.map(({ fact }) => fact);
  switch (shape?.kind) {
    case undefined:
      return [];
    case 'each':
    case 'steps':
      return [...stretches(facts, shape.over ?? 'year', setting)].flatMap(([key, list]) =>
        together(list, key, setting, leaves),
      );
    case 'meets': {
      const holds = shape.when.every((condition) => holdsOnFacts(condition, setting));
      const points = holds ? shape.points : shape.otherwise;
      return points === 0 && facts.length === 0 ? [] : [pool(leaves, points, 1, all, '')];
    }
    case 'review': {
      const share = setting.reviewShare(shape.review);
      return share
        ? [pool(leaves, timesRatio(shape.worth, share), 1, setting.reviewMeans(shape.review), shape.review)]
        : [];
    }
    default:
      for (const fact of all) leaves.push(factLeaf(fact, 0));
      return [];
  }
}

function pool(leaves: Leaf[], each: Points, count: number, facts: readonly Fact[], key: string): Units {
  const made = units(each, count, leaves.length);
  leaves.push(stretchLeaf('pool', key, made.each * made.count, facts));
  return made;
}

/** One stretch of a pooled item, by the worth of its latest fact. */
function together(list: readonly Weighed[], key: string, setting: Setting, leaves: Leaf[]): Units[] {
  const value = list.at(-1)?.worth?.value;
  const facts = list.map(({ fact }) => fact);
  if (value?.kind === 'each') {
    const total = facts.reduce((sum, fact) => sum + Math.max(0, fact.quantity ?? value.per), 0);
    const { each, count } = rated(value.points, total, value.per, value.steps);
    return [pool(leaves, each, count, facts, key)];
  }
  if (value?.kind !== 'steps') return [];
  const number = numberOf(value, facts, setting);
  return number === undefined ? [] : [pool(leaves, rowOf(value.rows, number) ?? value.otherwise, 1, facts, key)];
}

type StepsValue = Extract<Value, { kind: 'steps' }>;

function numberOf(value: StepsValue, facts: readonly Fact[], setting: Setting): number | undefined {
  if (value.on === 'score') return facts.findLast((fact) => fact.score !== undefined)?.score;
  if (value.on === 'quantity' || value.on === 'count') return measure(facts, value.on);
  const placing = setting.figures.places?.get(facts[0]?.item ?? '');
  if (!placing) return undefined;
  return value.on === 'place' ? placing.place * ONCE : Math.floor((placing.place * 100 * ONCE) / placing.of);
}

/** The quantity or the number of occurrences of facts, in 1/10000. */
export function measure(facts: readonly Fact[], what: 'quantity' | 'count'): number {
  let sum = 0;
  for (const fact of facts) {
    if (what === 'count' && !saysYes(fact)) continue;
    sum += what === 'quantity' || fact.quantity !== undefined ? Math.max(0, fact.quantity ?? ONCE) : ONCE;
  }
  return sum;
}

function holdsOnFacts(condition: Condition, setting: Setting): boolean {
  const facts = setting.factsOf(condition.of, condition.over ?? 'period');
  return inRange(measure(facts, condition.measure === 'quantity' ? 'quantity' : 'count'), condition);
}
