import type { Span } from '#domain/kernel/day.ts';
import { headingKey } from '#intake/headings.ts';
import type { Cell, Row, Table } from '#intake/table.ts';
import { clean, tidy } from '#intake/text/clean.ts';
import { readDecimal } from '#intake/text/decimal.ts';
import { readPeriod } from '#intake/text/read-period.ts';
import { isPoints } from './points-columns.ts';

/** What a column of a sheet of months is 按月分栏: points of a period under a name, the sum of a name or of all, a subtotal of a period, or what stands beside. */
export type MonthColumn =
  | { readonly is: 'points'; readonly period: string; readonly name: string }
  | { readonly is: 'sum'; readonly name: string }
  | { readonly is: 'total' | 'subtotal' }
  | { readonly is: 'beside'; readonly title: string };

/** The headings of a sheet of months: its columns, and the last of their rows. */
export type MonthHeads = { readonly at: number; readonly columns: ReadonlyMap<number, MonthColumn> };

/** How headings are told apart: what is known of them by their compared form, and the scheme's year, in which a month stands. */
export type Telling = { readonly fields: ReadonlyMap<string, string>; readonly year: Span };

const SEARCHED = 20;
/** A month or a quarter; half a year or a year is a sum. */
const PERIOD = /^\d{4}(-\d\d|Q\d)$/;
const LONGEST = 20;

/** The headings of a sheet whose columns are months, in two rows (months over components, or the other way round) or in one (3月加分); undefined where there are none. */
export function monthHeads(table: Table, telling: Telling): MonthHeads | undefined {
  if (table.keyed) return undefined;
  for (const [at, row] of table.rows.slice(0, SEARCHED).entries()) {
    const below = table.rows[at + 1];
    const heads = below && [row, below].every(readsAsHeads) && isKnown(row, telling);
    const two = heads ? settled(overTwo(row, below, telling)) : undefined;
    if (two) return { at: at + 1, columns: two };
    const one = settled(new Map(row.cells.map((cell) => [cell.column, alone(cell, telling)])));
    if (one) return { at, columns: one };
  }
  return undefined;
}

/** Whether a row can be the lower one of two rows of headings: short words, no numbers but months. */
function readsAsHeads({ cells }: Row): boolean {
  return (
    cells.length > 1 &&
    cells.every(
      ({ kind, text }) =>
        kind === 'date' || (kind === 'text' && text.length <= LONGEST && typeof readDecimal(clean(text)) !== 'number'),
    )
  );
}

/** Whether a row is one of headings and no title: a person, a component or two periods stand in it. */
function isKnown({ cells }: Row, telling: Telling): boolean {
  const periods = new Set(cells.flatMap((cell) => periodOf(cell, telling) ?? []));
  return (
    periods.size > 1 ||
    cells.some(({ text }) => /^(id|member|name|(points|part):.*)$/.test(fieldOf(text, telling) ?? ''))
  );
}

function periodOf(cell: Pick<Cell, 'kind' | 'text'>, { year }: Telling): string | undefined {
  const found = cell.kind === 'number' ? undefined : readPeriod(cell, year);
  return found !== undefined && PERIOD.test(found) ? found : undefined;
}

/** Columns under two rows of headings; what stands above goes on to the right until something else does. */
function overTwo(above: Row, below: Row, telling: Telling): ReadonlyMap<number, MonthColumn> {
  const upper = new Map(above.cells.map((cell) => [cell.column, cell]));
  const lower = new Map(below.cells.map((cell) => [cell.column, cell]));
  const columns = new Map<number, MonthColumn>();
  let carried: Cell | undefined;
  for (const column of [...new Set([...upper.keys(), ...lower.keys()])].toSorted((a, b) => a - b)) {
    carried = upper.get(column) ?? carried;
    const [own, under] = [upper.get(column), lower.get(column)];
    if (under === undefined || own?.text === under.text) columns.set(column, alone(own ?? under ?? EMPTY, telling));
    else columns.set(column, joined(carried, under, telling));
  }
  return columns;
}

const EMPTY: Cell = { column: 0, kind: 'text', text: '' };

/** A column by what stands above and below in its head. */
function joined(above: Cell | undefined, below: Cell, telling: Telling): MonthColumn {
  if (!above) return alone(below, telling);
  const [over, under] = [periodOf(above, telling), periodOf(below, telling)];
  const isTotal = ({ text }: Cell): boolean => fieldOf(text, telling) === 'total' || /^[小合总]计$/.test(tidy(text));
  if (over !== undefined && under === undefined)
    return isTotal(below)
      ? { is: 'subtotal' }
      : besideOr(below, telling, { is: 'points', period: over, name: tidy(below.text) });
  if (under !== undefined && over === undefined)
    return isTotal(above) ? { is: 'subtotal' } : { is: 'points', period: under, name: tidy(above.text) };
  if (isTotal(above))
    return isTotal(below) ? { is: 'total' } : besideOr(below, telling, { is: 'sum', name: tidy(below.text) });
  if (isTotal(below)) return { is: 'sum', name: tidy(above.text) };
  return alone(below, telling);
}

/** A column of persons or remarks that no group above takes in. */
function besideOr(cell: Cell, telling: Telling, column: MonthColumn): MonthColumn {
  const field = fieldOf(cell.text, telling) ?? '';
  const stands = field !== '' && !isPoints(field) && field !== 'total';
  return stands ? { is: 'beside', title: cell.text } : column;
}

/** A column by one heading: a month, a month with a component (3月加分、加分3月), a sum, or what stands beside. */
function alone(cell: Cell, telling: Telling): MonthColumn {
  const period = periodOf(cell, telling);
  if (period !== undefined) return { is: 'points', period, name: '' };
  const text = tidy(cell.text);
  const field = fieldOf(text, telling);
  if (field === 'total') return { is: 'total' };
  if (field !== undefined) return isPoints(field) ? { is: 'sum', name: text } : { is: 'beside', title: text };
  const [, first, name] = /^(.{1,8}?月份?)[-—·:：(（]?(.+?)[)）]?$/.exec(text) ?? [];
  const [, other, last] =
    /^(.+?)[-—·:：(（]?((?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)[)）]?$/.exec(text) ?? [];
  for (const [month, label] of [
    [first, name],
    [last, other],
  ] as const) {
    const found = month === undefined ? undefined : periodOf({ kind: 'text', text: month }, telling);
    if (found !== undefined && label !== undefined) return { is: 'points', period: found, name: label };
  }
  return { is: 'beside', title: text };
}

function fieldOf(text: string, { fields }: Telling): string | undefined {
  return fields.get(headingKey(text));
}

/** The columns where they are those of a sheet of months: at least two months, somebody's name, and quarters between months as subtotals. */
function settled(columns: ReadonlyMap<number, MonthColumn>): ReadonlyMap<number, MonthColumn> | undefined {
  const all = [...columns.values()];
  const periods = new Set(all.flatMap((one) => (one.is === 'points' ? [one.period] : [])));
  if (periods.size < 2 || !all.some(({ is }) => is === 'beside')) return undefined;
  const months = [...periods].some((one) => one.includes('-'));
  const subtotals = [...columns].filter(([, { is }]) => is === 'subtotal');
  const hasTotal = all.some(({ is }) => is === 'total');
  return new Map(
    [...columns].map(([column, one]) => {
      if (months && one.is === 'points' && one.period.includes('Q')) return [column, { is: 'subtotal' }];
      // A single sum behind the last month is that of all.
      if (one.is === 'subtotal' && subtotals.length === 1 && !hasTotal) return [column, { is: 'total' }];
      return [column, one];
    }),
  );
}
