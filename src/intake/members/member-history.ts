import { type Day, dayBefore } from '#domain/kernel/day.ts';
import { ALWAYS, type Member, type Status } from '#domain/ledger/member.ts';
import type { Report } from '#intake/report.ts';
import { firstDay, type MemberRow } from './member-rows.ts';

/** Makes one member of all rows with the same id: dated rows become the history, a row without an end ends where the next begins. */
export function buildMember(rows: readonly MemberRow[], report: Report): Member | undefined {
  const before = report.errors;
  const name = nameOf(rows, report);
  const history = historyOf(rows, report);
  const lastTotal = lastTotalOf(rows, report);
  const id = rows[0]?.id;
  if (id === undefined || report.errors > before) return undefined;
  return lastTotal === undefined ? { id, name, history } : { id, name, history, lastTotal };
}

function nameOf(rows: readonly MemberRow[], report: Report): string {
  const named = rows.find((row) => row.name !== '');
  if (!named) {
    const [first] = rows;
    if (first) report.error('intake.name-missing', first.entry.place('name'), { id: first.id });
    return '';
  }
  for (const row of rows) {
    if (row.name === '' || row.name === named.name) continue;
    const params = { id: row.id, name: row.name, other: named.name, row: named.entry.row.number };
    report.error('intake.id-two-names', row.entry.place('id'), params);
  }
  return named.name;
}

function historyOf(rows: readonly MemberRow[], report: Report): readonly Status[] {
  const ordered = rows.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0));
  return ordered.map((row, at) => {
    const from = firstDay(row);
    const next = ordered[at + 1];
    const to = row.to ?? endBefore(from, next);
    if (next && to >= firstDay(next)) {
      const params = { id: row.id, name: row.name || row.id, row: row.entry.row.number };
      report.error('intake.rows-overlap', next.entry.place(), params);
    }
    const { standing, category, group, role } = row;
    return { from, to, standing, ...(category && { category }), ...(group && { group }), ...(role && { role }) };
  });
}

function endBefore(from: Day, next: MemberRow | undefined): Day {
  return next?.from && next.from > from ? dayBefore(next.from) : ALWAYS.to;
}

function lastTotalOf(rows: readonly MemberRow[], report: Report): number | undefined {
  const written = rows.filter((row) => row.lastTotal !== undefined);
  const [first] = written;
  const other = written.find((row) => row.lastTotal !== first?.lastTotal);
  if (first && other) {
    report.error('intake.last-total-twice', other.entry.place('lastTotal'), {
      id: other.id,
      row: first.entry.row.number,
    });
  }
  return first?.lastTotal;
}
