import { type Header, likelyHeader, placeOf } from '#intake/find-header.ts';
import type { ReadHeading } from '#intake/mapping.ts';
import { MemberIndex } from '#intake/members/member-index.ts';
import { readHeadings } from '#intake/read-headings.ts';
import { Report } from '#intake/report.ts';
import type { Table } from '#intake/table.ts';
import type { MonthSheet, MonthSheets, MonthSheetsContext, SumSheet } from './month-book.ts';
import { withoutMonths } from './month-grid.ts';
import { monthHeads } from './month-heads.ts';
import { type MonthSheetContext, monthHeader, monthLines, quoted, tellStrangers } from './month-sheet.ts';
import { sumMonths } from './month-sums.ts';
import { isPoints, type PointsField, toldHeadings, useOf } from './points-columns.ts';
import { columnsOf } from './points-row.ts';
import { isInYear, monthsIn, type SheetTime, sheetTime, titleTime } from './sheet-time.ts';

/** A sheet, whether it is one of points, and of which days it speaks. */
type Told = {
  readonly table: Table;
  readonly header?: Header<PointsField>;
  readonly time?: SheetTime;
  /** What its title says instead. */
  readonly titled?: SheetTime;
};

/**
 * Reads a workbook with a sheet for each month 按月分表: the sheets up to the cut-off are added by member and component, a sheet of sums is what they are held
 * to. Undefined where the workbook is none: then its one sheet is read as ever.
 */
export function readMonthSheets(
  tables: readonly Table[],
  context: MonthSheetsContext,
  report: Report,
): MonthSheets | undefined {
  const told = tables.map((table) => tell(table, context));
  const ofPoints = told.filter(({ header }) => header);
  if (ofPoints.length < 2 || !ofPoints.some(({ time }) => time?.is === 'period')) return undefined;
  const heads = new Report();
  const { sheets, sums, left } = sorted(told, context, heads);
  tellOnce(heads, new Set(), report);
  const empty = { rows: [], headings: [] };
  if (report.errors > 0) return empty;
  if (left.length > 0)
    report.warning('intake.points-sheets-left', fileOf(told), {
      sheets: quoted(left.map(({ sheet = '' }) => sheet)),
    });
  const counts = ({ span }: MonthSheet): boolean => span.from <= context.telling.until;
  const [now, later] = [sheets.filter(counts), sheets.filter((one) => !counts(one))];
  const [first] = now;
  if (!first) {
    report.error('intake.points-sheets-late', fileOf(told), { until: context.telling.until });
    return empty;
  }
  const headings = headingsOf(now, context);
  if (differ(now, context, report)) return { rows: [], headings };
  if (later.length > 0)
    report.warning('intake.points-sheets-later', fileOf(told), {
      sheets: quoted(later.map(({ table }) => table.sheet ?? '')),
    });
  const index = new MemberIndex(context.members);
  const reading: MonthSheetContext = { ...context, index, strangers: new Map() };
  const quiet = new Set<string>();
  const lines = now.map((one) => {
    const own = new Report();
    const read = { ...one, lines: monthLines(one.table, one.header, reading, own) };
    tellOnce(own, quiet, report);
    return read;
  });
  tellStrangers(reading.strangers, fileOf(told).file, report);
  const own = new Report();
  const after = later.map((one) => ({ ...one, lines: monthLines(one.table, one.header, reading, own) }));
  if (report.errors > 0) return { rows: [], headings };
  const added = sumMonths({ now: lines, later: own.errors > 0 ? [] : after, sums }, { ...context, index }, report);
  if (added.length > context.most) report.error('intake.too-many-rows', fileOf(told), { most: context.most });
  if (added.length === 0 && report.errors === 0) report.error('intake.no-entries', fileOf(told));
  return { rows: added, headings };
}

/** Passes on what was found in a sheet; what stands under every one of them alike (合计、书记签字) is told once. */
function tellOnce(own: Report, quiet: Set<string>, report: Report): void {
  for (const one of own.list()) {
    const key = `${one.code} ${one.params?.['text'] ?? ''}${one.params?.['heading'] ?? ''}`;
    if (one.severity === 'warning' && quiet.has(key)) continue;
    quiet.add(key);
    report.add(one);
  }
}

function fileOf([first]: readonly Told[]): { readonly file: string } {
  return { file: first?.table.file ?? '' };
}

function tell(table: Table, { kind, telling }: MonthSheetsContext): Told {
  if (table.keyed || table.rows.length === 0) return { table };
  const header = monthHeader(table, kind);
  const heads = header ? undefined : monthHeads(table, telling);
  const above = table.rows.slice(0, header?.at ?? heads?.at ?? 0).slice(0, TITLES);
  const time = sheetTime(table.sheet ?? '', above, telling.year);
  const titled = titleTime(above, telling.year);
  return { table, ...(header && { header }), ...(time && { time }), ...(titled && { titled }) };
}

/** So many rows above the headings are titles at most. */
const TITLES = 5;

