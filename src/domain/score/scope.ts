import { monthOf } from '#domain/kernel/day.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Cycle } from '#domain/scheme/document.ts';
import { SCOPES, type Scope } from '#domain/scheme/value.ts';
import type { Period } from './cycle.ts';

/** The order in which limits act, narrow before wide 由小到大 (product §4, item limits): the cycle's own period stands where its length puts it, after a stretch of equal length. */
export function widthOf(scope: Scope, cycle: Cycle | undefined): number {
  const { period = 'quarter' } = cycle ?? {};
  const wide = scope !== 'period' || period === 'term' ? SCOPES.indexOf(scope) : SCOPES.indexOf(period) + 0.5;
  return Math.min(wide, SCOPES.indexOf('year'));
}

/** The month 0–11 of a day counted from the first month of the cycle's year. */
export function slotOf(day: string, firstMonth: number): number {
  const slot = monthOf(day) - firstMonth;
  return slot < 0 ? slot + 12 : slot;
}

/** What tells in which stretch a day lies: the first month of the cycle's year, and its periods. */
export type Stretches = { readonly firstMonth: number; readonly periods: readonly Period[] };

/** Names the stretch in which a fact lies: its day, matter, month, quarter, half, period or year. */
export function scopeKey(scope: Scope, fact: Fact, ordinal: number, { firstMonth, periods }: Stretches): string {
  switch (scope) {
    case 'day':
      return fact.day;
    case 'matter':
      // A fact without a reference is a matter of its own.
      return fact.ref ?? `#${fact.day} ${ordinal}`;
    case 'month':
      return fact.day.slice(0, 7);
    case 'quarter':
      return `Q${Math.floor(slotOf(fact.day, firstMonth) / 3) + 1}`;
    case 'half':
      return `H${Math.floor(slotOf(fact.day, firstMonth) / 6) + 1}`;
    case 'period':
      return periods.find(({ from, to }) => fact.day >= from && fact.day <= to)?.id ?? '';
    case 'year':
      return 'year';
  }
}
