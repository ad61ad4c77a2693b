import type { Amount } from '#contract/amount.ts';

/** A number of points with a true minus sign; `signed` shows the plus too. What takes away is set in red. */
export function Points({ amount, signed = false }: { amount: Amount; signed?: boolean }) {
  const { shown } = amount;
  const sign = shown < 0 ? '−' : signed && shown > 0 ? '+' : '';
  return <span className={shown < 0 ? 'points off' : 'points'}>{sign + String(Math.abs(shown))}</span>;
}
