import type { Command } from 'commander';
import type { Lang } from '#words/lang.ts';
import { dayArgument, langOption } from './language.ts';

type Options = {
  readonly port?: string;
  readonly data?: string;
  readonly demo?: boolean;
  readonly today?: string;
  readonly lang: Lang;
};

/** Adds `serve` 启动服务: the server, its address and the board's; with `--demo` the example branch. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('启动服务 / start the server')
    .option('--port <port>', '端口，默认 8080 / port, 8080 by default')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--demo', '演示支部 / the example branch')
    .option('--today <day>', '以某日为今天，用于演示 / the day taken as today, to play a written year', dayArgument)
    .addOption(langOption())
    .action(async ({ port, data, demo, today, lang }: Options) => {
      // The other commands start without loading the server.
      const { run } = await import('#server/run.ts');
      await run({ port, data, demo, today }, lang);
    });
}
