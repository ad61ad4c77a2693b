import type { Problem } from '#domain/kernel/problem.ts';
import type { Member } from '#domain/ledger/member.ts';
import { entriesOf, type TableKind } from '#intake/entries.ts';
import { FACT_HEADINGS, MEMBER_FIELDS, MEMBER_HEADINGS, type MemberField } from '#intake/headings.ts';
import { Report } from '#intake/report.ts';
import type { Tables } from '#intake/table.ts';
import { cleanCode, cleanName } from '#intake/text/clean.ts';
import { buildMember } from './member-history.ts';
import { type MemberRow, readMemberRow } from './member-rows.ts';

const ROSTER: TableKind<MemberField> = {
  fields: MEMBER_FIELDS,
  headings: MEMBER_HEADINGS,
  enough: (known, keys) => known.has('name') && !FACT_HEADINGS.item.some((heading) => keys.has(heading)),
  who: ['id', 'name'],
};

/** The members of a roster 名册 and everything that is wrong with it; a member with a mistake in any row is left out. */
export type ReadMembers = { readonly members: readonly Member[]; readonly problems: readonly Problem[] };

/** Reads members from tables with Chinese or English headings; several dated rows of one id become that member's history (product §2). Never throws for what the tables hold. */
export function readMembers(tables: Tables): ReadMembers {
  const report = new Report();
  for (const problem of tables.problems) report.add(problem);
  if (tables.tables.length === 0) return { members: [], problems: report.list() };
  const byId = new Map<string, MemberRow[]>();
  const faulty = new Set<string>();
  let withIds = true;
  for (const entry of entriesOf(tables.tables, ROSTER, report)) {
    withIds = [...entry.header.columns.values()].includes('id');
    const row = readMemberRow(entry, withIds, report);
    if (!row) {
      faulty.add(withIds ? cleanCode(entry.text('id')) : cleanName(entry.text('name')));
      continue;
    }
    const same = byId.get(row.id);
    if (!same) byId.set(row.id, [row]);
    else if (withIds) same.push(row);
    else
      report.error('intake.name-twice', entry.place('name'), { name: row.name, row: same[0]?.entry.row.number ?? 0 });
  }
  const members = [...byId.values()].flatMap((rows) => buildMember(rows, report) ?? []);
  if (members.length === 0 && report.errors === 0)
    report.error('intake.no-entries', { file: tables.tables[0]?.file ?? '' });
  return { members: members.filter((member) => !faulty.has(member.id)), problems: report.list() };
}
