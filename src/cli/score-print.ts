import { exactPoints, type Points, roundPoints, showPoints } from '#domain/kernel/points.ts';
import type { MemberYear, YearScore } from '#domain/outcome/branch-year.ts';
import type { Prepared } from '#domain/score/prepare.ts';
import { csvLine } from '#intake/csv-write.ts';
import type { Lang } from '#words/lang.ts';
import { explanationJson, jsonNumber } from './explanation-json.ts';
import { table } from './table.ts';

/** The branch's scores as the JSON of the contract: points rounded by the scheme's display rule, and exact beside them. */
export function scoreJson(members: readonly MemberYear[], prepared: Prepared): string {
  const { document } = prepared.scheme;
  const answer = {
    scheme: document.scheme,
    title: document.title,
    asOf: prepared.asOf,
    members: members.map((one) => ({
      ...memberJson(one, prepared),
      explanation: explanationJson(one.evaluation.tree),
    })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** One member a line, without explanations: for a hundred thousand of them. */
export function* scoreLines(members: readonly MemberYear<YearScore>[], prepared: Prepared): Generator<string> {
  for (const one of members) yield `${JSON.stringify(memberJson(one, prepared))}\n`;
}

function memberJson(one: MemberYear<YearScore>, prepared: Prepared): object {
  const decimals = prepared.scheme.document.display?.decimals ?? 2;
  const { member, status, evaluation, rank, unranked, proposal, warnings } = one;
  const shown = (points: Points): number => jsonNumber(roundPoints(points, decimals));
  const by = (show: (points: Points) => unknown): object =>
    Object.fromEntries([...evaluation.components].map(([id, points]) => [id, show(points)]));
  return {
    id: member.id,
    name: member.name,
    category: status?.category ?? null,
    total: shown(evaluation.total),
    components: by(shown),
    rank: rank?.rank ?? null,
    ...(unranked !== undefined && { unranked }),
    grade: proposal.grade,
    gradeReason: proposal.reason,
    vetoed: evaluation.vetoed,
    ...(evaluation.pending.length > 0 && { pendingVetoes: evaluation.pending.map((fact) => fact.item) }),
    ...(warnings.length > 0 && { warnings }),
    ...(evaluation.periods.length > 0 && {
      periods: Object.fromEntries(evaluation.periods.map(({ period, total }) => [period.id, jsonNumber(total)])),
    }),
    exact: { total: exactPoints(evaluation.total), components: by(exactPoints) },
  };
}

function rowsOf(members: readonly MemberYear<YearScore>[], prepared: Prepared): readonly (readonly string[])[] {
  const decimals = prepared.scheme.document.display?.decimals ?? 2;
  const sorted = [...members].sort((a, b) => (a.rank?.rank ?? Infinity) - (b.rank?.rank ?? Infinity));
  return sorted.map(({ member, status, evaluation, rank, proposal }) => [
    rank ? String(rank.rank) : '',
    member.id,
    member.name,
    status?.category ?? '',
    ...[...evaluation.components.values()].map((points) => showPoints(points, decimals)),
    showPoints(evaluation.total, decimals),
    proposal.grade ?? '',
  ]);
}

function headsOf(prepared: Prepared, lang: Lang): readonly string[] {
  const labels = prepared.scheme.document.components.map((component) => component.label);
  return lang === 'en'
    ? ['rank', 'id', 'name', 'category', ...labels, 'total', 'proposed grade']
    : ['位次', '编号', '姓名', '类别', ...labels, '总分', '拟定等次'];
}

/** The branch's scores as a table for a terminal. */
export function scoreText(members: readonly MemberYear[], prepared: Prepared, lang: Lang): string {
  const { title } = prepared.scheme.document;
  const head = lang === 'en' ? `${title}, up to ${prepared.asOf}` : `${title} 截至 ${prepared.asOf}`;
  return `${head}\n\n${table(headsOf(prepared, lang), rowsOf(members, prepared))}\n`;
}

/** The branch's scores as CSV that a spreadsheet opens, a line at a time. */
export function* scoreCsv(
  members: readonly MemberYear<YearScore>[],
  prepared: Prepared,
  lang: Lang,
): Generator<string> {
  yield `\uFEFF${csvLine(headsOf(prepared, lang))}`;
  for (const row of rowsOf(members, prepared)) yield csvLine(row);
}
