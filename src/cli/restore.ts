import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { EVIDENCE_FOLDER } from '#server/evidence-files.ts';
import { KEY_FILE } from '#service/secrets.ts';
import type { FilesRestored } from '#store/backup-read-files.ts';
import type { Lang } from '#words/lang.ts';
import { listedFile, restoredWords } from './backup-file-words.ts';
import { langOption } from './language.ts';
import type { Chains } from './verify-store.ts';

type Options = { readonly data?: string; readonly json?: boolean; readonly lang: Lang };

/**
 * The command `restore` 恢复: a backup into an empty place, wholly or not at all; digests, counts, every chain and every attached file are checked before it says done.
 * Into a data folder, or into the server of DATABASE_URL with the files in DATA_DIR, migrated first where DATABASE_OWNER_URL is set.
 */
export function addRestore(program: Command): void {
  program
    .command('restore <file>')
    .description(
      '把备份和其中的附件恢复到空的数据库，核对后才算完成 / a backup with its attached files into an empty database, checked before it is done',
    )
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(restore);
}

async function restore(file: string, { data, json, lang }: Options, command: Command): Promise<void> {
  const [
    { KEPT_TABLES },
    { BackupReader },
    { ArrivingFiles },
    { fillPlace },
    { isServer },
    { folderOf, placeOf },
    { demandSound },
    { operate },
    { migrateOwned },
  ] = await Promise.all([
    import('#store/backup-lines.ts'),
    import('#store/backup-read.ts'),
    import('#store/fill-files.ts'),
    import('#store/fill-place.ts'),
    import('#store/database.ts'),
    import('./place.ts'),
    import('./verify-store.ts'),
    import('./operation-words.ts'),
    import('./migrate-owned.ts'),
  ]);
  const at = placeOf(command, data);
  await operate(lang, async () => {
    const reader = await BackupReader.open(file);
    try {
      if (isServer(at)) await migrateOwned(at);
      const folder = isServer(at) ? process.env['DATA_DIR'] || undefined : at;
      const evidence = join(isServer(at) ? folderOf(undefined) : at, EVIDENCE_FOLDER);
      const files = new ArrivingFiles(evidence);
      let chains: Chains = { chains: 0, events: 0, unsound: [] };
      const brought: { key?: string | undefined; kept: Kept } = { kept: 'none' };
      const restored = await fillPlace(at, {
        tables: KEPT_TABLES,
        add: async (rows) => {
          const { key: found, ...counted } = await reader.restore(rows, files);
          brought.key = found;
          return counted;
        },
        check: async (store) => {
          chains = await demandSound(store);
        },
        files: {
          // Before the database counts, as a place with data is never filled again: killed after that, it would be without its key.
          place: async () => {
            await files.place();
            if (brought.key !== undefined && folder !== undefined) brought.kept = keepKey(folder, brought.key);
          },
          drop: () => files.drop(),
        },
        upTo: reader.isOfToday ? undefined : reader.header.migrations.at(-1),
      });
      const { unsound: _, ...counts } = chains;
      const said = { place: isServer(at) ? 'DATABASE_URL' : at, ...restored, ...counts, key: brought.kept };
      const listed = { ...said.files, absent: said.files.absent.map(listedFile) };
      process.stdout.write(
        json === true ? `${JSON.stringify({ ...said, files: listed }, null, 2)}\n` : `${lines(said, evidence, lang)}\n`,
      );
      if (brought.kept === 'differs') process.exitCode = 1;
    } finally {
      await reader.close();
    }
  });
}

/** What became of the key of a backup: put into the folder, there already, or another one is there, which stays. */
type Kept = 'none' | 'kept' | 'there' | 'differs';

function keepKey(folder: string, key: string): Kept {
  const file = join(folder, KEY_FILE);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim() === key ? 'there' : 'differs';
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Half a key would be taken for another one.
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, key, { mode: 0o600, flush: true });
  renameSync(part, file);
  return 'kept';
}

type Said = {
  readonly place: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: FilesRestored;
  readonly chains: number;
  readonly events: number;
  readonly key: Kept;
};

function lines({ place, tables, rows, files, chains, events, key }: Said, folder: string, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'en' ? en : zh);
  const keys: Readonly<Record<Kept, string>> = {
    none: say(
      `请把原来的密钥（${KEY_FILE} 或 SECRETS_KEY）放回，再启动服务`,
      `put the key of before (${KEY_FILE} or SECRETS_KEY) back before the server starts`,
    ),
    kept: say(`密钥已放回 ${KEY_FILE}`, `the key is back in ${KEY_FILE}`),
    there: say(`密钥 ${KEY_FILE} 与备份一致`, `the key in ${KEY_FILE} is that of the backup`),
    differs: say(
      `目录中另有一把密钥，没有改动：请用原来的 ${KEY_FILE} 替换它，再启动服务`,
      `the folder has another key, which was left: replace ${KEY_FILE} by the one of before, then start the server`,
    ),
  };
  return [
    say(`已恢复到 ${place}：${tables} 张表，${rows} 行`, `restored to ${place}: ${tables} tables, ${rows} rows`),
    say(`链 ${chains} 条、链上事件 ${events} 个，全部相符`, `${chains} chains with ${events} events: everything fits`),
    ...restoredWords(files, folder, lang),
    keys[key],
  ].join('\n');
}
