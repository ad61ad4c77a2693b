import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import type { Member } from '#domain/ledger/member.ts';
import { type MemberYear, scoreBranch } from '#domain/outcome/branch-year.ts';
import type { Prepared } from '#domain/score/prepare.ts';
import type { Lang } from '#words/lang.ts';
import { dayArgument, langOption } from './language.ts';
import { loadInputs, loadYear } from './load-year.ts';
import { reportProblems } from './report.ts';
import { scoreBulk } from './score-bulk.ts';
import { explainMember } from './score-explain.ts';
import { scoreCsv, scoreJson, scoreLines, scoreText } from './score-print.ts';

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
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(
      new Option('--format <format>', '输出格式 / output').choices(['text', 'json', 'jsonl', 'csv']).default('text'),
    )
    .option('--out <file>', '写入文件 / write to a file')
    .addOption(langOption())
    .action(score);
}

async function score(options: ScoreOptions): Promise<void> {
  const lines = options.json !== true && (options.format === 'csv' || options.format === 'jsonl');
  if (lines && options.explain === undefined && options.facts.toLowerCase().endsWith('.csv')) {
    const done = await scoreFile(options);
    if (done) return;
  }
  const json = options.json === true || options.format === 'json';
  const { problems, year } = await loadYear({ ...options, schemes: options.scheme });
  reportProblems(problems, { lang: options.lang, json, stops: year === undefined });
  if (!year) return;
  const members = scoreBranch(year.prepared, year.members, year.facts);
  if (options.explain === undefined) return print(options, whole(options, json, members, year.prepared));
  const chosen = choose(members, options.explain);
  if (typeof chosen === 'string') {
    process.stderr.write(`${chosen}\n`);
    process.exitCode = 1;
  } else if (json) await print(options, [scoreJson([chosen], year.prepared)]);
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

/** Writes line by line to the file or to standard output, waiting where the reader is slow. */
async function print(options: ScoreOptions, lines: Iterable<string>): Promise<void> {
  if (options.out !== undefined) await pipeline(Readable.from(lines), createWriteStream(options.out));
  else await pipeline(Readable.from(lines), process.stdout, { end: false });
}

/** Finds the member to explain by id or by a name that only one has. */
function choose(members: readonly MemberYear[], asked: string): MemberYear | string {
  const byId = members.find(({ member }) => member.id === asked);
  if (byId) return byId;
  const named = members.filter(({ member }) => member.name === asked);
  const [only] = named;
  if (only && named.length === 1) return only;
  if (!only) return `名册中没有“${asked}”，请核对编号或姓名。 / No member “${asked}”.`;
  const ids = named.map(({ member }: { member: Member }) => member.id).join('、');
  return `“${asked}”有 ${named.length} 人，请改用编号：${ids}。 / ${named.length} members have this name; use an id: ${ids}.`;
}
