import { POINT } from '#domain/kernel/points.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { type Item, isCarry } from '#domain/scheme/node.ts';
import type { NodeEntry } from '#domain/scheme/scheme.ts';
import type { Amount } from '#domain/scheme/value.ts';
import { problem, type Rule } from './rule.ts';

/** An amount with the path below its node at which it stands. */
export type Placed = { readonly path: string; readonly amount: Amount };

/** All amounts by which an item turns a fact into points, without its opening, limits and extras. */
export function valueAmounts(item: Item): readonly Placed[] {
  const found: Placed[] = [];
  const add = (path: string, amount: Amount | undefined): void => {
    if (amount !== undefined) found.push({ path, amount });
  };
  const { each, once, levels, convert, steps, meets, review } = item;
  if (each) add('each', each.points);
  if (once) add('once.yes', once.yes);
  if (once && 'no' in once) add('once.no', once.no);
  if (once && 'missing' in once) add('once.missing', once.missing);
  for (const [level, amount] of levels?.of ?? []) add(`levels.${level}`, amount);
  if (levels && 'missing' in levels) add('levels.missing', levels.missing);
  const range = judgedRange(item);
  add('judged.from', range.from);
  add('judged.to', range.to);
  if (convert) add('convert.worth', convert.worth);
  for (const [at, row] of (steps?.rows ?? []).entries()) add(`steps.rows[${at}]`, row.points);
  if (steps) add('steps.else', steps.else);
  if (meets) add('meets.points', meets.points);
  if (meets) add('meets.else', meets.else);
  if (review) add('review.worth', review.worth);
  return found;
}

/** The range within which an item is judged; an open judgement has neither end. */
export function judgedRange({ judged }: Item): { readonly from?: Amount; readonly to?: Amount } {
  return judged ?? {};
}

/** All amounts of a node: its value, opening, limits, cap, floor and what an extra adds. */
export function amountsOf(entry: NodeEntry): readonly Placed[] {
  if (entry.kind === 'extra') return entry.node.plus === undefined ? [] : [{ path: 'plus', amount: entry.node.plus }];
  const { node } = entry;
  const found: Placed[] = entry.kind === 'item' ? [...valueAmounts(entry.node)] : [];
  const add = (path: string, amount: Amount | undefined): void => {
    if (amount !== undefined) found.push({ path, amount });
  };
  if (isCarry(node.opens)) {
    if (node.opens.newcomer !== 'mean') add('opens.newcomer', node.opens.newcomer);
  } else add('opens', node.opens);
  if (node.cap !== 'none') add('cap', node.cap);
  add('full', node.full);
  add('floor', node.floor);
  for (const [at, limit] of (node.limits ?? []).entries()) {
    add(`limits[${at}].cap`, limit.cap);
    add(`limits[${at}].floor`, limit.floor);
  }
  return found;
}

/** The numbers that an amount can be. */
export function numbersOf(amount: Amount): readonly number[] {
  return typeof amount === 'number' ? [amount] : [...amount.amounts.values(), amount.otherwise];
}

const MOST = 100_000 * POINT;
const MOST_FACTOR = 100;

/** No amount is beyond reason 分值过大: 100,000 points, and factors that multiply to more than a hundredfold, are slips of the pen. */
export const checkAmounts: Rule = (document, nodes) => {
  const problems: Problem[] = [];
  const large = (path: string, at: { clause?: string }): void =>
    void problems.push(problem('error', 'amount-too-large', { ...at, path }, { most: 100_000 }));
  for (const entry of nodes)
    for (const { path, amount } of amountsOf(entry))
      if (numbersOf(amount).some((number) => Math.abs(number) > MOST)) large(`${entry.path}.${path}`, entry);
  for (const key of ['floor', 'cap'] as const)
    if (Math.abs(document.total?.[key] ?? 0) > MOST) large(`total.${key}`, {});
  if ((document.full ?? 0) > MOST) large('full', {});
  const { times } = document.total ?? {};
  const whole = times && 'num' in times ? Math.max(1, times.num / times.den) : 1;
  if (whole > MOST_FACTOR)
    problems.push(problem('error', 'factor-too-large', { path: 'total.times' }, { most: MOST_FACTOR }));
  const above = new Map<string, number>();
  for (const entry of nodes) {
    if (entry.kind === 'extra') continue;
    const product = (entry.parent === undefined ? whole : (above.get(entry.parent) ?? 1)) * factorsOf(entry);
    above.set(entry.node.id, product);
    if (product > MOST_FACTOR && factorsOf(entry) > 1)
      problems.push(
        problem('error', 'factor-too-large', { ...entry, path: `${entry.path}.times` }, { most: MOST_FACTOR }),
      );
  }
  return problems;
};

/** The most by which a node's factor, and the extras of an item together, can multiply. */
function factorsOf(entry: Exclude<NodeEntry, { kind: 'extra' }>): number {
  const { times } = entry.node;
  let most = 1;
  if (times && 'num' in times) most = times.num / times.den;
  if (times && 'by' in times)
    most = Math.max(...[...times.shares.values(), times.otherwise].map(({ num, den }) => num / den));
  if (entry.kind === 'item')
    for (const { times: share } of entry.node.extra ?? []) if (share) most *= Math.max(1, share.num / share.den);
  return Math.max(1, most);
}
