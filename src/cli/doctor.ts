import type { Command } from 'commander';
import type { Lang } from '#words/lang.ts';
import { langOption } from './language.ts';

type Options = { readonly data?: string; readonly json?: boolean; readonly lang: Lang };

/**
 * The command `doctor` 体检: the environment with the values in force, secrets masked, and whether Node, folder, disk, database, rights, clock,
 * calendar, every chain and every attached file are as they must be; 0 when all are, else 1. It changes nothing, and shows counts and ids alone.
 */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('检查运行环境与数据库 / look at the environment and the database')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(doctor);
}

async function doctor({ data, json, lang }: Options): Promise<void> {
  const [
    { checkDatabase, checkFolder, checkNode, checkTime },
    { checkFiles },
    { variables },
    { readConfig },
    { pageWords },
  ] = await Promise.all([
    import('./doctor-checks.ts'),
    import('./doctor-files.ts'),
    import('./doctor-environment.ts'),
    import('#server/config.ts'),
    import('#words/pages.ts'),
  ]);
  const english = lang === 'en';
  const { env } = process;
  const read = readConfig(env, { data }, '.', pageWords(lang));
  const faults = 'faults' in read ? read.faults : [];
  const server = env['DATABASE_URL'] || undefined;
  const folder = data ?? (env['DATA_DIR'] || 'data');
  const checks = [checkNode()];
  // A server needs the folder only for the key and the evidence.
  if (server === undefined || data !== undefined || env['DATA_DIR']) checks.push(...(await checkFolder(folder, env)));
  if (faults.length === 0) {
    const database = await checkDatabase(server ?? folder);
    checks.push(...database);
    // A database that is amiss names no files for certain; the chain tells whether what it names is what was kept.
    const isWhole = database.some(({ name }) => name === 'chains');
    if (isWhole) checks.push(await checkFiles(server ?? folder, folder));
  }
  checks.push(...checkTime());
  const ok = faults.length === 0 && checks.every((one) => one.ok);
  if (!ok) process.exitCode = 1;
  const shown = variables(env);
  if (json === true) {
    const said = checks.map(({ zh, en, ...one }) => ({ ...one, message: english ? en : zh }));
    process.stdout.write(`${JSON.stringify({ ok, environment: shown, faults, checks: said }, null, 2)}\n`);
    return;
  }
  const otherwise = english ? ' (default)' : '（默认）';
  const lines = [
    ...shown.map(({ name, value, set }) => `${name}=${value ?? ''}${set || value === null ? '' : otherwise}`),
    '',
    ...faults.map((fault) => `✗ ${fault}`),
    ...checks.map((one) => `${one.ok ? '✓' : '✗'} ${english ? one.en : one.zh}`),
    ok ? (english ? 'everything is well' : '一切正常') : english ? 'something is amiss' : '有不正常之处',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
