import { type Day, parsePeriod } from '#domain/kernel/day.ts';
import { showPoints } from '#domain/kernel/points.ts';
import type { Place } from '#domain/kernel/problem.ts';
import { placeOf } from '#intake/find-header.ts';
import { isFooter, isFooterName } from '#intake/footer.ts';
import { headingKey } from '#intake/headings.ts';
import type { Report } from '#intake/report.ts';
import { type Cell, columnLetter, type Row, type Table } from '#intake/table.ts';
import { clean } from '#intake/text/clean.ts';
import { type MonthColumn, type MonthHeads, monthHeads, type Telling } from './month-heads.ts';
import { isPoints, takes } from './points-columns.ts';
import { readWritten } from './points-row.ts';

/** How a sheet of months is read: what its headings mean, up to which day it counts, and the component of a scheme that has one alone. */
export type MonthReading = Telling & { readonly until: Day; readonly only?: string };

/** So many faults of one kind are told one by one. */
const SINGLY = 10;

/**
 * A sheet with a column for each month 按月积分表 as one with a column for each component: the months up to the cut-off added, which the sheet's own sums must
 * bear out in every row. Every other sheet is answered as it is; undefined where what it says cannot be told, and the report says why.
 */
export function withoutMonths(table: Table, reading: MonthReading, report: Report): Table | undefined {
  const heads = monthHeads(table, reading);
  if (!heads) return table;
  const grid = gridOf(table, heads, reading);
  const before = report.errors;
  if (grid.nameless) report.error('intake.points-months', placeOf(table, grid.row), { count: grid.months.length });
  else if (grid.names.length > 0 && !grid.summed) report.error('intake.points-unproved', placeOf(table, grid.row));
  if (report.errors > before) return undefined;
  const read = table.rows.slice(heads.at + 1).map((row) => lineOf(grid, row, report));
  const lines = grid.names.length > 0 ? signed(grid, read, report) : read;
  if (grid.names.length > 0) prove(grid, lines, report);
  return report.errors > before ? undefined : plain(grid, lines);
}

type Grid = {
  readonly table: Table;
  readonly row: number;
  readonly columns: ReadonlyMap<number, MonthColumn>;
  /** The names of points that are components, in order, and the names that nobody knows. */
  readonly names: readonly string[];
  readonly unknown: readonly string[];
  readonly nameless: boolean;
  readonly summed: boolean;
  readonly months: readonly string[];
  /** The names that have months. */
  readonly monthly: ReadonlySet<string>;
  readonly counts: (period: string) => boolean;
  readonly isWho: (title: string) => boolean;
};

function gridOf(table: Table, { at, columns: read }: MonthHeads, { fields, until, only }: MonthReading): Grid {
  const named = (name: string): string => (name === '' ? (only ?? '') : name);
  const columns = new Map(
    [...read].map(([column, one]) => [column, 'name' in one ? { ...one, name: named(one.name) } : one]),
  );
  const all = [...columns.values()];
  const names = [...new Set(all.flatMap((one) => ('name' in one && one.name !== '' ? [one.name] : [])))];
  const isComponent = (name: string): boolean => isPoints(fields.get(headingKey(name)) ?? '');
  const months = [...new Set(all.flatMap((one) => (one.is === 'points' ? [one.period] : [])))].toSorted();
  return {
    table,
    row: table.rows[at]?.number ?? 1,
    columns,
    names: names.filter(isComponent),
    unknown: names.filter((name) => !isComponent(name)),
    nameless: all.some((one) => one.is === 'points' && one.name === ''),
    summed:
      all.some(({ is }) => is === 'total') ||
      names.filter(isComponent).every((name) => all.some((one) => one.is === 'sum' && one.name === name)),
    months,
    monthly: new Set(all.flatMap((one) => (one.is === 'points' ? [one.name] : []))),
    counts: (period) => (parsePeriod(period)?.from ?? '') <= until,
    isWho: (title) => ['id', 'member', 'name'].includes(fields.get(headingKey(title)) ?? ''),
  };
}

