import type { Problem } from '#domain/kernel/problem.ts';
import type { AnyNode } from '#domain/scheme/node.ts';
import type { NodeEntry } from '#domain/scheme/scheme.ts';
import type { Amount } from '#domain/scheme/value.ts';
import { judgedRange, numbersOf } from './amounts.ts';
import { monthsOf, onceOf, type Reach, reachOfItem, reachOfNode } from './reach.ts';
import { problem, type Rule } from './rule.ts';

const least = (amount: Amount): number => Math.min(...numbersOf(amount));
const most = (amount: Amount): number => Math.max(...numbersOf(amount));

function capOf(node: AnyNode): Amount | undefined {
  return node.cap === 'none' ? undefined : (node.cap ?? node.full);
}

/** Whether a cap lies below a floor for some member; amounts by the same kind are compared name by name. */
function crossed(cap: Amount, floor: Amount): boolean {
  if (typeof cap === 'number') return cap < most(floor);
  if (typeof floor === 'number') return least(cap) < floor;
  if (cap.by !== floor.by) return least(cap) < most(floor);
  const names = new Set([...cap.amounts.keys(), ...floor.amounts.keys()]);
  return (
    cap.otherwise < floor.otherwise ||
    [...names].some((name) => (cap.amounts.get(name) ?? cap.otherwise) < (floor.amounts.get(name) ?? floor.otherwise))
  );
}

/** No cap 上限 lies below its floor 下限, at any node, limit or the total. */
export const checkBounds: Rule = (document, nodes) => {
  const problems: Problem[] = [];
  const look = (
    at: { readonly path: string; readonly clause?: string },
    cap: Amount | undefined,
    floor: Amount | undefined,
  ): void => {
    if (cap !== undefined && floor !== undefined && crossed(cap, floor))
      problems.push(problem('error', 'cap-below-floor', at));
  };
  for (const entry of nodes) {
    if (entry.kind === 'extra') continue;
    look(entry, capOf(entry.node), entry.node.floor);
    for (const [at, limit] of (entry.node.limits ?? []).entries()) {
      look({ ...entry, path: `${entry.path}.limits[${at}]` }, limit.cap, limit.floor);
      if (limit.cap === undefined && limit.floor === undefined && limit.count === undefined)
        problems.push(problem('error', 'limit-empty', { ...entry, path: `${entry.path}.limits[${at}]` }));
    }
  }
  look({ path: 'total' }, document.total?.cap, document.total?.floor);
  return problems;
};

/** What a node could come to if nothing of its own held it. */
function unheld(entry: Exclude<NodeEntry, { kind: 'extra' }>, months: number): Reach {
  if (entry.kind === 'item') {
    const { full: _full, cap: _cap, ...free } = entry.node;
    return reachOfItem(free, undefined, months);
  }
  const { full: _full, cap: _cap, ...free } = entry.node;
  return reachOfNode(free, undefined, months);
}

/** Limits leave room for what they limit: no cap of 0 on a credit, no cap smaller than one occurrence 一次的分值. */
export const checkRoom: Rule = (document, nodes) => {
  const problems: Problem[] = [];
  const months = monthsOf(document);
  for (const entry of nodes) {
    if (entry.kind === 'extra') continue;
    const cap = capOf(entry.node);
    if (cap !== undefined && most(cap) === 0) {
      const reach = unheld(entry, months);
      if (reach.most > 0 && reach.least >= 0) problems.push(problem('warning', 'cap-zero', entry));
    }
    for (const [at, limit] of (entry.node.limits ?? []).entries())
      if (limit.cap !== undefined && most(limit.cap) === 0 && unheld(entry, months).least >= 0)
        problems.push(problem('warning', 'cap-zero', { ...entry, path: `${entry.path}.limits[${at}].cap` }));
    if (entry.kind !== 'item') continue;
    const { limits = [], opens } = entry.node;
    const once = onceOf(entry.node);
    const small = (path: string, amount: Amount | undefined, size: number): void => {
      if (amount !== undefined && most(amount) !== 0 && Math.abs(most(amount)) < Math.abs(size))
        problems.push(
          problem(
            'warning',
            'limit-below-once',
            { ...entry, path: `${entry.path}.${path}` },
            {
              limit: Math.abs(most(amount)) / 10_000,
              once: Math.abs(size) / 10_000,
            },
          ),
        );
    };
    for (const [at, limit] of limits.entries()) {
      small(`limits[${at}].cap`, limit.cap, once.most);
      small(`limits[${at}].floor`, limit.floor, once.least);
    }
    if (opens === undefined) small('cap', cap, once.most);
    // A cap holds what is added; what a deduction may take at most is its floor.
    if (once.most <= 0 && once.least < 0)
      for (const [at, limit] of limits.entries())
        if (limit.cap !== undefined && most(limit.cap) >= 0)
          problems.push(
            problem(
              'warning',
              'cap-on-deduction',
              { ...entry, path: `${entry.path}.limits[${at}].cap` },
              { label: entry.node.label, floor: -most(limit.cap) / 10_000 },
            ),
          );
    const { judged } = entry.node;
    const { to } = judgedRange(entry.node);
    if (judged && to === undefined && cap === undefined && !limits.some((limit) => limit.cap !== undefined))
      problems.push(
        problem('warning', 'no-number', { ...entry, path: `${entry.path}.judged` }, { label: entry.node.label }),
      );
  }
  return problems;
};
