import { type Command, Option } from 'commander';
import type { ImportOptions } from './import-options.ts';
import { dayArgument, langOption } from './language.ts';

/**
 * Adds `import roster`, `import facts`, `import points` and `import undo` 导入: the difference is shown and applied as one step that can be taken back (contracts).
 */
export function addImport(program: Command): void {
  const group = program
    .command('import')
    .description('导入名册、积分事实或启用前积分 / import a roster, facts or opening points');
  const roster = group
    .command('roster')
    .description(
      '导入党员名册：先列出变动，再一次采用 / import a roster: shows the difference and applies it as one step',
    )
    .argument('[file]', '名册 .xlsx .xls .et .csv / roster')
    .addOption(
      new Option('--from <day>', '没有写生效日期的，从这一天起，默认今天 / from which day changes hold').argParser(
        dayArgument,
      ),
    );
  const facts = group
    .command('facts')
    .description('导入积分事实：采用后成为拟录入事项 / import facts: they become proposed lines')
    .argument('[file]', '事实表 .xlsx .xls .et .csv .json / facts');
  const points = group
    .command('points')
    .description(
      '导入启用前积分表：逐人告知，经初评和党员大会表决后成为期初积分 / import points of before: told, reviewed and voted',
    )
    .argument('[file]', '启用前积分表 .xlsx .xls .et .csv / sheet of points by component')
    .addOption(new Option('--until <day>', '积分记到哪一天 / up to which day').argParser(dayArgument))
    .option('--keeper <text>', '原表由谁保存 / who kept the sheet');
  for (const [kind, command] of [
    ['roster', roster],
    ['facts', facts],
    ['points', points],
  ] as const)
    common(command.option('--template <out.xlsx>', '写出空白表格 / write an empty table'))
      .option('--mapping <file>', '本地表头对应的栏目 / which column each local heading is, as JSON')
      .option('--save-mapping <file>', '写出表头对应，供修改后使用 / write the mapping of the headings')
      .option('--dry-run', '只看变动，不采用 / show the difference only')
      .action(async (file: string | undefined, options: ImportOptions, self: Command) => {
        // The other commands start without what an import needs.
        const { importFile } = await import('./import-file.ts');
        await importFile(kind, file, options, self);
      });
  common(
    group
      .command('undo')
      .description('撤回一次导入 / take an import back')
      .argument('<id>', '导入编号，采用时列出 / the import, as told when it was applied'),
  ).action(async (id: string, options: ImportOptions, self: Command) => {
    const { undoImport } = await import('./import-file.ts');
    await undoImport(id, options, self);
  });
}

function common(command: Command): Command {
  return command
    .option('--branch <id>', '支部，只有一个时可不写 / branch, unless there is only one')
    .option('--as <login>', '以此账号办理 / act as this account')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption());
}
