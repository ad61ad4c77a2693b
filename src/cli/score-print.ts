import { exactPoints, type Points, roundPoints, showPoints } from '#domain/kernel/points.ts';
import type { MemberYear, YearScore } from '#domain/outcome/branch-year.ts';
import type { Prepared } from '#domain/score/prepare.ts';
import { csvLine } from '#intake/csv/csv-write.ts';
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

/** A draft and another scheme side by side, as JSON: each member's total, rank and grade under both, and the change of the total. */
export function comparisonJson(
  draft: readonly MemberYear[],
  prepared: Prepared,
  before: ReadonlyMap<string, MemberYear>,
  against: Prepared,
): string {
  const decimals = decimalsOf(prepared);
  const members = draft.map((one) => {
    const old = before.get(one.member.id);
    const change = one.evaluation.total - (old?.evaluation.total ?? 0);
    return {
      id: one.member.id,
      name: one.member.name,
      change: jsonNumber(roundPoints(change, decimals)),
      before: old ? memberJson(old, against) : null,
      draft: memberJson(one, prepared),
    };
  });
  const { scheme } = prepared.scheme.document;
  const answer = { scheme, against: against.scheme.document.scheme, asOf: prepared.asOf, members };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function decimalsOf(prepared: Prepared): number {
  return prepared.scheme.document.display?.decimals ?? 2;
}

/** One member a line, without explanations: for a hundred thousand of them. */
export function* scoreLines(members: readonly MemberYear<YearScore>[], prepared: Prepared): Generator<string> {
  for (const one of members) yield `${JSON.stringify(memberJson(one, prepared))}\n`;
}

function memberJson(one: MemberYear<YearScore>, prepared: Prepared): object {
  const decimals = decimalsOf(prepared);
  const { member, status, evaluation, rank, unranked, proposal, warnings } = one;
  const shown = (points: Points): number => jsonNumber(roundPoints(points, decimals));
  const by = (show: (points: Points) => unknown): object =>
    Object.fromEntries([...evaluation.components].map(([id, points]) => [id, show(points)]));
  const periods = (show: (points: Points) => unknown): object =>
    Object.fromEntries(evaluation.periods.map(({ period, total }) => [period.id, show(total)]));
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
      periods: periods(shown),
    }),
    exact: {
      total: exactPoints(evaluation.total),
      components: by(exactPoints),
      ...(evaluation.periods.length > 0 && { periods: periods(exactPoints) }),
    },
  };
}

function rowsOf(members: readonly MemberYear<YearScore>[], prepared: Prepared): readonly (readonly string[])[] {
  const decimals = decimalsOf(prepared);
  const { rank: setting, categories = [] } = prepared.scheme.document;
  // Who has left keeps the category that held last; where each category is ranked by itself, each stands together.
  const categoryOf = ({ member, status }: MemberYear<YearScore>): string =>
    (status ?? member.history.at(-1))?.category ?? '';
  const place = (one: MemberYear<YearScore>): number =>
    setting?.within === 'category' ? categories.findIndex(({ id }) => id === categoryOf(one)) : 0;
  const sorted = members.toSorted(
    (a, b) => place(a) - place(b) || (a.rank?.rank ?? members.length + 1) - (b.rank?.rank ?? members.length + 1),
  );
  return sorted.map((one) => [
    one.rank ? String(one.rank.rank) : '',
    one.member.id,
    one.member.name,
    categoryOf(one),
    ...[...one.evaluation.components.values()].map((points) => showPoints(points, decimals)),
    showPoints(one.evaluation.total, decimals),
    one.proposal.grade ?? '',
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
