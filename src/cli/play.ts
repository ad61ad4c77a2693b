import { type Command, InvalidArgumentError } from 'commander';
import { isDay } from '#domain/kernel/day.ts';
import { accountLines, demoAccounts, keepDemoAccounts } from '#server/demo-accounts.ts';
import type { DemoAccount } from '#service/account/demo-accounts.ts';
import type { Services } from '#service/open.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { openData } from './data-folder.ts';
import { langOption } from './language.ts';
import { folderOf } from './place.ts';
import { reportProblems } from './report.ts';

type Options = { readonly data?: string; readonly today?: string; readonly json?: boolean; readonly lang: Lang };

/** Adds `play` 演绎: runs a written story of branches through the same actions as everybody; the first step that does not go as written is named by its line. */
export function addPlay(program: Command): void {
  program
    .command('play')
    .description('按情节脚本办理一遍 / play a written story of branches through the same actions as everybody')
    .argument('<file>', '情节脚本 / story in YAML')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--today <day>', '只演到这一天 / play up to this day', dayArgument)
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(play);
}

function dayArgument(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('日期请写作 2026-03-31 / write a day as 2026-03-31.');
  return text;
}

async function play(file: string, options: Options, command: Command): Promise<void> {
  const [{ readStoryFiles }, { StoryFault }] = await Promise.all([
    import('#server/story-files.ts'),
    import('#service/play/play.ts'),
  ]);
  const story = await readStoryFiles(file);
  if ('problems' in story) return reportProblems(story.problems, options);
  const services = await openData(command, options.data, true);
  try {
    const { acts, refusals, branches } = await services.play(story, options.today);
    const accounts = await accountsOf(services, options.data);
    if (options.json) process.stdout.write(`${JSON.stringify({ acts, refusals, branches, accounts })}\n`);
    else if (options.lang === 'en')
      process.stdout.write(
        `${story.title}\n${acts} acts done, ${refusals} refused as written, ${branches.length} organisations\n`,
      );
    else
      process.stdout.write(
        `${story.title}\n办理 ${acts} 项，按脚本不予办理 ${refusals} 项，组织 ${branches.length} 个\n`,
      );
    if (!options.json) {
      const { roles, serve } = pageWords(options.lang);
      for (const line of accountLines(accounts, roles, serve.accounts)) process.stdout.write(`${line}\n`);
    }
  } catch (error) {
    if (!(error instanceof StoryFault)) throw error;
    const { line, step, came } = error;
    process.stderr.write(
      options.lang === 'en'
        ? `${file}:${line}: ${step} did not go as written: ${came}\n`
        : `${file}:${line}：${step} 没有按脚本办成：${came}\n`,
    );
    process.exitCode = 1;
  } finally {
    await services.close();
  }
}

/** An account for every role of what was played 演示账号, opened once: whoever goes on from there acts as one of them (`--as`). */
async function accountsOf({ accounts }: Services, data: string | undefined): Promise<readonly DemoAccount[]> {
  // A database server has no folder of its own to keep them in: they are told this once.
  if ((process.env['DATABASE_URL'] ?? '') !== '') return await accounts.demo();
  const folder = folderOf(data);
  const kept = demoAccounts(folder);
  if (kept.length > 0) return kept;
  const opened = await accounts.demo();
  keepDemoAccounts(folder, opened);
  return opened;
}
