import { type Command, Option } from 'commander';
import { LIST_FORMATS, LISTS, type ListQuery } from '#contract/list.ts';
import type { Lang } from '#words/lang.ts';
import { listWords } from '#words/list.ts';
import { langOption } from './language.ts';
import { monthArgument, yearArgument } from './period-arguments.ts';
import { reportProblems } from './report.ts';
import { type Open, withBranch } from './with-branch.ts';
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
  readonly of?: string;
  readonly reason?: string;
  readonly lang: Lang;
};

/** The lists that a superior alone has, of its own organisation. */
const ABOVE: readonly ListQuery['list'][] = ['rollup', 'concerns'];

/** The command `export list` 导出清单: a list as a spreadsheet, exactly what the named account may read of it. */
export function addExportList(program: Command): void {
  program
    .command('list')
    .description('清单 / a list as a spreadsheet')
    .addOption(listOption())
    .requiredOption('--out <file>', '写入文件 / file to write')
    .addOption(
      new Option('--format <format>', '格式，默认按文件名 / format, by the name of the file by default').choices(
        LIST_FORMATS,
      ),
    )
    .option('--as <login>', '以此账号办理 / act as this account')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option(
      '--branch <id>',
      '支部或上级组织，写编号或名称，只有一个时可不写 / branch or superior organisation by id or name, unless there is only one',
    )
    .option('--year <year>', '年度 / year', yearArgument)
    .option('--month <month>', '只要这个月份的积分事项，如 2026-03 / lines of one month', monthArgument)
    .option('--member <id>', '只要这名党员的 / of this member alone')
    .option('--of <id>', '初评会议、方案草案、导入的编号 / the session, the drafted scheme, the import')
    .option(
      '--reason <text>',
      '上级查阅党员事项的理由，支部和本人看得到 / why a superior opens lines; branch and member see it',
    )
    .addOption(langOption())
    .action(exportList);
}

function listOption(): Option {
  const words = listWords('zh-CN');
  const said = LISTS.map((name) => `${name} ${words[name].title}`).join('，');
  return new Option('--list <list>', `哪一份 / which list: ${said}`).choices(LISTS).makeOptionMandatory();
}

async function exportList(options: Options, command: Command): Promise<void> {
  const { list, out, lang, year, month, member, of, reason } = options;
  const run = async ({ services, caller, branch }: Open): Promise<void> => {
    const format = options.format ?? (/\.csv$/i.test(out) ? 'csv' : 'xlsx');
    const query = {
      branch,
      list,
      format,
      lang,
      ...(year !== undefined && { year: `${year}` }),
      ...(month !== undefined && { month }),
      ...(member !== undefined && { member }),
      ...(of !== undefined && { of }),
      ...(reason !== undefined && { reason }),
    };
    const { bytes, rows } = await services.exportList(caller, query);
    process.umask(0o077); // names and points: for the owner of the file only
    const unwritable = await writeOut([bytes], out);
    if (unwritable) return reportProblems([unwritable], options);
    process.stdout.write(lang === 'en' ? `${rows} rows written to ${out}\n` : `已写入 ${out}：${rows} 行\n`);
  };
  await withBranch(options, command, run, ABOVE.includes(list) ? 'superior' : 'any');
}
