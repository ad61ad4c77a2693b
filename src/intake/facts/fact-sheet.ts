import { harmless, type Problem } from '#domain/kernel/problem.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { headingKey } from '#intake/headings.ts';
import { problem } from '#intake/report.ts';
import { columnLetter, type Table, type Tables } from '#intake/table.ts';
import { tidy } from '#intake/text/clean.ts';
import type { FactContext } from './fact-context.ts';
import { readFacts } from './read-facts.ts';

/** A fact of a file that is to become a proposed line 事实行: the row, the member's number in the roster, the fact. */
export type SheetFact = { readonly row: number; readonly code: string; readonly fact: Omit<Fact, 'rater'> };

/** What a file with facts came to; no rows while anything stops it. */
export type FactSheet = { readonly rows: readonly SheetFact[]; readonly problems: readonly Problem[] };

/** The most facts that one import takes. */
export const MOST_FACTS = 2000;

const WHO = new Set(['姓名', '党员', '党员姓名', '编号', '党员编号']);
const TOTAL = /^(?:(?:年度|季度|累计|本年|全年|上半年|下半年|\d+月)?(?:总?积分|总分|得分|总得分|合计|积分合计|总计))$/;

/** Reads facts that are to be proposed; `context.members` stand under their numbers. A sheet of totals alone is told for what it is. */
export function readFactSheet(tables: Tables, context: FactContext): FactSheet {
  const { facts, problems } = readFacts(tables, context);
  const totals = tables.tables.flatMap((table) => totalOf(table) ?? []);
  if (facts.length === 0 && totals.length > 0 && problems.some(({ code }) => code === 'intake.no-headings'))
    return { rows: [], problems: [...problems.filter(({ code }) => code !== 'intake.no-headings'), ...totals] };
  if (!harmless(problems)) return { rows: [], problems };
  const many =
    facts.length > MOST_FACTS
      ? [problem('intake.too-many-rows', { file: tables.tables[0]?.file ?? '' }, { most: MOST_FACTS })]
      : [];
  const rows = facts.map(({ member: code, place, rater: _rater, ...fact }) => ({ row: place.row ?? 0, code, fact }));
  return { rows: many.length > 0 ? [] : rows, problems: [...problems, ...many] };
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