/** The sheets by what they are: months in their order, sums to hold them to, and what has nothing to do with points. What cannot be told is an error that names the sheet. */
function sorted(
  told: readonly Told[],
  context: MonthSheetsContext,
  report: Report,
): { readonly sheets: readonly MonthSheet[]; readonly sums: readonly SumSheet[]; readonly left: readonly Table[] } {
  const { year } = context.telling;
  const left: Table[] = [];
  const sums: SumSheet[] = [];
  const sheets: MonthSheet[] = [];
  const months = new Set(told.flatMap(({ time }) => (time?.is === 'period' ? [time.period] : [])));
  for (const { table, header, time, titled } of told) {
    const sheet = table.sheet ?? '';
    const place = { file: table.file, sheet };
    if (table.rows.length === 0) left.push(table);
    else if (time?.is === 'sum' || (time && isQuarterOf(time, months))) {
      // A sum of last year has nothing to be compared with.
      if (time.span.from <= year.to && time.span.to >= year.from) sums.push({ table, span: time.span });
      else left.push(table);
    } else if (!time && !header) left.push(table);
    else if (!time) report.error('intake.points-sheet-when', place, { sheet });
    else if (!isInYear(time.span, year))
      report.error('intake.points-sheet-outside', place, { sheet, period: time.period, from: year.from, to: year.to });
    else {
      const twice = sheets.find(({ period }) => period === time.period);
      if (twice)
        report.error('intake.points-sheet-twice', place, {
          sheet,
          first: twice.table.sheet ?? '',
          period: time.period,
        });
      else {
        const month = monthOf(table, time, context, report);
        if (month) sheets.push(month);
        if (titled?.is === 'period' && titled.period !== time.period)
          report.warning('intake.points-sheet-title', place, { sheet, titled: titled.period, period: time.period });
      }
    }
  }
  return { sheets: sheets.toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1)), sums, left };
}

/** Whether a sheet of a quarter sums up months that have sheets of their own. */
function isQuarterOf(time: SheetTime, months: ReadonlySet<string>): boolean {
  return time.is === 'period' && time.period.includes('Q') && monthsIn(time.span).some((month) => months.has(month));
}

/** A sheet of a month with its headings; months within a quarter's sheet are added first. A sheet that bears a month and is none of points stops the workbook. */
function monthOf(
  table: Table,
  { period, span }: SheetTime & { readonly is: 'period' },
  { kind, telling }: MonthSheetsContext,
  report: Report,
): MonthSheet | undefined {
  const before = report.errors;
  const plain = period.includes('Q') ? withoutMonths(table, telling, report) : table;
  const header = plain && monthHeader(plain, kind, report);
  if (plain && header) return { table: plain, header, period, span };
  if (report.errors === before) {
    const sheet = table.sheet ?? '';
    const found = (likelyHeader(table)?.cells ?? []).slice(0, 12).map(({ text }) => text.slice(0, 12));
    report.error('intake.points-sheet-unread', placeOf(table, likelyHeader(table)?.number ?? 1), {
      sheet,
      found: found.join('、'),
    });
  }
  return undefined;
}

/** Whether the months do not have the same columns of points: then nothing can be added. Totals alone are none where the scheme has several components. */
function differ([first, ...rest]: readonly MonthSheet[], { components }: MonthSheetsContext, report: Report): boolean {
  if (!first) return true;
  const before = report.errors;
  const has = ({ header }: MonthSheet): ReadonlySet<string> =>
    new Set(components.flatMap(({ id }) => (columnsOf(header, id).includes(`points:${id}`) ? [id] : [])));
  const bare = [first, ...rest].find(({ header }) => ![...header.columns.values()].some(isPoints));
  if (bare) {
    const [column] = [...bare.header.columns].find(([, field]) => field === 'total') ?? [];
    const labels = components.map(({ label }) => `“${label}”`).join('');
    const total = bare.header.titles.get(column ?? 0) ?? '';
    report.error('intake.points-only-total', placeOf(bare.table, bare.table.rows[bare.header.at]?.number ?? 1), {
      total,
      components: labels,
    });
    return true;
  }
  const all = new Set([first, ...rest].flatMap((one) => [...has(one)]));
  for (const one of [first, ...rest]) {
    const own = has(one);
    const lacks = components.filter(({ id }) => all.has(id) && !own.has(id) && columnsOf(one.header, id).length === 0);
    if (lacks.length > 0)
      report.error('intake.points-sheet-lacks', placeOf(one.table, one.table.rows[one.header.at]?.number ?? 1), {
        sheet: one.table.sheet ?? '',
        missing: lacks.map(({ label }) => label).join('、'),
      });
  }
  return report.errors > before;
}

/** The headings of all months, each told once. */
function headingsOf(sheets: readonly MonthSheet[], { kind, known }: MonthSheetsContext): readonly ReadHeading[] {
  const seen = new Set<string>();
  return readHeadings(sheets, toldHeadings(known, kind.fields), useOf).filter(({ heading }) => {
    const fresh = !seen.has(heading);
    seen.add(heading);
    return fresh;
  });
}
