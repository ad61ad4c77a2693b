import { basename } from 'node:path';
import type { Day } from '#domain/kernel/day.ts';
import { harmless, type Problem } from '#domain/kernel/problem.ts';
import { ALWAYS, type Member } from '#domain/ledger/member.ts';
import { branchFigures, judgeBranch, type MemberYear, type YearScore } from '#domain/outcome/branch-year.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { yearSpan } from '#domain/score/cycle.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';
import { leanScorer } from '#domain/score/totals.ts';
import { withAddressees } from '#intake/facts/addressed.ts';
import { FactColumns } from '#intake/facts/fact-columns.ts';
import { indexVersions } from '#intake/facts/scheme-items.ts';
import { streamFacts } from '#intake/facts/stream-facts.ts';
import { allWithin, countDays, itemsAndDays, sortColumns } from './bulk-columns.ts';
import { mostlyIn } from './load-year.ts';
import { notInForce } from './versions.ts';

/** Totals and ranks of a whole file, or the problems that stand in the way; undefined when a fact is addressed to a group, which the other way reads. */
export type BulkScore = {
  readonly problems: readonly Problem[];
  readonly prepared?: Prepared;
  readonly members?: readonly MemberYear<YearScore>[];
};

/** Scores a CSV of any size, rows in any order, for totals and ranks 批量计分: facts stay in columns, one member's at a time are taken out. */
export async function scoreBulk(
  schemes: readonly Scheme[],
  path: string,
  roster: readonly Member[] | undefined,
  asked: Day | undefined,
): Promise<BulkScore | undefined> {
  const [first] = schemes;
  if (!first) return { problems: [] };
  const { cycle } = first.document;
  const members = roster && withAddressees(roster);
  const context = { items: indexVersions(schemes), ...(members && { members }), texts: 'needed' as const };
  let columns = new FactColumns();
  let read = await streamFacts(
    path,
    asked === undefined ? context : { ...context, year: yearSpan(cycle, asked) },
    columns.take,
  );
  const asOf = asked ?? mostlyIn(first, countDays(columns));
  const year = yearSpan(cycle, asOf);
  if (asked === undefined && (read.errors > 0 || !allWithin(columns, year))) {
    // Only now is the year known: read again, so that each day outside it is named with its row.
    columns = new FactColumns();
    read = await streamFacts(path, { ...context, year }, columns.take);
  }
  if (read.errors > 0 || !harmless(read.problems)) return { problems: read.problems };
  const people: readonly Member[] =
    roster ?? read.members.map((id) => ({ id, name: id, history: [{ ...ALWAYS, standing: 'full' }] }));
  const prepared = prepare(schemes, asOf);
  const facts = sortColumns(columns, read, members?.length ?? people.length);
  // Whatever stands behind the last member is addressed to a group or the branch.
  if (facts.before(people.length) < columns.count) return undefined;
  const factsOf = facts.of;
  const score = leanScorer(prepared);
  const figures = branchFigures(prepared, people, factsOf);
  const scores = people.map((member, at) => score({ member, facts: factsOf(at), figures: figures(member.id) }));
  const idle = notInForce(schemes, itemsAndDays(columns, read), basename(path));
  return { problems: [...read.problems, ...idle], prepared, members: judgeBranch(prepared, people, scores, factsOf) };
}
