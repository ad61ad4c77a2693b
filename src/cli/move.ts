import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { EVIDENCE_FOLDER } from '#server/evidence-files.ts';
import type { Lang } from '#words/lang.ts';
import { langOption } from './language.ts';
import type { Chains } from './verify-store.ts';

type Options = { readonly to: string; readonly data?: string; readonly json?: boolean; readonly lang: Lang };

/**
 * The command `db move` 迁移: everything from the data folder to a server (`--to postgres://…`), or from the server of DATABASE_URL to a folder, with
 * proof that both hold the same; the source stays as it is, and so do attached files: what to copy is told. A server is migrated first where DATABASE_OWNER_URL is set.
 */
export function addMove(program: Command): void {
  program
    .command('db')
    .description('数据库 / database')
    .command('move')
    .description('从数据目录迁到数据库服务器，或迁回 / from the data folder to a server, or back')
    .requiredOption('--to <url|dir>', '目标：postgres:// 地址或数据目录 / address of a server, or a folder')
    .option('--data <dir>', '来源的数据目录 / folder to move from')
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(move);
}

async function move({ to, data, json, lang }: Options, command: Command): Promise<void> {
  const [
    { isServer },
    { moveRows },
    { namedFiles },
    { folderOf, openPlace },
    { demandSound },
    { operate },
    { migrateOwned },
  ] = await Promise.all([
    import('#store/database.ts'),
    import('#store/move-rows.ts'),
    import('#store/named-files.ts'),
    import('./place.ts'),
    import('./verify-store.ts'),
    import('./operation-words.ts'),
    import('./migrate-owned.ts'),
  ]);
  const toServer = isServer(to);
  const from = toServer ? folderOf(data) : process.env['DATABASE_URL'] || undefined;
  if (from === undefined || (!toServer && data !== undefined))
    return command.error(
      '迁回数据目录时，来源由 DATABASE_URL 指明 / to a folder it moves from the server of DATABASE_URL.',
    );
  const store = await openPlace(command, from);
  try {
    await operate(lang, async () => {
      if (toServer) await migrateOwned(to);
      let chains: Chains = { chains: 0, events: 0, unsound: [] };
      const tables = await moveRows(store, to, async (target) => {
        chains = await demandSound(target);
      });
      const { unsound: _, ...counts } = chains;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      const files = (await namedFiles(store.rows)).size;
      const said = { to: toServer ? 'server' : to, rows, files, ...counts, tables };
      const folder = folderOf(data);
      process.stdout.write(json === true ? `${JSON.stringify(said, null, 2)}\n` : `${lines(said, folder, lang)}\n`);
    });
  } finally {
    await store.close();
  }
}

type Said = {
  readonly to: string;
  readonly rows: number;
  readonly files: number;
  readonly chains: number;
  readonly events: number;
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly sha256: string }[];
};

function lines({ to, rows, files, chains, events, tables }: Said, folder: string, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'en' ? en : zh);
  return [
    ...tables.map(({ table, rows: count, sha256 }) => `${table} ${count} ${sha256}`),
    say(
      `已迁移 ${tables.length} 张表，${rows} 行，两边逐表一致`,
      `moved ${tables.length} tables, ${rows} rows: both hold the same, table by table`,
    ),
    say(`链 ${chains} 条、链上事件 ${events} 个，全部相符`, `${chains} chains with ${events} events: everything fits`),
    to === 'server'
      ? say(
          '下一步：停止服务，把 DATABASE_URL 设为新地址，DATA_DIR 不变（密钥仍在其中，或用 SECRETS_KEY），再启动。迁移后写入原库的内容不会跟过去。',
          'next: stop the server, set DATABASE_URL to the new address, keep DATA_DIR (the key lies there, or use SECRETS_KEY), start. What is written to the old database from now on stays behind.',
        )
      : say(
          `下一步：停止服务，去掉 DATABASE_URL，把 DATA_DIR 设为 ${to}，把密钥放进去（或用 SECRETS_KEY），再启动。迁移后写入原库的内容不会跟过去。`,
          `next: stop the server, unset DATABASE_URL, set DATA_DIR to ${to}, put the key there (or use SECRETS_KEY), start. What is written to the old database from now on stays behind.`,
        ),
    ...(files === 0 ? [] : [filesWords(files, { from: folder, to: to === 'server' ? folder : to }, lang)]),
    say('原来的数据库没有改动', 'the old database is as it was'),
  ].join('\n');
}

function filesWords(count: number, { from, to }: { readonly from: string; readonly to: string }, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'en' ? en : zh);
  const [source, target] = [join(from, EVIDENCE_FOLDER), join(to, EVIDENCE_FOLDER)];
  if (resolve(source) === resolve(target))
    return say(
      `附件 ${count} 个不在数据库中，仍在 ${source}，不用搬动`,
      `attached files: ${count} are not in the database; they stay in ${source}`,
    );
  return say(
    `附件 ${count} 个不在数据库中，请把 ${source} 整个目录复制为 ${target}`,
    `attached files: ${count} are not in the database; copy the whole folder ${source} to ${target}`,
  );
}
