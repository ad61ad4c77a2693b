import type { Command } from 'commander';
import { harmless } from '#domain/kernel/problem.ts';
import { diffSchemes } from '#domain/scheme/diff.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { sayDiff } from '#words/diff.ts';
import { explainScheme } from '#words/explain-scheme.ts';
import type { Lang } from '#words/lang.ts';
import { sayProblem } from '#words/say-problem.ts';
import { langOption } from './language.ts';
import { loadScheme } from './load-scheme.ts';
import { reportProblems } from './report.ts';
import { addTry } from './scheme-try.ts';

type Options = { readonly lang: Lang; readonly json?: boolean };

/** The commands `scheme check|explain|diff|try` 方案 (contracts). */
export function addScheme(program: Command): void {
  const scheme = program.command('scheme').description('方案：检查、说明、比较、试算 / check, explain, compare, try');
  scheme
    .command('check <files...>')
    .description('检查方案，列出全部问题 / name every mistake')
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(checkFiles);
  scheme
    .command('explain <file>')
    .description('用通俗的话说明方案 / the scheme in plain words')
    .addOption(langOption())
    .action(explain);
  scheme
    .command('diff <before> <after>')
    .description('两个方案有何不同 / what changed')
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(diff);
  addTry(scheme);
}

async function checkFiles(files: readonly string[], options: Options): Promise<void> {
  // A shell's schemes/*.yaml names the worked examples too; they are no schemes and are run by the tests.
  const schemes = files.filter((file) => !file.endsWith('.examples.yaml'));
  const documents = schemes.length > 0 ? schemes : files;
  const answers = await Promise.all(documents.map(async (file) => ({ file, ...(await loadScheme(file)) })));
  if (options.json === true) {
    const answer = answers.map(({ file, historical, problems, scheme }) => ({
      file,
      historical,
      sound: scheme !== undefined,
      problems: problems.map((problem) => ({ ...problem, message: sayProblem(problem, options.lang) })),
    }));
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  }
  if (documents.length < files.length) {
    const skipped = files.length - documents.length;
    process.stderr.write(
      options.lang === 'en'
        ? `${skipped} files of worked examples left out\n`
        : `${skipped} 个示例文件不是方案，未检查\n`,
    );
  }
  for (const { file, historical, problems, scheme } of answers) {
    // A historical document is kept to prove expressiveness: its refusals are told and do not stop it.
    const counted = historical ? problems.filter((problem) => problem.severity !== 'refusal') : problems;
    if (options.json === true) {
      if (!harmless(counted)) process.exitCode = 1;
      continue;
    }
    reportProblems(problems, { lang: options.lang, stops: !harmless(counted) });
    if (scheme) process.stdout.write(`${verdict(file, scheme, options.lang)}\n`);
  }
}

function verdict(file: string, { document }: Scheme, lang: Lang): string {
  const { readOnly, historical } = document;
  if (readOnly !== undefined)
    return lang === 'en' ? `${file}: to be read, scores no member` : `${file}：只供查阅，不用来计分`;
  if (historical === true)
    return lang === 'en'
      ? `${file}: can be scored, never adopted (historical)`
      : `${file}：可以计分；属历史方案，不得采用`;
  return lang === 'en' ? `${file}: can be scored` : `${file}：可以计分`;
}

async function explain(file: string, options: Options): Promise<void> {
  const { scheme, problems } = await loadScheme(file);
  if (!scheme) reportProblems(problems, options);
  else process.stdout.write(`${explainScheme(scheme, options.lang).join('\n')}\n`);
}

async function diff(before: string, after: string, options: Options): Promise<void> {
  const [a, b] = await Promise.all([loadScheme(before), loadScheme(after)]);
  if (!a.scheme || !b.scheme) {
    reportProblems([...(a.scheme ? [] : a.problems), ...(b.scheme ? [] : b.problems)], options);
    return;
  }
  const changes = diffSchemes(a.scheme, b.scheme);
  process.stdout.write(
    options.json === true ? `${JSON.stringify(changes, null, 2)}\n` : `${sayDiff(changes, options.lang).join('\n')}\n`,
  );
}
