import type { Command } from 'commander';
import { showPoints } from '#domain/kernel/points.ts';
import { scoreBranch } from '#domain/outcome/branch-year.ts';
import type { Lang } from '#words/lang.ts';
import { dayArgument, langOption } from './language.ts';
import { loadYear } from './load-year.ts';
import { reportProblems } from './report.ts';
import { comparisonJson, scoreJson, scoreText } from './score-print.ts';
import { table } from './table.ts';

type Options = {
  readonly facts: string;
  readonly members?: string;
  readonly against?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly lang: Lang;
};

/** The command `scheme try` 试算: what a past year would have come to under a draft (product §3.1, what-if). */
export function addTry(scheme: Command): void {
  scheme
    .command('try <file>')
    .description('用以往一年的事实试算 / what a past year would come to')
    .requiredOption('--facts <file>', '事实表 / facts')
    .option('--members <file>', '党员名册 / roster')
    .option('--against <file>', '与另一方案对比 / compare with another scheme')
    .option('--as-of <day>', '截至哪一天 / up to which day', dayArgument)
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(tryScheme);
}

async function tryScheme(file: string, options: Options): Promise<void> {
  const { problems, year } = await loadYear({ ...options, schemes: [file], lenient: true });
  reportProblems(problems, { ...options, stops: year === undefined });
  if (!year) return;
  const draft = scoreBranch(year.prepared, year.members, year.facts);
  if (options.against === undefined) {
    const text =
      options.json === true ? scoreJson(draft, year.prepared) : scoreText(draft, year.prepared, options.lang);
    process.stdout.write(text);
    return;
  }
  const other = await loadYear({ ...options, schemes: [options.against], asOf: year.prepared.asOf, lenient: true });
  if (!other.year) return reportProblems(other.problems, options);
  const before = new Map(
    scoreBranch(other.year.prepared, other.year.members, other.year.facts).map((one) => [one.member.id, one]),
  );
  if (options.json === true) {
    process.stdout.write(comparisonJson(draft, year.prepared, before, other.year.prepared));
    return;
  }
  const en = options.lang === 'en';
  const heads = en
    ? ['member', 'before', 'draft', 'change', 'rank', 'grade']
    : ['姓名', '原方案', '本方案', '增减', '位次', '拟定等次'];
  const decimals = year.prepared.scheme.document.display?.decimals ?? 2;
  const rows = draft.map((one) => {
    const old = before.get(one.member.id);
    const change = one.evaluation.total - (old?.evaluation.total ?? 0);
    return [
      one.member.name,
      old ? showPoints(old.evaluation.total, decimals) : '',
      showPoints(one.evaluation.total, decimals),
      `${change > 0 ? '+' : ''}${showPoints(change, decimals)}`,
      `${old?.rank?.rank ?? '—'} → ${one.rank?.rank ?? '—'}`,
      `${old?.proposal.grade ?? '—'} → ${one.proposal.grade ?? '—'}`,
    ];
  });
  process.stdout.write(`${table(heads, rows)}\n`);
}
