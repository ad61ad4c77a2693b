import type { Place } from '#domain/kernel/problem.ts';
import type { Entry } from '#intake/entries.ts';
import type { FactField } from '#intake/headings.ts';
import type { MemberIndex } from '#intake/members/member-index.ts';
import type { Report } from '#intake/report.ts';
import { cleanCode, cleanName } from '#intake/text/clean.ts';
import { nearest } from '#intake/text/near.ts';

type WhoField = 'id' | 'member' | 'name';

/** A row as far as it names a member. */
type Naming = { readonly text: (field: WhoField) => string; readonly place: (field?: WhoField) => Place };

/** Finds the member 党员 of a row, by position in the roster: an id first, else a name that only one has; id and name must agree. */
export function readWho(entry: Naming, members: MemberIndex, report: Report): number | undefined {
  let found: number | undefined;
  for (const field of ['id', 'member', 'name'] as const) {
    const text = cleanCode(entry.text(field));
    if (!text) continue;
    const one =
      found === undefined
        ? resolve(entry, field, text, members, report)
        : agreeing(entry, field, text, found, members, report);
    if (one === undefined) return undefined;
    found = one;
  }
  return found;
}

function resolve(
  entry: Naming,
  field: WhoField,
  text: string,
  members: MemberIndex,
  report: Report,
): number | undefined {
  const byId = field === 'name' ? undefined : members.byId(text);
  if (byId !== undefined) return byId;
  const named = members.byName(text);
  if (named.length === 1) return named[0];
  if (named.length > 1) {
    report.error('intake.ambiguous-member', entry.place(field), { name: text, count: named.length });
    return undefined;
  }
  const sole = field === 'name' ? members.byId(text) : undefined;
  if (sole !== undefined) return sole;
  const near = report.suggests ? nearest(cleanName(text), members.names()).join('、') : '';
  if (near) report.error('intake.unknown-member-near', entry.place(field), { name: text.slice(0, 40), near });
  else report.error('intake.unknown-member', entry.place(field), { name: text.slice(0, 40) });
  return undefined;
}

function agreeing(
  entry: Naming,
  field: WhoField,
  text: string,
  found: number,
  members: MemberIndex,
  report: Report,
): number | undefined {
  const member = members.members[found];
  if (!member || members.byId(text) === found || members.byName(text).includes(found)) return found;
  report.error('intake.name-differs', entry.place(field), {
    id: member.id,
    name: member.name,
    text: text.slice(0, 40),
  });
  return undefined;
}

/** The member that a row names when there is no roster: its id, else the name as written. */
export function writtenMember(entry: Entry<FactField>): string {
  return cleanCode(entry.text('id')) || cleanName(entry.text('member')) || cleanName(entry.text('name'));
}
