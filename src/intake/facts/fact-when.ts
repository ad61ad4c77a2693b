import { type Day, parsePeriod, type Span, within } from '#domain/kernel/day.ts';
import type { Entry } from '#intake/entries.ts';
import type { FactField } from '#intake/headings.ts';
import type { Report } from '#intake/report.ts';
import { clean } from '#intake/text/clean.ts';
import { readDay } from '#intake/text/read-day.ts';
import { readPeriod } from '#intake/text/read-period.ts';

/** When a fact happened: its day, or the last day of its period with the period's text and span. */
export type When = { readonly day: Day; readonly span: Span; readonly period?: string };

/** Reads day 日期 or period 期间 of a row: exactly one of them, inside the year. */
export function readWhen(entry: Entry<FactField>, year: Span | undefined, report: Report): When | undefined {
  const on = entry.cell('on');
  const during = entry.cell('period');
  if (on && during) report.error('intake.day-and-period', entry.place('on'));
  else if (!on && !during) report.error('intake.no-day', entry.place());
  else return on ? readOn(entry, year, report) : readDuring(entry, year, report);
  return undefined;
}

function readOn(entry: Entry<FactField>, year: Span | undefined, report: Report): When | undefined {
  const cell = entry.cell('on');
  const day = cell && readDay(cell, entry.table.epoch1904 === true, year);
  if (!day) {
    const params = { heading: entry.heading('on'), text: clean(cell?.text ?? '').slice(0, 40) };
    report.error('intake.not-a-day', entry.place('on'), params);
    return undefined;
  }
  if (year && !within(day, year)) {
    report.error('intake.day-outside', entry.place('on'), { day, from: year.from, to: year.to });
    return undefined;
  }
  return { day, span: { from: day, to: day } };
}

function readDuring(entry: Entry<FactField>, year: Span | undefined, report: Report): When | undefined {
  const cell = entry.cell('period');
  const period = cell && readPeriod(cell, year);
  const span = period && parsePeriod(period);
  if (!period || !span) {
    const params = { heading: entry.heading('period'), text: clean(cell?.text ?? '').slice(0, 40) };
    report.error('intake.not-a-period', entry.place('period'), params);
    return undefined;
  }
  if (year && !(within(span.from, year) && within(span.to, year))) {
    report.error('intake.period-outside', entry.place('period'), { period, from: year.from, to: year.to });
    return undefined;
  }
  return { day: span.to, span, period };
}
