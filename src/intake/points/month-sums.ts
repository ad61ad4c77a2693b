import type { Span } from '#domain/kernel/day.ts';
import { showPoints } from '#domain/kernel/points.ts';
import type { Place } from '#domain/kernel/problem.ts';
import { placeOf } from '#intake/find-header.ts';
import type { MemberIndex } from '#intake/members/member-index.ts';
import type { Report } from '#intake/report.ts';
import type { MonthSheet, MonthSheets, MonthSheetsContext, SumSheet } from './month-book.ts';
import type { MonthLine } from './month-sheet.ts';
import { type PointsColumn, takes } from './points-columns.ts';
import { columnsOf } from './points-row.ts';
import { monthsIn } from './sheet-time.ts';
import { type Asked, readSums } from './sum-sheet.ts';

/** A sheet of a month with its rows. */
export type ReadMonth = MonthSheet & { readonly lines: readonly MonthLine[] };

type Read = {
  readonly now: readonly ReadMonth[];
  /** Those behind the cut-off: they count for nothing, but sums of the sheet may have them. */
  readonly later: readonly ReadMonth[];
  readonly sums: readonly SumSheet[];
};

type Context = MonthSheetsContext & { readonly index: MemberIndex };

/** Where a sum is not what it is said to be the sum of. */
type Fault = {
  readonly place: Place;
  readonly told: 'row' | 'sum';
  readonly who: number;
  readonly text: number;
  readonly sum: number;
  readonly span: Span;
};

/** So many faults of one kind are told one by one. */
const SINGLY = 10;

/** Adds the months by member and component 各月相加 and holds them to every sum that the workbook has: of a row, of the months so far, of a sheet of sums. No rows where these disagree. */
export function sumMonths({ now, later, sums }: Read, context: Context, report: Report): MonthSheets['rows'] {
  const { components } = context;
  const asked = sums.flatMap((one) => readSums(one, context, report));
  if (report.errors > 0) return [];
  const plain = faultsIn({ now, later, asked });
  const taking = components.filter(({ id, label }) => takes(label) && isPlus(now, id)).map(({ id }) => id);
  const turned = { now: turn(now, taking), later: turn(later, taking), asked };
  const isTurned = taking.length > 0 && plain.length > 0 && faultsIn(turned).length === 0;
  const names = (ids: readonly string[]): string =>
    components.flatMap(({ id, label }) => (ids.includes(id) ? [label] : [])).join('、');
  if (isTurned) report.warning('intake.points-signed', fileOf(now), { names: names(taking) });
  else if (plain.length > 0) tellFaults(plain, context, report);
  const proven = new Set(asked.flatMap(({ whole, who }) => (whole ? [who] : [])));
  if (plain.length === 0) tellPlus(now, { components, taking, proven }, report);
  const months = isTurned ? turned.now : now;
  tellBlank(months, proven, context, report);
  const runs = months.every(({ lines }) =>
    lines.every(({ running, values }) => running !== undefined || values.size === 0),
  );
  if (asked.length === 0 && !runs && allRise(months)) report.error('intake.points-sheets-running', fileOf(now));
  if (report.errors > 0) return [];
  const filled = months.filter(({ lines }) => lines.some(({ values }) => values.size > 0));
  const read = components.filter(({ id }) => months.some(({ header }) => columnsOf(header, id).length > 0));
  tellAdded(filled, { asked, runs, names: names(read.map(({ id }) => id)) }, context, report);
  return rowsOf(filled, read, context);
}

function fileOf([first]: readonly ReadMonth[]): Place {
  return { file: first?.table.file ?? '' };
}

function isPlus(months: readonly ReadMonth[], component: string): boolean {
  return months.some(({ lines }) => lines.some(({ values }) => (values.get(component) ?? 0) > 0));
}

