import type { Problem } from '#domain/kernel/problem.ts';
import { entriesOf, type TableKind } from '#intake/entries.ts';
import { FACT_HEADINGS, type FactField } from '#intake/headings.ts';
import { type Mapping, mappedFields } from '#intake/mapping.ts';
import { Report } from '#intake/report.ts';
import type { Tables } from '#intake/table.ts';
import { Duplicates } from './duplicates.ts';
import type { FactContext, FactRow } from './fact-context.ts';
import { FactReader } from './fact-entry.ts';

/** How a table of facts is known: someone's column and an item column; under the branch's own headings where these are given. */
export function factsUnder(mapping: Mapping): TableKind<FactField> {
  return {
    fields: mappedFields(FACT_HEADINGS, mapping),
    headings: FACT_HEADINGS,
    enough: (known) => known.has('item') && (known.has('member') || known.has('id') || known.has('name')),
    who: ['id', 'member', 'name'],
  };
}

/** How a table of facts is known under the usual headings. */
export const FACTS: TableKind<FactField> = factsUnder({});

/** The facts 事实 of a year's tables and everything that is wrong with them; a row with a mistake gives no fact. */
export type ReadFacts = { readonly facts: readonly FactRow[]; readonly problems: readonly Problem[] };

/** Reads facts from tables with Chinese or English headings against items, roster and year. Never throws for what the tables hold. */
export function readFacts(tables: Tables, context: FactContext, kind: TableKind<FactField> = FACTS): ReadFacts {
  const report = new Report();
  for (const problem of tables.problems) report.add(problem);
  if (tables.tables.length === 0) return { facts: [], problems: report.list() };
  const reader = new FactReader(context);
  const duplicates = new Duplicates();
  const facts: FactRow[] = [];
  for (const entry of entriesOf(tables.tables, kind, report)) {
    const understood = reader.read(entry, report);
    if (!understood) continue;
    duplicates.check(entry, report);
    facts.push({ ...understood.fact, member: understood.member, place: entry.place() });
  }
  if (facts.length === 0 && report.errors === 0)
    report.error('intake.no-entries', { file: tables.tables[0]?.file ?? '' });
  return { facts, problems: report.list() };
}