/** A row as it was read: what stands beside, what each name came to up to the cut-off and in all, and what its own sums say. */
type Line = {
  readonly row: Row;
  readonly beside: readonly Cell[];
  /** Nobody's row, or the sum under the table. */
  readonly passed: boolean;
  readonly counted: ReadonlyMap<string, number>;
  readonly whole: ReadonlyMap<string, number>;
  readonly sums: ReadonlyMap<string, number>;
  readonly total?: number;
};

function lineOf(grid: Grid, row: Row, report: Report): Line {
  const { columns, table } = grid;
  const kindOf = (cell: Cell): MonthColumn | undefined => columns.get(cell.column);
  const beside = row.cells.filter((cell) => kindOf(cell)?.is === 'beside');
  const named = beside.filter((cell) => {
    const column = kindOf(cell);
    return column?.is === 'beside' && grid.isWho(column.title);
  });
  const [counted, whole, sums] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const line = {
    row,
    beside,
    passed: named.length === 0 || isFooter(row) || named.some(({ text }) => isFooterName(text)),
    counted,
    whole,
    sums,
  };
  if (line.passed) return line;
  let total: number | undefined;
  for (const cell of row.cells) {
    const column = kindOf(cell);
    if (column?.is === 'total') total = numberIn(cell, undefined, placeOf(table, row.number, cell.column), report);
    if (column?.is !== 'points' && column?.is !== 'sum') continue;
    if (!grid.names.includes(column.name)) continue;
    // What stands in one column alone is taken as it is, a sum of months is only compared.
    const alone = grid.monthly.has(column.name) ? undefined : column.name;
    const needed = column.is === 'points' ? `${column.period}${column.name}` : alone;
    const value = numberIn(cell, needed, placeOf(table, row.number, cell.column), report);
    if (value === undefined) continue;
    if (column.is === 'sum') sums.set(column.name, value);
    else {
      add(whole, column.name, value);
      add(counted, column.name, grid.counts(column.period) ? value : 0);
    }
  }
  return { ...line, ...(total !== undefined && { total }) };
}

function add(to: Map<string, number>, name: string, value: number): void {
  to.set(name, (to.get(name) ?? 0) + value);
}

/** What stands in a place, in 1/10000; a sum that cannot be read proves nothing, a month that cannot stops the sheet. */
function numberIn(cell: Cell, needed: string | undefined, place: Place, report: Report): number | undefined {
  const stands = cell.kind === 'formula' || cell.kind === 'error';
  if (stands && needed !== undefined) {
    const params = { cell: `${columnLetter(cell.column)}${place.row}`, heading: needed, text: cell.text };
    report.error(cell.kind === 'formula' ? 'intake.formula-cell' : 'intake.error-cell', place, params);
    return undefined;
  }
  const text = clean(stands ? (cell.result ?? '') : cell.text);
  const read = readWritten(text);
  if (typeof read === 'number') return read;
  if (needed !== undefined) report.error(`intake.${read}`, place, { heading: needed, text: text.slice(0, 40) });
  return undefined;
}

/** What a name comes to: its months, else the one column that it has. */
function worth({ counted, sums }: Line, name: string): number | undefined {
  return counted.get(name) ?? sums.get(name);
}

