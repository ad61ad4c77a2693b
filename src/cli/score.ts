import { type Command, Option } from 'commander';
import type { Problem } from '#domain/kernel/problem.ts';
import { type MemberYear, scoreBranch } from '#domain/outcome/branch-year.ts';
import type { Prepared } from '#domain/score/prepare.ts';
import { problem } from '#intake/report.ts';
import type { Lang } from '#words/lang.ts';
import { dayArgument, langOption } from './language.ts';
import { loadInputs, loadYear } from './load-year.ts';
import { reportProblems } from './report.ts';
import { scoreBulk } from './score-bulk.ts';
import { explainMember } from './score-explain.ts';
import { scoreCsv, scoreJson, scoreLines, scoreText } from './score-print.ts';
import { writeOut } from './write-out.ts';

/** What `score` was asked on the command line. */
export type ScoreOptions = {
  readonly scheme: readonly string[];
  readonly facts: string;
  readonly members?: string;
  readonly asOf?: string;
  readonly explain?: string;
  readonly json?: boolean;
  readonly format: 'text' | 'json' | 'jsonl' | 'csv';
  readonly out?: string;
  readonly lang: Lang;
};

/** The command `score` 计分: totals, components, rank, proposed grade and the explanation, without a database (contracts). */
export function addScore(program: Command): void {
  program
    .command('score')
    .description('按方案和一年的事实计算积分 / score a year of facts under a scheme')
    .requiredOption('--scheme <files...>', '方案文件，一年内有几个版本时逐个列出 / scheme file, or its versions')
    .requiredOption('--facts <file>', '事实表 .xlsx .csv .json / facts')
    .option('--members <file>', '党员名册 / roster')
    .option('--as-of <day>', '截至哪一天，默认年末 / up to which day', dayArgument)
    .option('--explain <member>', '逐项说明某位党员的积分（编号或姓名） / explain one member')
    .addOption(new Option('--json', '以 JSON 输出 / print JSON').conflicts('format'))
    .addOption(
      new Option('--format <format>', '输出格式 / output').choices(['text', 'json', 'jsonl', 'csv']).default('text'),
    )
    .option('--out <file>', '写入文件 / write to a file')
    .addOption(langOption())
    .action(score);
}

async function score(options: ScoreOptions, command: Command): Promise<void> {
  const lines = options.format === 'csv' || options.format === 'jsonl';
  // An explanation is a tree, which neither of these holds.
  if (lines && options.explain !== undefined)
    command.error(`error: option '--explain <member>' cannot be used with option '--format ${options.format}'`);
  if (lines && options.facts.toLowerCase().endsWith('.csv') && (await scoreFile(options))) return;
  const json = options.json === true || options.format === 'json';
  const { problems, year } = await loadYear({ ...options, schemes: options.scheme });
  reportProblems(problems, { lang: options.lang, json, stops: year === undefined });
  if (!year) return;
  const members = scoreBranch(year.prepared, year.members, year.facts);
  if (options.explain === undefined) return print(options, whole(options, json, members, year.prepared));
  const chosen = choose(members, options.explain);
  if ('code' in chosen) reportProblems([chosen], { lang: options.lang, json });
  else if (json) await print(options, [scoreJson([chosen], year.prepared)]);
  else await print(options, [`${explainMember(chosen, year.prepared, options.lang).join('\n')}\n`]);
}

/** Scores a CSV for totals and ranks in little memory; false when a fact is addressed to a group, which the whole way reads. */
async function scoreFile(options: ScoreOptions): Promise<boolean> {
  const { lang } = options;
  const inputs = await loadInputs(options.scheme, options.members);
  if (!inputs.schemes) {
    reportProblems(inputs.problems, { lang });
    return true;
  }
  const bulk = await scoreBulk(inputs.schemes, options.facts, inputs.members, options.asOf);
  if (!bulk) return false;
  const { members, prepared } = bulk;
  reportProblems([...inputs.problems, ...bulk.problems], { lang, stops: members === undefined });
  if (members && prepared)
    await print(options, options.format === 'csv' ? scoreCsv(members, prepared, lang) : scoreLines(members, prepared));
  return true;
}

function whole(
  options: ScoreOptions,
  json: boolean,
  members: readonly MemberYear[],
  prepared: Prepared,
): Iterable<string> {
  if (json) return [scoreJson(members, prepared)];
  if (options.format === 'jsonl') return scoreLines(members, prepared);
  return options.format === 'csv'
    ? scoreCsv(members, prepared, options.lang)
    : [scoreText(members, prepared, options.lang)];
}

async function print({ out, lang }: ScoreOptions, lines: Iterable<string>): Promise<void> {
  const unwritten = await writeOut(lines, out);
  if (unwritten) reportProblems([unwritten], { lang });
}

/** Finds the member to explain by id or by a name that only one has. */
function choose(members: readonly MemberYear[], asked: string): MemberYear | Problem {
  const byId = members.find(({ member }) => member.id === asked);
  if (byId) return byId;
  const named = members.filter(({ member }) => member.name === asked);
  const [only] = named;
  if (only && named.length === 1) return only;
  if (!only) return problem('intake.explain-unknown', {}, { name: asked });
  const ids = named.map(({ member }) => member.id).join(', ');
  return problem('intake.explain-ambiguous', {}, { name: asked, count: named.length, ids });
}
