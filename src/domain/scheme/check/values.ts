import type { Problem } from '#domain/kernel/problem.ts';
import { isCarry } from '#domain/scheme/node.ts';
import { VALUE_KEYS } from '#domain/scheme/value.ts';
import { problem, type Rule } from './rule.ts';

// What scores its facts together never looks at what raises a single one.
const RAISED = ['each', 'levels', 'judged', 'convert'] as const;

/** What an item says beside its value fits it: extras, limits and factors act on something, what is lost was there, what is carried is a share. */
export const checkValues: Rule = (_document, nodes) => {
  const problems: Problem[] = [];
  for (const entry of nodes) {
    if (entry.kind === 'extra') {
      const { plus, times, label } = entry.node;
      if (plus === undefined && times === undefined) problems.push(problem('error', 'extra-neither', entry, { label }));
      continue;
    }
    const { node } = entry;
    if (isCarry(node.opens) && (node.opens.carry.num === 0 || node.opens.carry.num > node.opens.carry.den))
      problems.push(problem('error', 'carry-odd', { ...entry, path: `${entry.path}.opens.carry` }));
    if (node.times !== undefined && (node.cap !== undefined || node.floor !== undefined || node.full !== undefined))
      problems.push(
        problem('warning', 'order-factor', { ...entry, path: `${entry.path}.times` }, { label: node.label }),
      );
    if (entry.kind !== 'item') continue;
    const item = entry.node;
    const valued = VALUE_KEYS.some((key) => item[key] !== undefined);
    for (const key of ['times', 'limits', 'free', 'extra'] as const)
      if (!valued && item[key] !== undefined && !(key === 'limits' && item.limits?.length === 0))
        problems.push(problem('error', 'without-value', { ...entry, path: `${entry.path}.${key}` }, { key }));
    if (item.lost && item.opens === undefined) problems.push(problem('error', 'lost-without-opens', entry));
    const { extra = [] } = item;
    for (const [at, one] of extra.entries())
      if (one.plus !== undefined && one.times !== undefined)
        problems.push(
          problem('error', 'extra-both', { ...entry, path: `${entry.path}.extra[${at}]` }, { label: one.label }),
        );
    if (extra.some((one) => one.times !== undefined) && extra.some((one) => one.plus !== undefined))
      problems.push(
        problem('warning', 'order-extra', { ...entry, path: `${entry.path}.extra` }, { label: item.label }),
      );
    const pooled = item.each && 'over' in item.each && item.each.over !== undefined;
    if (valued && extra.length > 0 && (pooled || !RAISED.some((key) => item[key] !== undefined)))
      problems.push(problem('warning', 'extra-unread', { ...entry, path: `${entry.path}.extra` }));
  }
  return problems;
};
