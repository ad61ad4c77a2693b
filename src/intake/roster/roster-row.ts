import type { Day } from '#domain/kernel/day.ts';
import type { Place } from '#domain/kernel/problem.ts';
import type { Standing } from '#domain/ledger/member.ts';
import type { Entry } from '#intake/entries.ts';
import { readStanding, STANDING_WORDS } from '#intake/members/standings.ts';
import type { Report } from '#intake/report.ts';
import { clean, cleanCode, cleanName, isMaimed, labelKey } from '#intake/text/clean.ts';
import { masked } from '#intake/text/masked.ts';
import { readPartyDay } from './party-day.ts';
import { checkPerson } from './person-checks.ts';
import type { RosterField } from './roster-headings.ts';

/** A row of a roster 名册行 as far as the roster keeps it; without a number the person is found by the name. */
export type RosterRow = {
  readonly row: number;
  readonly code?: string;
  readonly name: string;
  readonly standing: Standing;
  readonly from?: Day;
  readonly to?: Day;
  /** The day on which a probationary member became a full one. */
  readonly confirmed?: Day;
  readonly category?: string;
  readonly group?: string;
  readonly role?: string;
};

/** What tells persons apart and is never handed on: the identity number, where it is right. */
export type ReadRow = { readonly kept: RosterRow; readonly place: Place; readonly identity: string | undefined };

/** How a row is read: the day of the import, and what the office's clock says. */
export type RowContext = { readonly today: Day };

const KINDS = new Map<string, Standing>([
  ['中共党员', 'full'],
  ['党员', 'full'],
  ['是', 'full'],
  ['中共正式党员', 'full'],
  ['中共预备党员', 'probationary'],
]);

/** The longest that the roster keeps of each. */
const LONGEST = { code: 64, name: 60, category: 40, group: 40, role: 40 } as const;

/** Reads one row of a roster; what stops it is an error, what looks wrong and is only checked a warning. Undefined where it cannot be taken. */
export function readRosterRow(entry: Entry<RosterField>, { today }: RowContext, report: Report): ReadRow | undefined {
  const before = report.errors;
  const name = cleanName(entry.text('name'));
  if (name === '') report.error('intake.roster-no-name', entry.place('name'));
  if (isMaimed(name)) report.error('intake.name-maimed', entry.place('name'), { name: name.slice(0, 40) });
  const code = codeOf(entry, report);
  const standing = standingOf(entry, name, report);
  const from = dayOf(entry, 'from', report);
  const to = /^(?:至今|今|长期|[-—–/]+)$/.test(clean(entry.text('to'))) ? undefined : dayOf(entry, 'to', report);
  if (from && to && from > to) report.error('intake.from-after-to', entry.place('from'), { from, to });
  const confirmed = dayOf(entry, 'confirmed', report);
  const identity = checkPerson(entry, { standing, confirmed, today }, report);
  for (const field of ['code', 'name', 'category', 'group', 'role'] as const)
    if (clean(entry.text(field)).length > LONGEST[field])
      report.error('intake.roster-too-long', entry.place(field), {
        heading: entry.heading(field),
        most: LONGEST[field],
      });
  if (report.errors > before || standing === undefined) return undefined;
  const [category, group, role] = [labelIn(entry, 'category'), labelIn(entry, 'group'), labelIn(entry, 'role')];
  return {
    place: entry.place('name'),
    identity,
    kept: {
      row: entry.row.number,
      ...(code !== '' && { code }),
      name,
      standing,
      ...(from && { from }),
      ...(to && { to }),
      ...(confirmed && { confirmed }),
      ...(category && { category }),
      ...(group && { group }),
      ...(role && { role }),
    },
  };
}

/**
 * What stands in a column of labels; a stroke or 无 stands for nothing, and 类别 that only says 正式 is no category. A kind beside a standing of its own
 * is a category where there is no other.
 */
function labelIn(entry: Entry<RosterField>, field: 'category' | 'group' | 'role'): string {
  const own = clean(entry.text(field));
  const text = own === '' && field === 'category' && entry.cell('standing') ? clean(entry.text('kind')) : own;
  if (/^(?:无|[-—–/])$/.test(text)) return '';
  return field === 'category' && kindOf(text) !== undefined ? '' : text;
}

function codeOf(entry: Entry<RosterField>, report: Report): string {
  const cell = entry.cell('code');
  const code = cleanCode(cell?.text ?? '');
  const params = { heading: entry.heading('code'), id: masked(code) };
  if (cell?.kind === 'number' && code.replace(/\D/g, '').length > 15)
    report.error('intake.digits-lost', entry.place('code'), params);
  // The number is shown everywhere and stands on slips.
  else if (/^(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9})$/.test(code))
    report.error('intake.roster-code-private', entry.place('code'), params);
  return code;
}

function kindOf(text: string): Standing | undefined {
  return readStanding(text) ?? KINDS.get(labelKey(text));
}

/** The standing: as written for the branch, else what the kind says, else a category that is one. */
function standingOf(entry: Entry<RosterField>, name: string, report: Report): Standing | undefined {
  const field = (['standing', 'kind', 'category'] as const).find((one) => clean(entry.text(one)) !== '');
  const text = field === undefined ? '' : clean(entry.text(field));
  const standing = kindOf(text);
  if (standing !== undefined) return standing;
  if (field === undefined || field === 'category') report.error('intake.roster-no-kind', entry.place('kind'), { name });
  else
    report.error('intake.roster-unknown-kind', entry.place(field), {
      heading: entry.heading(field),
      text: masked(text),
      known: field === 'kind' ? '正式党员、预备党员' : STANDING_WORDS,
    });
  return undefined;
}

function dayOf(entry: Entry<RosterField>, field: 'from' | 'to' | 'confirmed', report: Report): Day | undefined {
  const cell = entry.cell(field);
  if (!cell || /^(?:无|[-—–/]+)$/.test(clean(cell.text))) return undefined;
  const read = readPartyDay(cell, entry.table.epoch1904 === true);
  const params = { heading: entry.heading(field), text: masked(clean(cell.text)) };
  if (!read) report.error('intake.roster-not-a-day', entry.place(field), params);
  else if (read.ambiguous) report.warning('intake.roster-month-ambiguous', entry.place(field), params);
  return read?.day;
}
