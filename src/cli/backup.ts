import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { EVIDENCE_FOLDER } from '#server/evidence-files.ts';
import { homeFolder } from '#server/home.ts';
import { KEY_FILE } from '#service/secrets.ts';
import type { FilesBackedUp } from '#store/backup-files.ts';
import type { Lang } from '#words/lang.ts';
import { backedUpWords, listedFile } from './backup-file-words.ts';
import { langOption } from './language.ts';

type Options = {
  readonly data?: string;
  readonly withKey?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly lang: Lang;
};

/**
 * The command `backup` 备份: the whole database as it stands at one moment, with the files attached to it, in one file, while the server runs on. Prints counts and ids alone.
 * The installation's key stays out unless asked for: with it whoever has the file learns who reported what (docs/security.md).
 */
export function addBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('备份整个数据库和附件到一个文件 / the whole database and attached files into one file')
    .option('--data <dir>', '数据目录 / folder of the database')
    .option(
      '--with-key',
      `连同密钥 ${KEY_FILE}：得到此文件的人就能看到反映人是谁，默认不放入，请另处保管 / with the key: whoever has the file can see who reported; kept out by default`,
    )
    .option('--force', '替换已有的文件 / replace a file that is there')
    .option('--json', '以 JSON 输出 / print JSON')
    .addOption(langOption())
    .action(backup);
}

async function backup(file: string, options: Options, command: Command): Promise<void> {
  const [
    { isServer, storeWithin },
    { listFolder },
    { writeBackup },
    { folderOf, openPlace, placeOf },
    { verifyStore },
    { operate },
  ] = await Promise.all([
    import('#store/database.ts'),
    import('#store/backup-files.ts'),
    import('#store/backup-write.ts'),
    import('./place.ts'),
    import('./verify-store.ts'),
    import('./operation-words.ts'),
  ]);
  const { lang } = options;
  const at = placeOf(command, options.data);
  const folder = isServer(at) ? folderOf(undefined) : at;
  const key = options.withKey === true ? readKey(command, folder) : undefined;
  const { version } = JSON.parse(readFileSync(join(homeFolder(), 'package.json'), 'utf8')) as { version: string };
  const store = await openPlace(command, at);
  try {
    await operate(lang, async () => {
      const files = await listFolder(join(folder, EVIDENCE_FOLDER));
      const done = await store.snapshot(async (rows) => {
        const written = await writeBackup(rows, file, { version, files, key, force: options.force === true });
        return { ...written, ...(await verifyStore(storeWithin(rows))) };
      });
      // What does not fit is kept as it is; but it will not be restored, and whoever relies on it must know today.
      if (done.unsound.length > 0) process.exitCode = 1;
      // A lost original is told and no more; a whole folder that is not there is rather the wrong folder.
      if (!done.files.folder && done.files.missing.length > 0) process.exitCode = 1;
      const said = { file, ...done, key: key !== undefined };
      const { missing, changed } = done.files;
      const listed = { ...done.files, missing: missing.map(listedFile), changed: changed.map(listedFile) };
      process.stdout.write(
        options.json === true
          ? `${JSON.stringify({ ...said, files: listed }, null, 2)}\n`
          : `${lines(said, files.path, lang)}\n`,
      );
    });
  } finally {
    await store.close();
  }
}

type Said = {
  readonly file: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: FilesBackedUp;
  readonly sha256: string;
  readonly chains: number;
  readonly events: number;
  readonly unsound: readonly string[];
  readonly key: boolean;
};

function lines(
  { file, tables, rows, files, sha256, chains, events, unsound, key }: Said,
  folder: string,
  lang: Lang,
): string {
  const say = (zh: string, en: string): string => (lang === 'en' ? en : zh);
  return [
    say(`已备份到 ${file}：${tables} 张表，${rows} 行`, `backed up to ${file}: ${tables} tables, ${rows} rows`),
    ...backedUpWords(files, folder, lang),
    `SHA-256 ${sha256}`,
    unsound.length === 0
      ? say(
          `链 ${chains} 条、链上事件 ${events} 个，全部相符`,
          `${chains} chains with ${events} events: everything fits`,
        )
      : say(
          `有 ${unsound.length} 条链核对不符，这份备份不能恢复：${unsound.join(' ')}`,
          `${unsound.length} chains do not fit, and this backup cannot be restored: ${unsound.join(' ')}`,
        ),
    key
      ? say(
          '其中有密钥：得到此文件的人能看到反映人是谁，请妥善保管',
          'the key is inside: whoever has the file can see who reported; keep it safe',
        )
      : say(
          `其中没有密钥（${KEY_FILE} 或 SECRETS_KEY）：请另处保管，缺了它就无法与反映人联系`,
          `the key (${KEY_FILE} or SECRETS_KEY) is not inside: keep it elsewhere; without it no reporter can be answered`,
        ),
    say('登录会话不备份，恢复后需重新登录', 'sessions are left out: after a restore everyone signs in again'),
  ].join('\n');
}

function readKey(command: Command, folder: string): string {
  try {
    return readFileSync(join(folder, KEY_FILE), 'utf8').trim();
  } catch {
    return command.error(
      `没有找到密钥文件 ${KEY_FILE}；密钥若在 SECRETS_KEY 中，请自行保管 / no file ${KEY_FILE} there; a key of SECRETS_KEY is yours to keep.`,
    );
  }
}