function turn(months: readonly ReadMonth[], taking: readonly string[]): readonly ReadMonth[] {
  const turned = (values: MonthLine['values']): MonthLine['values'] =>
    new Map([...values].map(([id, value]) => [id, taking.includes(id) ? -value || 0 : value]));
  return months.map((month) => ({
    ...month,
    lines: month.lines.map((line) => ({ ...line, values: turned(line.values) })),
  }));
}

function allOf({ values }: MonthLine): number {
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}

/** The months with everybody's row at hand. */
type Kept = readonly { readonly span: Span; readonly of: ReadonlyMap<number, MonthLine> }[];

function kept(months: readonly ReadMonth[]): Kept {
  return months.map(({ span, lines }) => ({ span, of: new Map(lines.map((line) => [line.who, line])) }));
}

/** What somebody came to in the months of a stretch, of one component or of all. */
function cameTo(months: Kept, who: number, span: Span, component?: string): number {
  return months.reduce((sum, { span: { from, to }, of }) => {
    const line = from >= span.from && to <= span.to ? of.get(who) : undefined;
    return sum + (line ? (component === undefined ? allOf(line) : (line.values.get(component) ?? 0)) : 0);
  }, 0);
}

/** Every sum of the workbook that is not what it should be. */
function faultsIn({
  now,
  later,
  asked,
}: {
  readonly now: readonly ReadMonth[];
  readonly later: readonly ReadMonth[];
  readonly asked: readonly Asked[];
}): readonly Fault[] {
  const first = now[0]?.span.from ?? '';
  const [mine, all] = [kept(now), kept([...now, ...later])];
  const rows = now.flatMap(({ table, lines, span }) =>
    lines.flatMap((line): readonly Fault[] => {
      const { who, row, total, running } = line;
      const place = placeOf(table, row.number);
      const sum = allOf(line);
      if (total !== undefined && total !== sum) return [{ place, told: 'row', who, text: total, sum, span }];
      const soFar = { from: first, to: span.to };
      const came = cameTo(mine, who, soFar);
      return running === undefined || running === came
        ? []
        : [{ place, told: 'sum', who, text: running, sum: came, span: soFar }];
    }),
  );
  // What a row has wrong is wrong in every sum of it.
  if (rows.some(({ told }) => told === 'row')) return rows.filter(({ told }) => told === 'row');
  const sums = asked.flatMap(({ place, who, span, component, value }): readonly Fault[] => {
    const [counted, whole] = [cameTo(mine, who, span, component), cameTo(all, who, span, component)];
    return value === counted || value === whole ? [] : [{ place, told: 'sum', who, text: value, sum: counted, span }];
  });
  return [...rows, ...sums];
}

function tellFaults(faults: readonly Fault[], { index }: Context, report: Report): void {
  for (const { place, told, who, text, sum, span } of faults.slice(0, SINGLY)) {
    const params = { text: showPoints(text, 4), sum: showPoints(sum, 4), name: index.members[who]?.name ?? '' };
    if (told === 'row') report.error('intake.points-sheet-row', place, params);
    else
      report.error('intake.points-sheet-sum', place, {
        ...params,
        from: span.from.slice(0, 7),
        to: span.to.slice(0, 7),
      });
  }
}

/** Deductions above zero where no sum shows whether they are to be taken off: the first of them. */
function tellPlus(
  now: readonly ReadMonth[],
  {
    components,
    taking,
    proven,
  }: {
    readonly components: readonly PointsColumn[];
    readonly taking: readonly string[];
    readonly proven: ReadonlySet<number>;
  },
  report: Report,
): void {
  for (const { table, lines } of now)
    for (const { row, who, values, total, running } of lines) {
      if (total !== undefined || running !== undefined || proven.has(who)) continue;
      const plus = components.find(({ id }) => taking.includes(id) && (values.get(id) ?? 0) > 0);
      if (!plus) continue;
      const params = { heading: plus.label, text: showPoints(values.get(plus.id) ?? 0, 4) };
      report.error('intake.points-plus', placeOf(table, row.number), params);
      return;
    }
}

