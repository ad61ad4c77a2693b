import { type Command, Option } from 'commander';
import { LIST_FORMATS, LISTS, type ListQuery } from '#contract/list.ts';
import type { Lang } from '#words/lang.ts';
import { langOption } from './language.ts';
import { monthArgument, yearArgument } from './period-arguments.ts';
import { reportProblems } from './report.ts';
import { withBranch } from './with-branch.ts';
import { writeOut } from './write-out.ts';

type Options = {
  readonly list: ListQuery['list'];
  readonly out: string;
  readonly format?: ListQuery['format'];
  readonly data?: string;
  readonly as?: string;
  readonly branch?: string;
  readonly year?: number;
  readonly month?: string;
  readonly member?: string;
  readonly lang: Lang;
};

/** The command `export list` 导出清单: a list as a spreadsheet, exactly what the named account may read of it. */
export function addExportList(program: Command): void {
  program
    .command('list')
    .description('清单 / a list as a spreadsheet')
    .addOption(new Option('--list <list>', '哪一份 / which list').choices(LISTS).makeOptionMandatory())
    .requiredOption('--out <file>', '写入文件 / file to write')
    .addOption(
      new Option('--format <format>', '格式，默认按文件名 / format, by the name of the file by default').choices(
        LIST_FORMATS,
      ),
    )
    .option('--as <login>', '以此账号办理 / act as this account')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--branch <id>', '支部，只有一个时可不写 / branch, unless there is only one')
    .option('--year <year>', '年度 / year', yearArgument)
    .option('--month <month>', '只要这个月份的积分事项，如 2026-03 / lines of one month', monthArgument)
    .option('--member <id>', '只要这名党员的 / of this member alone')
    .addOption(langOption())
    .action(exportList);
}

async function exportList(options: Options, command: Command): Promise<void> {
  const { list, out, lang, year, month, member } = options;
  await withBranch(options, command, async ({ services, caller, branch }) => {
    const format = options.format ?? (/\.csv$/i.test(out) ? 'csv' : 'xlsx');
    const query = {
      branch,
      list,
      format,
      lang,
      ...(year !== undefined && { year: `${year}` }),
      ...(month !== undefined && { month }),
    };
    const { bytes, rows } = await services.exportList(caller, member === undefined ? query : { ...query, member });
    process.umask(0o077); // names and points: for the owner of the file only
    const unwritable = await writeOut([bytes], out);
    if (unwritable) return reportProblems([unwritable], options);
    process.stdout.write(lang === 'en' ? `${rows} rows written to ${out}\n` : `已写入 ${out}：${rows} 行\n`);
  });
}
