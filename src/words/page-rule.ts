import { ONCE, type Points, showPoints } from '#domain/kernel/points.ts';
import { showRatio } from '#domain/kernel/ratio.ts';
import { type AnyNode, type Item, isCarry } from '#domain/scheme/node.ts';
import type { Amount, Judged, Levels, Scope, Steps } from '#domain/scheme/value.ts';
import { fill } from './fill.ts';
import type { PageWords } from './pages.zh-CN.ts';

/** The rule of a node 计分规则 in plain words, as it stands on a board: "每次 0.5 分，每月最多 1 分". */
export function sayRule(node: AnyNode, words: PageWords): string {
  const parts = [...('basis' in node ? valueParts(node as Item, words) : []), ...boundParts(node, words)];
  if (node.for) parts.push(fill(words.rule.only, { who: node.for.join(words.rule.list) }));
  return parts.join(words.rule.join);
}

/** Points with their sign in words: "3 分", "扣 1 分"; amounts that differ by member are listed. */
function sayAmount(amount: Amount, { rule }: PageWords): string {
  const one = (points: Points): string =>
    fill(points < 0 ? rule.off : rule.value, { n: showPoints(Math.abs(points), 4) });
  if (typeof amount === 'number') return one(amount);
  const named = [...amount.amounts].map(([who, points]) => fill(rule.by, { who, n: one(points) }));
  const rest = amount.otherwise === 0 ? [] : [fill(rule.byElse, { n: one(amount.otherwise) })];
  return [...named, ...rest].join(rule.list);
}

/** The bare number of an amount, the largest where it differs by member. */
function plain(amount: Amount): string {
  const points = typeof amount === 'number' ? amount : Math.max(amount.otherwise, ...amount.amounts.values());
  return showPoints(Math.abs(points), 4);
}

function boundParts(node: AnyNode, words: PageWords): string[] {
  const { rule } = words;
  const parts: string[] = [];
  if (node.full !== undefined) parts.push(fill(rule.full, { n: showPoints(node.full, 4) }));
  if (node.opens !== undefined && !isCarry(node.opens) && node.full === undefined)
    parts.push(fill(rule.full, { n: plain(node.opens) }));
  if (node.cap !== undefined && node.cap !== 'none') parts.push(fill(rule.most, { n: plain(node.cap) }));
  if (node.floor !== undefined && node.floor !== 0) parts.push(fill(rule.mostOff, { n: plain(node.floor) }));
  if ('take' in node && node.take === 'highest') parts.push(rule.highest);
  if (node.times && 'num' in node.times) parts.push(fill(rule.times, { n: showRatio(node.times) }));
  if (node.outside) parts.push(rule.outside);
  return parts;
}

function valueParts(item: Item, words: PageWords): string[] {
  const { rule } = words;
  const parts: string[] = [];
  if (item.each) parts.push(...eachParts(item.each, words));
  if (item.once) parts.push(...onceParts(item.once, words));
  if (item.levels) parts.push(...levelParts(item.levels, words));
  if (item.judged) parts.push(judgedPart(item.judged, words));
  if (item.convert)
    parts.push(fill(rule.convert, { n: plain(item.convert.worth) }), ...takePart(item.convert.take, words));
  if (item.steps) parts.push(stepsPart(item.steps, words));
  if (item.meets) parts.push(fill(rule.meets, { n: sayAmount(item.meets.points, words) }));
  if (item.review) parts.push(fill(rule.review, { n: plain(item.review.worth) }));
  if (item.lost) parts.push(rule.lost);
  if (item.free) parts.push(fill(rule.free, { stretch: rule.stretch[item.free.per ?? 'year'], n: item.free.count }));
  for (const { per, cap, floor, count } of item.limits ?? []) {
    const stretch = rule.stretch[per];
    if (count !== undefined) parts.push(fill(rule.limitCount, { stretch, n: count }));
    if (cap !== undefined) parts.push(fill(rule.limitCap, { stretch, n: plain(cap) }));
    if (floor !== undefined) parts.push(fill(rule.limitFloor, { stretch, n: plain(floor) }));
  }
  if (item.evidence === 'required') parts.push(rule.evidence);
  return parts;
}

type EachRead = {
  readonly points: Amount;
  readonly per?: number;
  readonly unit?: string;
  readonly steps?: string;
  readonly over?: Scope;
};

function eachParts(each: EachRead, words: PageWords): string[] {
  const { rule } = words;
  const { points, per = ONCE, unit = '次', steps, over } = each;
  const counted = per !== ONCE ? rule.eachPer : unit === '次' ? rule.each : rule.eachUnit;
  const parts = [fill(counted, { n: sayAmount(points, words), per: showPoints(per, 4), unit })];
  if (over !== undefined) parts.unshift(fill(rule.over, { stretch: rule.stretch[over] }));
  if (steps === 'exact') parts.push(rule.exact);
  return parts;
}

function onceParts(
  { yes, no, per }: { readonly yes: Amount; readonly no?: Amount; readonly per?: Scope },
  words: PageWords,
): string[] {
  const { rule } = words;
  const isOff = typeof yes === 'number' && yes < 0;
  const parts = [isOff ? sayAmount(yes, words) : fill(rule.onceYes, { n: sayAmount(yes, words) })];
  if (no !== undefined && no !== 0) parts.push(fill(rule.onceNo, { n: sayAmount(no, words) }));
  parts.push(fill(rule.oncePer, { stretch: rule.stretch[per ?? 'year'] }));
  return parts;
}

function levelParts({ of, ...rest }: Levels, words: PageWords): string[] {
  const { rule } = words;
  const named = [...of].map(([level, amount]) => fill(rule.level, { level, n: sayAmount(amount, words) }));
  return [named.join(rule.list), ...takePart('take' in rest ? rest.take : undefined, words)];
}

function takePart(take: string | undefined, { rule }: PageWords): string[] {
  const names: Readonly<Record<string, string>> = {
    highest: rule.takeHighest,
    lowest: rule.takeLowest,
    latest: rule.takeLatest,
    mean: rule.takeMean,
  };
  const said = take === undefined ? undefined : names[take];
  return said === undefined ? [] : [said];
}

function judgedPart(judged: Judged, words: PageWords): string {
  const { rule } = words;
  const { from, to } = { from: undefined, to: undefined, ...judged };
  if (to === undefined) return rule.judgedOpen;
  const range = [from === undefined ? '0' : plain(from), plain(to)];
  const isOff = typeof from === 'number' && from < 0;
  return fill(isOff ? rule.judgedOff : rule.judged, {
    from: (isOff ? range[1] : range[0]) ?? '',
    to: (isOff ? range[0] : range[1]) ?? '',
  });
}

function stepsPart(steps: Steps, words: PageWords): string {
  const { rule } = words;
  const rows = steps.rows.map(({ from, upTo, points }) => {
    const n = sayAmount(points, words);
    if (from !== undefined) return fill(rule.stepRow, { from: showPoints(from, 4), n });
    return fill(rule.stepRowUpTo, { to: showPoints(upTo ?? 0, 4), n });
  });
  if (steps.else !== undefined && steps.else !== 0) rows.push(fill(rule.stepElse, { n: sayAmount(steps.else, words) }));
  const frame =
    steps.on === 'score'
      ? rule.stepsScore
      : steps.on === 'place' || steps.on === 'share'
        ? rule.stepsPlace
        : rule.steps;
  return fill(frame, { rows: rows.join(rule.list) });
}
