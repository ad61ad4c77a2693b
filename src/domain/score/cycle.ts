import {
  addMonths,
  type Day,
  dayBefore,
  dayOf,
  endOfMonth,
  monthOf,
  parsePeriod,
  type Span,
  yearOf,
} from '#domain/kernel/day.ts';
import type { Cycle } from '#domain/scheme/document.ts';

/** A stretch of the cycle 考核周期 that is scored by itself: "2026Q1", "2026-03", a term; both days inside. */
export type Period = Span & { readonly id: string; readonly label: string };

/** The year of the cycle (calendar, July to June …) in which a day lies. */
export function yearSpan(cycle: Cycle | undefined, day: Day): Span {
  const start = cycle?.starts ?? '01-01';
  const year = yearOf(day) - (day.slice(5) < start ? 1 : 0);
  const from = `${String(year).padStart(4, '0')}-${start}`;
  return { from, to: dayBefore(addMonths(from, 12)) };
}

/** What a year of the cycle is called 年度: the calendar year in which it begins, so that July 2026 to June 2027 is 2026. */
export function yearName(cycle: Cycle | undefined, day: Day): string {
  return yearSpan(cycle, day).from.slice(0, 4);
}

/** The year of the cycle that is called so. */
export function yearNamed(cycle: Cycle | undefined, name: string): Span {
  return yearSpan(cycle, `${name}-${cycle?.starts ?? '01-01'}`);
}

const LENGTH = { month: 1, quarter: 3, half: 6, year: 12 } as const;

const SIGN = { month: '-', quarter: 'Q', half: 'H' } as const;

/** What the calendar calls a period that begins on a day, where it has that one: October 2026 to December is 2026Q4, whenever the year begins. */
function calendarName(kind: keyof typeof SIGN, from: Day): string | undefined {
  const number = Math.ceil(monthOf(from) / LENGTH[kind]);
  const name = kind === 'month' ? from.slice(0, 7) : `${from.slice(0, 4)}${SIGN[kind]}${number}`;
  return kind === 'month' || parsePeriod(name)?.from === from ? name : undefined;
}

/** The periods of a cycle's year, in order; ids are those that a person writes: 2026-03, 2026Q1, 2026H1, 2026. */
export function periodsOf(cycle: Cycle | undefined, year: Span): readonly Period[] {
  const kind = cycle?.period ?? 'quarter';
  if (kind === 'term') return termsOf(cycle, year);
  const length = LENGTH[kind];
  const label = year.from.slice(0, 4);
  return Array.from({ length: 12 / length }, (_, at) => {
    const from = addMonths(year.from, at * length);
    const last = addMonths(from, length - 1);
    const to = endOfMonth(yearOf(last), monthOf(last));
    const id = kind === 'year' ? label : (calendarName(kind, from) ?? `${label}${SIGN[kind]}${at + 1}`);
    return { id, label: id, from, to };
  });
}

function termsOf(cycle: Cycle | undefined, year: Span): readonly Period[] {
  const starts = (cycle?.terms ?? [])
    .map((term) => {
      const first = yearOf(year.from);
      const month = Number(term.from.slice(0, 2));
      const date = Number(term.from.slice(3));
      const from = dayOf(first, month, date);
      return { label: term.label, from: from >= year.from ? from : dayOf(first + 1, month, date) };
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return starts.map(({ label, from }, at) => {
    const next = starts[at + 1];
    return {
      id: `${yearOf(year.from)}T${at + 1}`,
      label,
      from: at === 0 ? year.from : from,
      to: next ? dayBefore(next.from) : year.to,
    };
  });
}
