import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORM_FORMATS, FORM_NAMES, type FormQuery } from '#contract/form.ts';
import { formTitles } from '#words/form-titles.ts';
import type { Lang } from '#words/lang.ts';
import { langOption } from './language.ts';
import { monthArgument, yearArgument } from './period-arguments.ts';
import { reportProblems } from './report.ts';
import { withBranch } from './with-branch.ts';
import { writeOut } from './write-out.ts';

type Options = {
  readonly out: string;
  readonly form?: FormQuery['form'];
  readonly format?: FormQuery['format'];
  readonly data?: string;
  readonly as?: string;
  readonly branch?: string;
  readonly year?: number;
  readonly quarter?: string;
  readonly month?: string;
  readonly member?: string;
  readonly of?: string;
  readonly sheet?: 'a4' | 'a3';
  readonly copies?: number;
  readonly lang: Lang;
};

/** The forms that have a command of their own (contracts). */
const OWN: readonly (readonly [command: string, form: FormQuery['form'], said: string])[] = [
  ['register', 'registerBranch', '党员积分登记表 / the register of a quarter or a year'],
  ['notice', 'notice', '公示 / a notice sheet'],
  ['minutes', 'minutes', '会议记录 / the minutes of a general meeting'],
  ['settlement', 'settlement', '年度积分汇总表 / the table of an annual settlement'],
  ['filing', 'filing', '年度积分备案表 / the filing form'],
];

/** The commands `export register|notice|minutes|settlement|filing` and `export form` 导出表单: forms with what the named account may read. */
export function addExportForms(program: Command): void {
  for (const [name, form, said] of OWN)
    withOptions(program.command(name).description(said)).action(async (options: Options, command: Command) => {
      await exportForm({ ...options, form }, command);
    });
  const other = program.command('form').description('任何一份表单 / whichever form').addOption(formOption());
  withOptions(other).action(exportForm);
}

function formOption(): Option {
  const titles = formTitles('zh-CN');
  const said = FORM_NAMES.map((name) => `${name} ${titles[name]}`).join('，');
  return new Option('--form <form>', `哪一份表单 / which form: ${said}`).choices(FORM_NAMES).makeOptionMandatory();
}

function withOptions(command: Command): Command {
  return command
    .requiredOption('--out <file>', '写入文件 / file to write')
    .addOption(
      new Option('--format <format>', '格式，默认按文件名 / format, by the name of the file by default').choices(
        FORM_FORMATS,
      ),
    )
    .option('--as <login>', '以此账号办理 / act as this account')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--branch <id>', '支部，只有一个时可不写 / branch, unless there is only one')
    .option('--year <year>', '年度 / year', yearArgument)
    .option('--quarter <quarter>', '季度，1 到 4，或 2026Q3 / quarter, 1 to 4, or 2026Q3', quarterArgument)
    .option('--month <month>', '月份，如 2026-03 / month', monthArgument)
    .option('--member <id>', '党员，申报单可写 all 表示每人一份 / member, or all for a slip each')
    .option('--of <id>', '会议、公示、异议等事项的编号，默认最近一件 / the matter, the latest by default')
    .addOption(new Option('--sheet <sheet>', '纸张 / sheet of paper').choices(['a4', 'a3']))
    .option('--copies <n>', '份数（表决票、空白申报单） / copies of ballots and empty slips', countArgument)
    .addOption(langOption());
}

/** The period that the options name together: 2026Q3, 2026-03 or 2026. */
function periodOf({ year, quarter, month }: Options, thisYear: string): string | undefined {
  if (month !== undefined) return month;
  if (quarter !== undefined) return quarter.length > 2 ? quarter : `${year ?? thisYear}${quarter}`;
  return year === undefined ? undefined : `${year}`;
}

function formatOf({ format, out }: Options): FormQuery['format'] {
  return format ?? FORM_FORMATS.find((one) => out.toLowerCase().endsWith(`.${one}`)) ?? 'docx';
}

async function exportForm(options: Options, command: Command): Promise<void> {
  const { form = 'registerBranch', out, lang, member, of, sheet, copies } = options;
  await withBranch(options, command, async ({ services, caller, branch }) => {
    const period = periodOf(options, services.today().slice(0, 4));
    const format = formatOf(options);
    const query: FormQuery = {
      branch,
      form,
      format,
      ...(period !== undefined && { period }),
      ...(member !== undefined && { member }),
      ...(of !== undefined && { of }),
      ...(sheet !== undefined && { sheet }),
      ...(copies !== undefined && { copies }),
    };
    const { bytes, title } = await services.exportForm(caller, query, process.env['PUBLIC_URL']);
    process.umask(0o077); // names and points: for the owner of the file only
    const unwritable = await writeOut([bytes], out);
    if (unwritable) return reportProblems([unwritable], options);
    process.stdout.write(lang === 'en' ? `${title} written to ${out}\n` : `已写入 ${out}：${title}\n`);
  });
}

/** A quarter as typed: 3, Q3, or with its year 2026Q3. */
function quarterArgument(text: string): string {
  const [, year = '', quarter] = /^((?:19|20|21)\d\d(?=Q))?Q?([1-4])$/i.exec(text) ?? [];
  if (quarter === undefined) throw new InvalidArgumentError('季度请写 1 到 4 / write a quarter as 1 to 4.');
  return `${year}Q${quarter}`;
}

function countArgument(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 500)
    throw new InvalidArgumentError('份数请写 1 到 500 / from 1 to 500 copies.');
  return count;
}