/** The rows with their deductions below zero: written without a sign they are so where that alone is what the sums of all rows say. */
function signed(grid: Grid, lines: readonly Line[], report: Report): readonly Line[] {
  const taking = grid.names.filter(takes);
  const allFit = (all: readonly Line[]): boolean => all.every((line) => line.passed || fits(grid, line));
  if (taking.length === 0 || allFit(lines)) return lines;
  const turn = (values: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
    new Map([...values].map(([name, value]) => [name, taking.includes(name) ? -value || 0 : value]));
  const turned = lines.map((line) => ({
    ...line,
    counted: turn(line.counted),
    whole: turn(line.whole),
    sums: turn(line.sums),
  }));
  if (!allFit(turned)) return lines;
  report.warning('intake.points-signed', placeOf(grid.table, grid.row), { names: taking.join('、') });
  return turned;
}

/** Holds every row to the sums of the sheet. */
function prove(grid: Grid, lines: readonly Line[], report: Report): void {
  const rows = lines.filter(({ passed }) => !passed);
  const unproved = rows.filter((line) => !hasProof(grid, line));
  for (const { row } of unproved.slice(0, SINGLY))
    report.error('intake.points-unproved', placeOf(grid.table, row.number));
  if (unproved.length > 0) return;
  const wrong = rows.filter((line) => !fits(grid, line));
  for (const line of wrong.slice(0, SINGLY)) {
    const sum = grid.names.reduce((all, name) => all + (line.counted.get(name) ?? line.sums.get(name) ?? 0), 0);
    const text = line.total === undefined ? '' : showPoints(line.total, 4);
    report.error('intake.points-months-total', placeOf(grid.table, line.row.number), {
      text,
      sum: showPoints(sum, 4),
      unread: grid.unknown.join('、') || '—',
    });
  }
  const counted = grid.months.filter(grid.counts);
  if (wrong.length === 0)
    report.warning('intake.points-added', placeOf(grid.table, grid.row), {
      names: grid.names.join('、'),
      from: counted[0] ?? '',
      to: counted.at(-1) ?? '',
    });
}

/** Whether a row has a sum that speaks for all of its months. */
function hasProof(grid: Grid, { total, sums, whole }: Line): boolean {
  return total !== undefined || grid.names.every((name) => !whole.has(name) || sums.has(name));
}

/** Whether the sums of a row are what its months come to, up to the cut-off or in all. */
function fits(grid: Grid, { counted, whole, sums, total }: Line): boolean {
  const each = grid.names.every((name) => {
    const [sum, months] = [sums.get(name), whole.get(name)];
    return sum === undefined || months === undefined || sum === months || sum === counted.get(name);
  });
  const all = (months: ReadonlyMap<string, number>): number =>
    grid.names.reduce((sum, name) => sum + (months.get(name) ?? sums.get(name) ?? 0), 0);
  return each && (total === undefined || total === all(counted) || total === all(whole));
}

/** The sheet with a column for each component, each where the first of its columns stood. */
function plain({ table, row, columns, names, unknown, isWho }: Grid, lines: readonly Line[]): Table {
  const first = new Map<string, number>();
  for (const [column, one] of columns) if ('name' in one && !first.has(one.name)) first.set(one.name, column);
  const beside = [...columns].flatMap(([column, one]) => (one.is === 'beside' ? [cellOf(column, one.title)] : []));
  const shown = [...names, ...unknown].map((name) => cellOf(first.get(name) ?? 0, name));
  const who = beside.filter((cell) => isWho(cell.text));
  const head: Row = { number: row, cells: inOrder([...who, ...beside.filter((cell) => !isWho(cell.text)), ...shown]) };
  const rows = lines.map((line): Row => {
    if (line.passed) return { number: line.row.number, cells: line.beside.length > 0 ? line.beside : line.row.cells };
    const values = names.map((name): Cell => {
      const value = worth(line, name) ?? 0;
      return { column: first.get(name) ?? 0, kind: 'number', text: showPoints(value, 4) };
    });
    return { number: line.row.number, cells: inOrder([...line.beside, ...values]) };
  });
  return { ...table, rows: [head, ...rows] };
}

function cellOf(column: number, text: string): Cell {
  return { column, kind: 'text', text };
}

function inOrder(cells: readonly Cell[]): readonly Cell[] {
  return cells.toSorted((a, b) => a.column - b.column);
}
