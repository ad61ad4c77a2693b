import { type Command, Option } from 'commander';
import type { ArchiveQuery } from '#contract/stream.ts';
import { homeFolder } from '#server/home.ts';
import { readPrograms } from '#server/programs.ts';
import type { Caller } from '#service/caller.ts';
import type { Services } from '#service/open.ts';
import type { Lang } from '#words/lang.ts';
import { addExportForms } from './export-form.ts';
import { addExportList } from './export-list.ts';
import { langOption } from './language.ts';
import { yearArgument } from './period-arguments.ts';
import { reportProblems } from './report.ts';
import { withBranch } from './with-branch.ts';
import { writeOut } from './write-out.ts';

type Options = {
  readonly out: string;
  readonly data?: string;
  readonly as?: string;
  readonly branch?: string;
  readonly year?: number;
  readonly reason?: string;
  readonly format?: 'json' | 'zip';
  readonly lang: Lang;
};

/**
 * The command `export archive` 导出存档: everything of a branch with proofs, as JSON lines that `verify` reads, or as a package with its documents and
 * the verifiers; the same database gives the same bytes.
 * It acts as a named account, which must have the right, and leaves a trace (contracts).
 */
export function addExport(program: Command): void {
  const command = program.command('export').description('导出 / export');
  addExportForms(command);
  addExportList(command);
  command
    .command('archive')
    .description('支部存档及证明 / everything of a branch with proofs')
    .requiredOption('--out <file>', '写入文件 / file to write')
    .addOption(
      new Option('--format <format>', '格式：json 为数据，zip 为存档包；写入 .zip 时默认 zip / format').choices([
        'json',
        'zip',
      ]),
    )
    .option('--as <login>', '以此账号办理 / act as this account')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--branch <id>', '支部，只有一个时可不写 / branch, unless there is only one')
    .option('--year <year>', '得分的年度，默认最近一年 / year of the scores, the latest by default', yearArgument)
    .option('--reason <text>', '上级调阅的理由，支部看得到 / why a superior takes it; the branch sees it')
    .addOption(langOption())
    .action(exportArchive);
}

async function exportArchive(options: Options, command: Command): Promise<void> {
  await withBranch(options, command, async ({ services, caller, branch }) => {
    const { year, reason } = options;
    const query = { branch, ...(year !== undefined && { year }), ...(reason !== undefined && { reason }) };
    const isPackage = (options.format ?? (/\.zip$/i.test(options.out) ? 'zip' : 'json')) === 'zip';
    const { events, scores, head, lines, documents } = isPackage
      ? await packed(services, caller, query)
      : { ...(await services.exportArchive(caller, query)), documents: undefined };
    process.umask(0o077); // names and points: for the owner of the file only
    const unwritable = await writeOut(lines, options.out);
    if (unwritable) return reportProblems([unwritable], options);
    const [sealed, sealedEn] =
      documents === undefined ? ['', ''] : [`，文书 ${documents} 份`, `, ${documents} documents`];
    const said =
      options.lang === 'en'
        ? `${events} events, ${scores} scores${sealedEn} written to ${options.out}\nhead ${head}`
        : `已写入 ${options.out}：链上事件 ${events} 个，得分 ${scores} 人${sealed}\n链头 ${head}`;
    process.stdout.write(`${said}\n`);
  });
}

/** The package, as one piece of what is written. */
async function packed(services: Services, caller: Caller, query: ArchiveQuery) {
  const { bytes, ...told } = await services.exportPackage(caller, query, readPrograms(homeFolder()));
  return { ...told, lines: [bytes] };
}
