import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { planOf, type Size } from '#service/seed/plan.ts';
import type { SeedProgress } from '#service/seed/seed.ts';
import type { SeedScheme } from '#service/seed/seed-scheme.ts';
import type { Lang } from '#words/lang.ts';
import { openData, saidBy } from './data-folder.ts';
import { langOption } from './language.ts';
import { sayRefusal } from './print-slip.ts';

type Options = {
  readonly size: Size;
  readonly seed: number;
  readonly data?: string;
  readonly credentials?: string;
  readonly lang: Lang;
};

/** The scheme of every seeded branch, below the folder of the project. */
const SCHEME = 'schemes/primary-school.yaml';

/** Adds `seed` 生成演练数据: invented branches played through actions; prints who can sign in and a thing in every state (contracts). */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('生成演练数据（人名与事情均为虚构） / fill an empty database with invented branches')
    .addOption(
      new Option('--size <size>', '规模：1、50、2000 个支部 / 1, 50 or 2,000 branches')
        .choices(['S', 'M', 'L'])
        .default('S'),
    )
    .option('--seed <number>', '随机种子 / the seed of chance', wholeArgument, 1)
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--credentials <file>', '把账号和样例写入文件 / write accounts and ids into a file')
    .addOption(langOption())
    .action(run);
}

function wholeArgument(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('应为不超过九位的整数 / a whole number of at most nine digits.');
  return Number(text);
}

async function run({ size, seed, data, credentials, lang }: Options, command: Command): Promise<void> {
  // Found out before anything is played; it holds passwords, for whoever made it only.
  const file = credentials === undefined ? undefined : await open(credentials, 'wx', 0o600).catch(cannotWrite(command));
  const services = await openData(command, data, true);
  try {
    const seeded = await services.seed(planOf(size, seed), await readScheme(), progress(lang));
    process.stderr.write('\n');
    const text = `${JSON.stringify({ size, seed, ...seeded }, null, 2)}\n`;
    process.stdout.write(text);
    await file?.writeFile(text);
  } catch (error) {
    sayRefusal(error, { lang });
  } finally {
    await file?.close();
    await services.close();
  }
}

function cannotWrite(command: Command): (error: unknown) => never {
  return (error) => command.error(`不能写入 / cannot be written: ${saidBy(error)}`);
}

async function readScheme(): Promise<SeedScheme> {
  const { readDocument } = await import('#intake/read-document.ts');
  const path = join(import.meta.dirname, '..', SCHEME);
  const { value } = await readDocument(path);
  return { source: await readFile(path, 'utf8'), document: value as SeedScheme['document'] };
}

/** How far it has come, on one line, at most once a second: counts only. */
function progress(lang: Lang): (done: SeedProgress) => void {
  let last = 0;
  return ({ branches, of, acts }) => {
    if (branches < of && Date.now() - last < 1000) return;
    last = Date.now();
    process.stderr.write(
      lang === 'en'
        ? `\r${branches} of ${of} branches, ${acts} acts`
        : `\r已生成 ${branches}/${of} 个支部，办理 ${acts} 项`,
    );
  };
}
