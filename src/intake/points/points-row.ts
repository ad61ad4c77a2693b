import { Entry } from '#intake/entries.ts';
import type { Header } from '#intake/find-header.ts';
import type { Report } from '#intake/report.ts';
import type { Cell } from '#intake/table.ts';
import { clean } from '#intake/text/clean.ts';
import { type Decimal, readDecimal } from '#intake/text/decimal.ts';
import { componentIn, isPoints, type PointsColumn, type PointsField } from './points-columns.ts';

/** A header in which what a component is parted into stands aside 分项 where the component has a column of its own. */
export function settled(header: Header<PointsField>): Header<PointsField> {
  const fields = new Set(header.columns.values());
  const stands = (field: PointsField): boolean =>
    field.startsWith('part:') && fields.has(`points:${componentIn(field) ?? ''}`);
  return {
    ...header,
    columns: new Map(
      [...header.columns].map(([column, field]) => [column, stands(field) ? (`aside:${field}` as const) : field]),
    ),
  };
}

/** A row 积分行 without formulas in columns that nobody reads; a sum that is one is compared with what it last came to, and not checked where that is not kept. */
export function checked(entry: Entry<PointsField>, report: Report): Entry<PointsField> {
  let changed = false;
  const cells = entry.row.cells.flatMap((cell): readonly Cell[] => {
    const field = entry.header.columns.get(cell.column);
    if ((cell.kind !== 'formula' && cell.kind !== 'error') || field === undefined || isPoints(field)) return [cell];
    if (field === 'id' || field === 'member' || field === 'name') return [cell];
    changed = true;
    if (field.startsWith('aside:')) return [];
    if (cell.result !== undefined) return [{ column: cell.column, kind: 'number', text: cell.result }];
    report.warning('intake.points-unchecked', entry.place(field), { heading: entry.heading(field) });
    return [];
  });
  return changed ? new Entry(entry.table, entry.header, { number: entry.row.number, cells }, entry.whole) : entry;
}

/** What a cell of points says 分值, in 1/10000; nothing where it is empty, false where it cannot be taken, and the report says why. */
export function numberOf(entry: Entry<PointsField>, field: PointsField, report: Report): number | undefined | false {
  const text = clean(entry.text(field));
  if (text === '') return undefined;
  const read = readWritten(text);
  if (typeof read === 'number') return read;
  report.error(`intake.${read}`, entry.place(field), { heading: entry.heading(field), text: text.slice(0, 40) });
  return false;
}

/** Reads written points, also where 分 stands behind them. */
export function readWritten(text: string): Decimal {
  return readDecimal(text.replace(/ ?分$/, ''));
}

/** The columns that give a component, in order; none where the sheet does not have it. */
export function columnsOf({ columns }: Header<PointsField>, component: string): readonly PointsField[] {
  return [...columns.values()].filter((field) => componentIn(field) === component);
}

/** A row's points by component in the scheme's order; undefined where one cannot be taken. Of several parts of a component one that is filled is enough. */
export function pointsIn(
  entry: Entry<PointsField>,
  components: readonly PointsColumn[],
  report: Report,
): readonly { readonly component: string; readonly points: number }[] | undefined {
  const before = report.errors;
  const points = components.flatMap(({ id }) => {
    const fields = columnsOf(entry.header, id);
    const [first] = fields;
    if (first === undefined) return [];
    const read = fields.map((field) => numberOf(entry, field, report));
    if (read.every((one) => one === undefined))
      report.error('intake.points-empty', entry.place(first), { heading: entry.heading(first), text: '' });
    return [{ component: id, points: read.reduce<number>((sum, one) => sum + (one || 0), 0) }];
  });
  return report.errors > before ? undefined : points;
}
