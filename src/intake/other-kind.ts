import type { Problem } from '#domain/kernel/problem.ts';
import type { IntakeCode } from '#words/problems-intake.zh-CN.ts';
import type { TableKind } from './entries.ts';
import { findHeader } from './find-header.ts';
import { problem, Report } from './report.ts';
import type { Tables } from './table.ts';

/** What is wrong with a file in which no headings were known, where they are those of another kind of table 表格种类: then that is all there is to say. */
export function unlessOther<F extends string>(
  problems: readonly Problem[],
  { tables }: Tables,
  other: TableKind<F>,
  code: IntakeCode,
): readonly Problem[] {
  if (!problems.some((one) => one.code === 'intake.no-headings')) return problems;
  const found = tables.find((table) => findHeader(table, other.fields, other.enough, new Report()));
  if (!found) return problems;
  const { file, sheet } = found;
  return [problem(code, sheet === undefined ? { file } : { file, sheet })];
}
