import { addMonths, type Day } from '#domain/kernel/day.ts';
import type { Standing } from '#domain/ledger/member.ts';
import type { Entry } from '#intake/entries.ts';
import type { Report } from '#intake/report.ts';
import { clean } from '#intake/text/clean.ts';
import { masked } from '#intake/text/masked.ts';
import { readIdentity } from './identity-number.ts';
import { readPartyDay } from './party-day.ts';
import type { RosterField } from './roster-headings.ts';

type Known = { readonly standing: Standing | undefined; readonly confirmed: Day | undefined; readonly today: Day };

/** Nobody joins earlier 入党年龄, in months. */
const YOUNGEST = 18 * 12;

/**
 * Looks at what is checked and not kept 核对: identity number, birth, sex, the days of joining. Each doubt is a warning that names the cell;
 * answers with the identity number where it is right, so that a person who stands twice is found.
 */
export function checkPerson(entry: Entry<RosterField>, known: Known, report: Report): string | undefined {
  const cell = entry.cell('identity');
  const identity = cell && clean(cell.text) !== '' ? readIdentity(cell) : undefined;
  const own = identity !== undefined && 'number' in identity ? identity : undefined;
  if (identity !== undefined && 'fault' in identity) {
    const tail = identity.fault === 'identity-lost' ? '' : clean(cell?.text ?? '').slice(-2);
    report.warning(`intake.roster-${identity.fault}`, entry.place('identity'), { tail });
  }
  const gender = clean(entry.text('gender'));
  if (own && /^[男女]/.test(gender) && !gender.startsWith(own.gender))
    report.warning('intake.roster-gender-differs', entry.place('gender'), { text: gender.slice(0, 1) });
  const [born, joined] = [checkedDay(entry, 'born', report), checkedDay(entry, 'joined', report)];
  // A month alone was written: the day of the number may be any of it.
  if (own && born && born.slice(0, 7) !== own.born.slice(0, 7))
    report.warning('intake.roster-born-differs', entry.place('born'), { day: born });
  checkOrder(entry, { ...known, born: own?.born ?? born, joined }, report);
  return own?.number;
}

function checkOrder(
  entry: Entry<RosterField>,
  {
    standing,
    confirmed,
    today,
    born,
    joined,
  }: Known & { readonly born?: Day | undefined; readonly joined?: Day | undefined },
  report: Report,
): void {
  for (const [field, day] of [
    ['born', born],
    ['joined', joined],
    ['confirmed', confirmed],
  ] as const)
    if (day && day > today && entry.cell(field))
      report.warning('intake.roster-future-day', entry.place(field), { heading: entry.heading(field), day });
  if (born && joined && joined < addMonths(born, YOUNGEST))
    report.warning('intake.roster-too-young', entry.place('joined'), { day: joined });
  if (joined && confirmed && confirmed < joined)
    report.warning('intake.roster-day-order', entry.place('confirmed'), { day: confirmed, joined });
  if (standing === 'probationary' && confirmed && confirmed <= today)
    report.warning('intake.roster-confirmed-already', entry.place('confirmed'), { day: confirmed });
}

function checkedDay(entry: Entry<RosterField>, field: 'born' | 'joined', report: Report): Day | undefined {
  const cell = entry.cell(field);
  if (!cell || /^(?:无|[-—–/]+)$/.test(clean(cell.text))) return undefined;
  const read = readPartyDay(cell, entry.table.epoch1904 === true);
  if (read) return read.day;
  const params = { heading: entry.heading(field), text: masked(clean(cell.text)) };
  report.warning('intake.roster-not-a-day', entry.place(field), params);
  return undefined;
}
