import { fill } from '#words/fill.ts';
import type { MyWords } from '#words/my.zh-CN.ts';

/** A quarter or a year as people read it 期间: 2026年第一季度 is written 2026年第1季度. */
export function sayPeriod(period: string, { my }: Pick<MyWords, 'my'>): string {
  const [, y = '', quarter] = /^(\d{4})(?:Q(\d))?$/.exec(period) ?? [];
  if (y === '') return period;
  if (quarter === undefined) return fill(my.periodYear, { y });
  return fill(my.periodOf, { y, key: fill(my.key.quarter, { n: quarter }) });
}
