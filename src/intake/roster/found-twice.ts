import type { Report } from '#intake/report.ts';
import type { ReadRow } from './roster-row.ts';

/** Names persons who stand twice in a roster 重复人员: by number, by identity number, or by a name that nothing tells apart. */
export function findTwice(rows: readonly ReadRow[], report: Report): void {
  const byCode = new Map<string, ReadRow>();
  const byIdentity = new Map<string, ReadRow>();
  const byName = new Map<string, ReadRow>();
  for (const one of rows) {
    const { kept, place, identity } = one;
    const { name, code } = kept;
    const same = (code !== undefined && byCode.get(code)) || undefined;
    const person = (identity !== undefined && byIdentity.get(identity)) || undefined;
    const named = byName.get(name);
    const before = same ?? person ?? (named && !apart(one, named) ? named : undefined);
    if (before && before.kept.name === name && before.place.sheet !== place.sheet)
      report.error('intake.roster-sheet-twice', place, {
        name,
        sheet: before.place.sheet ?? '',
        row: before.kept.row,
      });
    else if (same) report.error('intake.roster-code-twice', place, { id: code ?? '', name, row: same.kept.row });
    else if (person && person.kept.name === name)
      report.error('intake.roster-person-twice', place, { name, row: person.kept.row });
    else if (person) report.error('intake.roster-identity-shared', place, params(name, person));
    else if (named && !apart(one, named)) report.error('intake.name-twice', place, { name, row: named.kept.row });
    else if (named) report.warning('intake.roster-namesake', place, { name, row: named.kept.row });
    if (code !== undefined && !same) byCode.set(code, one);
    if (identity !== undefined && !person) byIdentity.set(identity, one);
    if (!named) byName.set(name, one);
  }
}

function params(name: string, { kept }: ReadRow) {
  return { name, other: kept.name, row: kept.row };
}

/** Whether two rows with one name have numbers of their own: without them nobody could say which is which in the branch's roster. */
function apart(one: ReadRow, other: ReadRow): boolean {
  return one.kept.code !== undefined && other.kept.code !== undefined;
}
