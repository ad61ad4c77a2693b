import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { harmless } from '#domain/kernel/problem.ts';
import { ALGORITHMS, type Algorithm } from '#domain/ledger/digest.ts';
import { readDocument } from '#intake/read-document.ts';
import type { Initiated } from '#service/account/init.ts';
import type { Lang } from '#words/lang.ts';
import { openData } from './data-folder.ts';
import { langOption } from './language.ts';
import { loadScheme } from './load-scheme.ts';
import { printSlips, sayRefusal } from './print-slip.ts';
import { reportProblems } from './report.ts';

type Options = {
  readonly data?: string;
  readonly branch: string;
  readonly superior?: string;
  readonly secretary: string;
  readonly system: string;
  readonly security: string;
  readonly audit: string;
  readonly scheme: string;
  readonly hash: Algorithm;
  readonly json?: boolean;
  readonly lang: Lang;
};

/** Adds `init` 初始化: the first branch of an empty database, its secretary and the three administrators, each with a slip (contracts «First use»). */
export function addInit(program: Command): void {
  program
    .command('init')
    .description('初始化：建立党支部、书记和三名管理员 / set up the branch, its secretary and the three administrators')
    .option('--data <dir>', '数据目录 / folder of the database')
    .requiredOption('--branch <name>', '党支部名称 / name of the branch')
    .option('--superior <name>', '上级党组织名称 / name of the superior organisation')
    .requiredOption('--secretary <name>', '书记 / the secretary')
    .requiredOption('--system <name>', '系统管理员 / system administrator')
    .requiredOption('--security <name>', '安全管理员 / security administrator')
    .requiredOption('--audit <name>', '审计管理员 / audit administrator')
    .requiredOption('--scheme <file>', '积分方案文件 / file of the scheme')
    .addOption(
      new Option('--hash <algorithm>', '台账摘要算法 / hash of the ledger').choices(ALGORITHMS).default('sha256'),
    )
    .addOption(new Option('--json', '输出 JSON / print JSON'))
    .addOption(langOption())
    .action(init);
}

async function init(options: Options, command: Command): Promise<void> {
  const { branch, superior, secretary, system, security, audit, scheme: file, lang, json } = options;
  const { scheme, problems, historical } = await loadScheme(file);
  reportProblems(problems, { lang, json });
  if (!scheme || !harmless(problems)) return;
  if (historical) {
    process.stderr.write(lang === 'en' ? 'A historical scheme cannot be adopted.\n' : '历史方案不能施行。\n');
    process.exitCode = 1;
    return;
  }
  const [{ value: document }, source] = [await readDocument(file), await readFile(file, 'utf8')];
  const services = await openData(command, options.data, true);
  try {
    const administrators = { system, security, audit };
    const made = await services.accounts.init({
      branch,
      superior,
      hash: options.hash,
      secretary,
      administrators,
      scheme: { source, document },
    });
    print(made, options);
  } catch (error) {
    sayRefusal(error, { lang, json });
  } finally {
    await services.close();
  }
}

function print(made: Initiated, { json, lang }: Options): void {
  if (json === true) {
    process.stdout.write(`${JSON.stringify(made, null, 2)}\n`);
    return;
  }
  const board = `/b/${made.board}`;
  process.stdout.write(
    lang === 'en' ? `The branch is set up. Its board: ${board}\n` : `党支部已建立。公示牌：${board}\n`,
  );
  printSlips(made.slips, lang);
}
