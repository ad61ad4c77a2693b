import { harmless, type Problem } from '#domain/kernel/problem.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { sheetsOfKind, type TableKind } from '#intake/entries.ts';
import { FACT_HEADINGS, type FactField, headingKey } from '#intake/headings.ts';
import type { Mapping, ReadHeading } from '#intake/mapping.ts';
import { likelyHeadings, readHeadings } from '#intake/read-headings.ts';
import { problem, Report } from '#intake/report.ts';
import { columnLetter, type Table, type Tables } from '#intake/table.ts';
import { tidy } from '#intake/text/clean.ts';
import type { FactContext } from './fact-context.ts';
import { factsUnder, readFacts } from './read-facts.ts';

/** A fact of a file that is to become a proposed line 事实行: the row, the member's number in the roster, the fact. */
export type SheetFact = { readonly row: number; readonly code: string; readonly fact: Omit<Fact, 'rater'> };

/** What a file with facts came to; no rows while anything stops it. */
export type FactSheet = {
  readonly rows: readonly SheetFact[];
  readonly headings: readonly ReadHeading[];
  readonly problems: readonly Problem[];
};

/** The most facts that one import takes. */
export const MOST_FACTS = 2000;

const WHO = new Set(['姓名', '党员', '党员姓名', '编号', '党员编号']);
const TOTAL = /^(?:(?:年度|季度|累计|本年|全年|上半年|下半年|\d+月)?(?:总?积分|总分|得分|总得分|合计|积分合计|总计))$/;

/** Reads facts that are to be proposed; `context.members` stand under their numbers. A sheet of totals alone is told for what it is. */
export function readFactSheet(tables: Tables, context: FactContext, mapping: Mapping = {}): FactSheet {
  const kind = factsUnder(mapping);
  const { facts, problems } = readFacts(tables, context, kind);
  const headings = headingsIn(tables.tables, kind);
  const totals = tables.tables.flatMap((table) => totalOf(table) ?? []);
  if (facts.length === 0 && totals.length > 0 && problems.some(({ code }) => code === 'intake.no-headings'))
    return {
      rows: [],
      headings: [],
      problems: [...problems.filter(({ code }) => code !== 'intake.no-headings'), ...totals],
    };
  if (!harmless(problems)) return { rows: [], headings, problems };
  const many =
    facts.length > MOST_FACTS
      ? [problem('intake.too-many-rows', { file: tables.tables[0]?.file ?? '' }, { most: MOST_FACTS })]
      : [];
  const rows = facts.map(({ member: code, place, rater: _rater, ...fact }) => ({ row: place.row ?? 0, code, fact }));
  return { rows: many.length > 0 ? [] : rows, headings, problems: [...problems, ...many] };
}

/** The headings of the sheets with facts; what is doubtful about them has been told by the reading. */
function headingsIn(tables: readonly Table[], kind: TableKind<FactField>): readonly ReadHeading[] {
  const sheets = sheetsOfKind(tables, kind, new Report());
  if (sheets.length === 0) return likelyHeadings(tables);
  return readHeadings(sheets, FACT_HEADINGS, (field) => (field === undefined ? 'unknown' : 'kept'));
}

/** A table of persons with totals and no items 总分表. */
function totalOf(table: Table): Problem | undefined {
  for (const { cells, number } of table.rows.slice(0, 20)) {
    const total = cells.find(({ text }) => text.length <= 20 && TOTAL.test(headingKey(text)));
    if (!total || !cells.some(({ text }) => text.length <= 20 && WHO.has(headingKey(text)))) continue;
    const { file, sheet } = table;
    const place = { file, ...(sheet !== undefined && { sheet }), row: number, column: columnLetter(total.column) };
    return problem('intake.points-sheet', place, { heading: tidy(total.text) });
  }
  return undefined;
}
