import type { Day } from '#domain/kernel/day.ts';
import { harmless, type Problem } from '#domain/kernel/problem.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { ALWAYS, type Member } from '#domain/ledger/member.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { yearSpan } from '#domain/score/cycle.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';
import { reachMembers, withAddressees } from '#intake/addressed.ts';
import type { FactRow } from '#intake/fact-context.ts';
import { readFacts } from '#intake/read-facts.ts';
import { readMembers } from '#intake/read-members.ts';
import { readTables } from '#intake/read-tables.ts';
import { indexScheme } from '#intake/scheme-items.ts';
import { loadScheme } from './load-scheme.ts';

/** What `score` and `scheme try` are given: versions of a scheme, a year's facts, and a roster where there is one. */
export type YearFiles = {
  readonly schemes: readonly string[];
  readonly facts: string;
  readonly members?: string | undefined;
  readonly asOf?: Day | undefined;
};

/** A year 年度 ready to be scored, or every problem that stands in the way. */
export type LoadedYear = {
  readonly problems: readonly Problem[];
  readonly year?: {
    readonly prepared: Prepared;
    readonly members: readonly Member[];
    readonly facts: ReadonlyMap<string, readonly Fact[]>;
  };
};

/** Reads schemes, roster and facts; nothing is scored while any of them has a mistake. */
export async function loadYear(files: YearFiles): Promise<LoadedYear> {
  const loaded = await Promise.all(files.schemes.map(loadScheme));
  const schemes = loaded.flatMap(({ scheme }) => scheme ?? []);
  const bad = loaded.flatMap(({ scheme, problems }) => (scheme ? [] : problems));
  const roster = files.members === undefined ? undefined : readMembers(await readTables(files.members));
  const tables = await readTables(files.facts);
  const [first] = schemes;
  if (!first || bad.length > 0) return { problems: [...bad, ...(roster?.problems ?? []), ...tables.problems] };
  const items = indexScheme(first);
  const known = roster && withAddressees(roster.members);
  const context = { items, ...(known && { members: known }) };
  // The year is the one in which most facts lie, so that a single mistyped day is named rather than followed.
  const asOf = files.asOf ?? lastDay(first, readFacts(tables, context).facts);
  const year = yearSpan(first.document.cycle, asOf);
  const read = readFacts(tables, { ...context, year });
  const members = roster?.members ?? everyone(read.facts);
  const reached = reachMembers(read.facts, members, first);
  const problems = [...(roster?.problems ?? []), ...read.problems, ...reached.problems];
  if (!harmless(problems)) return { problems };
  return { problems, year: { prepared: prepare(schemes, asOf), members, facts: byMember(reached.facts) } };
}

/** The last day of the scheme's year in which most facts lie; without facts, of the year in which the scheme takes effect. */
export function lastDay(scheme: Scheme, facts: readonly { readonly day: Day }[]): Day {
  const counts = new Map<Day, number>();
  for (const { day } of facts) {
    const { to } = yearSpan(scheme.document.cycle, day);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  return most?.[0] ?? yearSpan(scheme.document.cycle, scheme.document.effective ?? '2026-01-01').to;
}

/** Without a roster everyone whom a fact names is a member all the while. */
function everyone(facts: readonly FactRow[]): readonly Member[] {
  const ids = [...new Set(facts.map((fact) => fact.member))];
  return ids.map((id) => ({ id, name: id, history: [{ ...ALWAYS, standing: 'full' }] }));
}

function byMember(rows: readonly FactRow[]): ReadonlyMap<string, readonly Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const { member, place: _, ...fact } of rows) {
    const own = found.get(member);
    if (own) own.push(fact);
    else found.set(member, [fact]);
  }
  return found;
}
