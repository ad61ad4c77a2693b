import { basename } from 'node:path';
import type { Day } from '#domain/kernel/day.ts';
import { harmless, type Problem } from '#domain/kernel/problem.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { ALWAYS, type Member } from '#domain/ledger/member.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { yearSpan } from '#domain/score/cycle.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';
import { factsByMember, reachMembers, withAddressees } from '#intake/facts/addressed.ts';
import type { FactRow } from '#intake/facts/fact-context.ts';
import { readFacts } from '#intake/facts/read-facts.ts';
import { indexVersions } from '#intake/facts/scheme-items.ts';
import { readMembers } from '#intake/members/read-members.ts';
import { readTables } from '#intake/read-tables.ts';
import { acceptingUnknown, leftOut } from './lenient-items.ts';
import { loadScheme } from './load-scheme.ts';
import { notInForce, takeVersions } from './versions.ts';

/** What `score` and `scheme try` are given: versions of a scheme, a year's facts, and a roster where there is one. */
export type YearFiles = {
  readonly schemes: readonly string[];
  readonly facts: string;
  readonly members?: string | undefined;
  readonly asOf?: Day | undefined;
  /** Whether facts that the scheme has no place for are told and left out, as when a draft is tried on an earlier year. */
  readonly lenient?: boolean;
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

/** Schemes and roster 方案与名册 without the facts; no schemes when any of them has a mistake. Versions stand in the order of their days. */
export type LoadedInputs = {
  readonly problems: readonly Problem[];
  readonly schemes?: readonly Scheme[];
  readonly members?: readonly Member[];
};

/** Reads the versions of a scheme and the roster, where there is one. */
export async function loadInputs(files: readonly string[], rosterFile: string | undefined): Promise<LoadedInputs> {
  const loaded = await Promise.all(files.map(loadScheme));
  const { schemes, problems: unfit } = takeVersions(files, loaded);
  const roster = rosterFile === undefined ? undefined : readMembers(await readTables(rosterFile));
  const missing = rosterFile === undefined ? withoutRoster(schemes) : [];
  const problems = [...unfit, ...(roster?.problems ?? []), ...missing];
  return harmless(problems) ? { problems, schemes, ...(roster && { members: roster.members }) } : { problems };
}

/** Without a roster nobody has a category, a role or a group: told where the scheme asks for them. */
function withoutRoster(schemes: readonly Scheme[]): readonly Problem[] {
  const asks = schemes.some(({ document, nodes }) => {
    if ((document.categories ?? []).length > 0) return true;
    return [...nodes.values()].some((entry) => entry.kind !== 'extra' && entry.node.for !== undefined);
  });
  return asks ? [{ severity: 'warning', code: 'intake.no-roster' }] : [];
}

/** Reads schemes, roster and facts; nothing is scored while any of them has a mistake. */
export async function loadYear(files: YearFiles): Promise<LoadedYear> {
  const inputs = await loadInputs(files.schemes, files.members);
  const tables = await readTables(files.facts);
  const [first] = inputs.schemes ?? [];
  if (!inputs.schemes || !first) return { problems: [...inputs.problems, ...tables.problems] };
  const known = indexVersions(inputs.schemes);
  const items = files.lenient === true ? acceptingUnknown(known) : known;
  const named = inputs.members && withAddressees(inputs.members);
  const context = { items, ...(named && { members: named }) };
  // The year is the one in which most facts lie, so that a single mistyped day is named rather than followed.
  const asOf = files.asOf ?? mostlyIn(first, countDays(readFacts(tables, context).facts));
  const year = yearSpan(first.document.cycle, asOf);
  const read = readFacts(tables, { ...context, year });
  const members = inputs.members ?? everyone(read.facts);
  const reached = reachMembers(read.facts, members, inputs.schemes);
  const problems = [
    ...inputs.problems,
    ...read.problems,
    ...reached.problems,
    ...leftOut(reached.facts, files.facts),
    ...notInForce(inputs.schemes, reached.facts, basename(files.facts)),
  ];
  if (!harmless(problems)) return { problems };
  return { problems, year: { prepared: prepare(inputs.schemes, asOf), members, facts: factsByMember(reached.facts) } };
}

/** The last day of the scheme's year in which most facts lie; without facts, of the year in which the scheme takes effect. `days` counts facts by day. */
export function mostlyIn(scheme: Scheme, days: ReadonlyMap<Day, number>): Day {
  const { cycle, effective } = scheme.document;
  const years = new Map<Day, number>();
  for (const [day, count] of days) {
    const { to } = yearSpan(cycle, day);
    years.set(to, (years.get(to) ?? 0) + count);
  }
  const [most] = [...years].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  return most?.[0] ?? yearSpan(cycle, effective ?? '2026-01-01').to;
}

function countDays(facts: readonly Fact[]): ReadonlyMap<Day, number> {
  const counts = new Map<Day, number>();
  for (const { day } of facts) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** Without a roster everyone whom a fact names is a member all the while. */
function everyone(facts: readonly FactRow[]): readonly Member[] {
  const ids = [...new Set(facts.map((fact) => fact.member))];
  return ids.map((id) => ({ id, name: id, history: [{ ...ALWAYS, standing: 'full' }] }));
}