/** What is empty is nothing where a sum bears that out; else it is asked, by sheet and component, and who has nothing at all in a month is named. */
function tellBlank(
  now: readonly ReadMonth[],
  proven: ReadonlySet<number>,
  { components, index }: Context,
  report: Report,
): void {
  for (const { table, lines } of now) {
    const sheet = table.sheet ?? '';
    const some = lines.some(({ values }) => values.size > 0);
    const open = lines.filter(
      ({ who, total, running }) => total === undefined && running === undefined && !proven.has(who),
    );
    const nobody = open.filter(({ values }) => values.size === 0);
    if (some && nobody.length > 0)
      report.warning('intake.points-sheet-nothing', placeOf(table, nobody[0]?.row.number ?? 1), {
        sheet,
        names: nobody
          .map(({ who }) => index.members[who]?.name ?? '')
          .join('、')
          .slice(0, 200),
      });
    for (const { id, label } of components) {
      const empty = open.filter(({ values, blank }) => values.size > 0 && blank.includes(id));
      const [first] = empty;
      if (first)
        report.error('intake.points-sheet-blank', placeOf(table, first.row.number), {
          sheet,
          heading: label,
          count: empty.length,
        });
    }
  }
}

/** Whether what everybody has rises from every month to the next, as what is added up already does. */
function allRise(months: readonly ReadMonth[]): boolean {
  const [first, ...rest] = months;
  if (!first || rest.length < 2 || first.lines.length < 2) return false;
  return first.lines.every(({ who }) => {
    const own = months.flatMap(({ lines }) => lines.filter((line) => line.who === who).map(allOf));
    return own.length === months.length && own.every((sum, at) => at === 0 || sum > (own[at - 1] ?? 0));
  });
}

type Added = { readonly asked: readonly Asked[]; readonly runs: boolean; readonly names: string };

/** Says which months were added, what bears them out, and which months there are none of. */
function tellAdded(
  months: readonly ReadMonth[],
  { asked, runs, names }: Added,
  { telling }: Context,
  report: Report,
): void {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return;
  const params = { names, from: first.span.from.slice(0, 7), to: last.span.to.slice(0, 7), count: months.length };
  const sheets = [...new Set(asked.map(({ place }) => place.sheet ?? ''))];
  const proof = sheets.length > 0 ? sheets : runs ? [last.table.sheet ?? ''] : [];
  if (proof.length > 0)
    report.warning('intake.points-sheets-proved', fileOf(months), { ...params, sheet: proof.join('、') });
  else report.warning('intake.points-sheets-added', fileOf(months), params);
  const had = new Set(months.flatMap(({ span }) => monthsIn(span)));
  const missing = monthsIn({ from: telling.year.from, to: telling.until }).filter((month) => !had.has(month));
  if (missing.length > 0)
    report.warning('intake.points-sheets-missing', fileOf(months), { months: missing.join('、') });
}

/** A row for everybody, by the row in which they stand first; nobody shares a row. */
function rowsOf(months: readonly ReadMonth[], read: readonly PointsColumn[], { index }: Context): MonthSheets['rows'] {
  const sums = new Map<number, Map<string, number>>();
  const rows = new Map<number, number>();
  const taken = new Set<number>();
  for (const { lines } of months)
    for (const { who, row, values } of lines) {
      if (!rows.has(who)) {
        let number = row.number;
        while (taken.has(number)) number++;
        taken.add(number);
        rows.set(who, number);
      }
      const own = sums.get(who) ?? new Map<string, number>();
      sums.set(who, own);
      for (const [id, value] of values) own.set(id, (own.get(id) ?? 0) + value);
    }
  return [...sums].flatMap(([who, own]) => {
    const member = index.members[who];
    if (!member) return [];
    const points = read.map(({ id }) => ({ component: id, points: own.get(id) ?? 0 }));
    return [{ row: rows.get(who) ?? 1, code: member.id, points }];
  });
}
