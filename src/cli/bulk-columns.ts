import type { Day, Span } from '#domain/kernel/day.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { packDay, unpackDay } from '#intake/csv/plain-bytes.ts';
import type { FactKeys } from '#intake/facts/fact-chunk.ts';
import type { FactColumns } from '#intake/facts/fact-columns.ts';

/** How many facts lie on each day. */
export function countDays(columns: FactColumns): ReadonlyMap<Day, number> {
  const counts = new Map<number, number>();
  for (const day of columns.day.subarray(0, columns.count)) counts.set(day, (counts.get(day) ?? 0) + 1);
  return new Map([...counts].map(([day, count]) => [unpackDay(day), count]));
}

/** Whether every fact lies in a year. */
export function allWithin(columns: FactColumns, year: Span): boolean {
  const [from, to] = [packDay(year.from), packDay(year.to)];
  return columns.day.subarray(0, columns.count).every((day) => day >= from && day <= to);
}

/** The item and day of each fact, in the order of the rows. */
export function* itemsAndDays(columns: FactColumns, keys: FactKeys): Generator<{ item: string; day: Day }> {
  for (let row = 0; row < columns.count; row++)
    yield { item: keys.items[columns.item[row] ?? 0]?.id ?? '', day: unpackDay(columns.day[row] ?? 0) };
}

/** Facts in columns sorted by member: `of` takes one member's out as facts, `before` counts those of the members before one. */
export type SortedColumns = { readonly of: (member: number) => Fact[]; readonly before: (member: number) => number };

/** Sorts facts by member by counting them, in whatever order the rows came; `members` is how many there are. */
export function sortColumns(columns: FactColumns, keys: FactKeys, members: number): SortedColumns {
  const who = columns.member.subarray(0, columns.count);
  const starts = new Int32Array(members + 1);
  for (const member of who) starts[member + 1] = (starts[member + 1] ?? 0) + 1;
  for (let at = 0; at < members; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(columns.count);
  for (const [row, member] of who.entries()) {
    const place = next[member] ?? 0;
    rows[place] = row;
    next[member] = place + 1;
  }
  const items = keys.items.map(({ id }) => id);
  const days = new Map<number, Day>();
  const dayOf = (packed: number): Day => {
    const known = days.get(packed);
    if (known !== undefined) return known;
    const day = unpackDay(packed);
    days.set(packed, day);
    return day;
  };
  const textAt = (column: Int32Array | undefined, row: number): string | undefined =>
    keys.texts[column?.[row] ?? 0] || undefined;
  const factAt = (row: number): Fact => {
    const quantity = columns.quantity[row];
    const points = columns.points?.[row];
    const score = columns.score?.[row];
    const period = textAt(columns.period, row);
    const level = textAt(columns.level, row);
    const rater = textAt(columns.rater, row);
    const ref = textAt(columns.ref, row);
    return {
      item: items[columns.item[row] ?? 0] ?? '',
      day: dayOf(columns.day[row] ?? 0),
      ...(period !== undefined && { period }),
      ...(quantity !== undefined && !Number.isNaN(quantity) && { quantity }),
      ...(level !== undefined && { level }),
      ...(points !== undefined && !Number.isNaN(points) && { points }),
      ...(score !== undefined && !Number.isNaN(score) && { score }),
      ...(rater !== undefined && { rater }),
      ...(ref !== undefined && { ref }),
    };
  };
  return {
    of: (member) => Array.from(rows.subarray(starts[member] ?? 0, starts[member + 1] ?? 0), factAt),
    before: (member) => starts[member] ?? 0,
  };
}
