import type { Day } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import { ALWAYS, type Standing } from '#domain/ledger/member.ts';
import type { Entry } from '#intake/entries.ts';
import type { MemberField } from '#intake/headings.ts';
import type { Report } from '#intake/report.ts';
import { clean, cleanCode, cleanName } from '#intake/text/clean.ts';
import { readDecimal } from '#intake/text/decimal.ts';
import { readDay } from '#intake/text/read-day.ts';
import { readStanding, STANDING_WORDS } from './standings.ts';

/** One row of a roster as read: days are undefined where nobody wrote them. */
export type MemberRow = {
  readonly entry: Entry<MemberField>;
  readonly id: string;
  readonly name: string;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly standing: Standing;
  readonly category?: string;
  readonly group?: string;
  readonly role?: string;
  readonly lastTotal?: Points;
};

/** Reads one row of a roster; every mistake of the row is reported, and the row is undefined then. */
export function readMemberRow(entry: Entry<MemberField>, withIds: boolean, report: Report): MemberRow | undefined {
  const before = report.errors;
  const id = withIds ? readId(entry, report) : cleanName(entry.text('name'));
  const from = dayIn(entry, 'from', report);
  const to = dayIn(entry, 'to', report);
  if (from && to && from > to) report.error('intake.from-after-to', entry.place('from'), { from, to });
  const standing = standingOf(entry, report);
  const lastTotal = lastTotalOf(entry, report);
  const category = clean(entry.text('category'));
  const group = clean(entry.text('group'));
  const role = clean(entry.text('role'));
  if (report.errors > before) return undefined;
  return {
    entry,
    id,
    name: cleanName(entry.text('name')),
    from,
    to,
    standing,
    ...(category && { category }),
    ...(group && { group }),
    ...(role && { role }),
    ...(lastTotal !== undefined && { lastTotal }),
  };
}

function readId(entry: Entry<MemberField>, report: Report): string {
  const cell = entry.cell('id');
  const id = cleanCode(cell?.text ?? '');
  if (!id) report.error('intake.id-missing', entry.place('id'), { name: clean(entry.text('name')) });
  if (cell?.kind === 'number' && id.replace(/\D/g, '').length > 15)
    report.error('intake.digits-lost', entry.place('id'), { id });
  return id;
}

function dayIn(entry: Entry<MemberField>, field: 'from' | 'to', report: Report): Day | undefined {
  const cell = entry.cell(field);
  if (!cell) return undefined;
  const text = clean(cell.text);
  if (field === 'to' && /^(?:至今|今|长期|[-—–/]+)$/.test(text)) return undefined;
  const day = readDay(cell, entry.table.epoch1904 === true);
  if (!day) report.error('intake.not-a-day', entry.place(field), { heading: entry.heading(field), text });
  return day;
}

/** The standing as written; without one, what the category says (人员类别 often reads 正式党员 or 预备党员), else full. */
function standingOf(entry: Entry<MemberField>, report: Report): Standing {
  const text = clean(entry.text('standing'));
  if (!text) return readStanding(entry.text('category')) ?? 'full';
  const standing = readStanding(text);
  if (!standing) {
    report.error('intake.unknown-standing', entry.place('standing'), {
      heading: entry.heading('standing'),
      text,
      known: STANDING_WORDS,
    });
  }
  return standing ?? 'full';
}

function lastTotalOf(entry: Entry<MemberField>, report: Report): Points | undefined {
  const text = clean(entry.text('lastTotal'));
  if (!text) return undefined;
  const points = readDecimal(text);
  if (typeof points === 'number') return points;
  report.error('intake.not-a-number', entry.place('lastTotal'), { heading: entry.heading('lastTotal'), text });
  return undefined;
}

/** The first day of a row, the earliest there is when nobody wrote one. */
export function firstDay(row: MemberRow): Day {
  return row.from ?? ALWAYS.from;
}
