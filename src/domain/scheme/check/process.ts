import type { Problem } from '#domain/kernel/problem.ts';
import { type Ratio, showRatio } from '#domain/kernel/ratio.ts';
import { problem, type Rule } from './rule.ts';

const LEAST = { noticeDays: 5, hearingDays: 3 } as const;
const MOST = { objectionReplyDays: 15, appealReplyMonths: 3, improvementMonths: 12 } as const;
const names = <T extends object>(table: T): (keyof T)[] => Object.keys(table) as (keyof T)[];

const at = (name: string): { readonly path: string } => ({ path: `terms.${name}` });
const size = (share: Ratio | undefined, otherwise: number): number => (share ? share.num / share.den : otherwise);

/** The terms of the process 时限 keep the minima and maxima that protect members (product §3). */
export const checkProcess: Rule = ({ terms }) => {
  if (!terms) return [];
  const problems: Problem[] = [];
  for (const name of names(LEAST)) {
    const found = terms[name];
    if (found !== undefined && found < LEAST[name])
      problems.push(problem('error', 'term-below-least', at(name), { name, found, least: LEAST[name] }));
  }
  for (const name of names(MOST)) {
    const found = terms[name];
    if (found !== undefined && found > MOST[name])
      problems.push(problem('error', 'term-above-most', at(name), { name, found, most: MOST[name] }));
    if (found === 0) problems.push(problem('error', 'term-zero', at(name), { name }));
  }
  for (const name of ['quorum', 'majority'] as const) {
    const share = terms[name];
    if (!share) continue;
    const params = { name, found: showRatio(share) };
    if (share.num * 2 < share.den) problems.push(problem('error', 'share-below-half', at(name), params));
    if (share.num > share.den) problems.push(problem('error', 'share-over-whole', at(name), params));
  }
  return problems;
};

/** Quotas 名额 limit something: a most, a least or places, as shares of the whole that do not contradict each other. */
export const checkQuotas: Rule = ({ quotas = [] }) => {
  const problems: Problem[] = [];
  for (const [index, quota] of quotas.entries()) {
    const at = { ...quota, path: `quotas[${index}]` };
    const grades = quota.grades.join('、');
    if (!quota.max && !quota.min && quota.places === undefined)
      problems.push(problem('error', 'quota-without-number', at, { grades }));
    for (const name of ['max', 'min'] as const) {
      const share = quota[name];
      if (share && share.num > share.den)
        problems.push(
          problem(
            'error',
            'share-over-whole',
            { ...at, path: `${at.path}.${name}` },
            { name, found: showRatio(share) },
          ),
        );
    }
    const bounded = quota.max !== undefined || quota.places !== undefined;
    if (bounded && quota.into !== undefined && quota.grades.includes(quota.into))
      problems.push(problem('error', 'quota-into-itself', at, { grades, into: quota.into }));
    if (size(quota.min, 0) > size(quota.max, Infinity)) problems.push(problem('error', 'quota-turned', at, { grades }));
  }
  return problems;
};
