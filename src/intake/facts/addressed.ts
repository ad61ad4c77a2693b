import type { Problem } from '#domain/kernel/problem.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { ALWAYS, type Member, statusOn } from '#domain/ledger/member.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { versionOn } from '#domain/score/prepare.ts';
import { namesIn } from '#domain/score/worth.ts';
import type { FactRow } from './fact-context.ts';

/** The words by which a fact is addressed to the branch as a whole 支部. */
const BRANCH = ['支部', '本支部', 'branch'];

/**
 * A roster with the groups 党小组/班组 and the branch added as names that a fact may be addressed to,
 * so that a collective item can reach every member of a group, and a responsible person answer for the branch.
 */
export function withAddressees(members: readonly Member[]): readonly Member[] {
  const names = new Set(members.flatMap(({ history }) => history.flatMap(({ group }) => group ?? [])));
  const taken = new Set(members.flatMap(({ id, name }) => [id, name]));
  const free = [...names, ...BRANCH].filter((name) => !taken.has(name));
  return [
    ...members,
    ...free.map((name) => ({ id: addressee(name), name, history: [{ ...ALWAYS, standing: 'full' as const }] })),
  ];
}

function addressee(name: string): string {
  return `group:${name}`;
}

/** Gives each fact that is addressed to a group or the branch to the members whom its item reaches on its day; versions of a scheme by their effective day. */
export function reachMembers(
  rows: readonly FactRow[],
  members: readonly Member[],
  schemes: Scheme | readonly Scheme[],
): { readonly facts: readonly FactRow[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const versions = 'document' in schemes ? [schemes] : schemes;
  const facts = rows.flatMap((row) => {
    if (!row.member.startsWith('group:')) return [row];
    const name = row.member.slice('group:'.length);
    const entry = versionOn(versions, row.day).nodes.get(row.item);
    const reaches = entry?.kind === 'item' ? entry.node.reaches : undefined;
    const reached = reaches === undefined ? [] : members.filter((member) => isReached(member, row, name, reaches));
    if (reached.length === 0) {
      const code = reaches === undefined ? 'intake.reaches-nobody-by-rule' : 'intake.reaches-nobody-that-day';
      problems.push({
        severity: 'error',
        code,
        place: row.place,
        params: { name, item: entry?.node.label ?? row.item, day: row.day },
      });
    }
    return reached.map((member) => ({ ...row, member: member.id }));
  });
  return { facts, problems };
}

function isReached(member: Member, row: FactRow, name: string, reaches: 'group' | { readonly role: string }): boolean {
  const status = statusOn(member, row.day);
  if (!status) return false;
  if (reaches !== 'group') return namesIn(status.role).includes(reaches.role);
  return BRANCH.includes(name) || status.group === name;
}

/** The facts of each member by id, without where they were written. */
export function factsByMember(rows: readonly FactRow[]): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const { member, place: _, ...fact } of rows) {
    const own = found.get(member);
    if (own) own.push(fact);
    else found.set(member, [fact]);
  }
  return found;
}
