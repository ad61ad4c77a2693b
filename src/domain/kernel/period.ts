import { addMonths, type Day, monthOf, type Span, yearOf } from './day.ts';

/** The month 月份 of a day as text, 2026-03. */
export function monthText(day: Day): string {
  return day.slice(0, 7);
}

/** The quarter 季度 of a day as text, 2026Q1. */
export function quarterText(day: Day): string {
  return `${day.slice(0, 4)}Q${Math.ceil(monthOf(day) / 3)}`;
}

/** The three months of a quarter, 2026Q1 → 2026-01, 2026-02, 2026-03. */
export function monthsOfQuarter(quarter: string): readonly string[] {
  const year = yearOf(`${quarter.slice(0, 4)}-01-01`);
  const first = (Number(quarter.slice(5)) - 1) * 3;
  return [1, 2, 3].map((month) => `${year}-${String(first + month).padStart(2, '0')}`);
}

/** The quarters of which days lie in a span, in order: 2026 → 2026Q1 … 2026Q4. */
export function quartersIn({ from, to }: Span): readonly string[] {
  const quarters: string[] = [];
  for (let day = from; quarterText(day) <= quarterText(to); day = addMonths(`${day.slice(0, 7)}-01`, 3))
    quarters.push(quarterText(day));
  return quarters;
}
