import type { Command } from 'commander';
import type { Lang } from '#words/lang.ts';
import { openData, saidBy } from './data-folder.ts';
import { langOption } from './language.ts';

type Options = { readonly data?: string; readonly lang: Lang };

/**
 * Adds `migrate` 更新数据库: brings the tables up to date. On a server as their owner (DATABASE_OWNER_URL), granting the role of DATABASE_URL what it
 * needs and no more; in a data folder by opening it, as every command does.
 */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('更新数据库的表 / bring the tables of the database up to date')
    .option('--data <dir>', '数据目录 / folder of the database')
    .addOption(langOption())
    .action(async ({ data, lang }: Options, command: Command) => {
      const [application, owner] = [process.env['DATABASE_URL'], process.env['DATABASE_OWNER_URL']];
      if (isSet(application) && isSet(owner)) return await migrateServer(application, owner, lang);
      if (isSet(application) || isSet(owner))
        command.error(
          '请同时设置 DATABASE_URL（应用角色）和 DATABASE_OWNER_URL（表的所有者） / set both DATABASE_URL and DATABASE_OWNER_URL.',
        );
      await (await openData(command, data)).close();
      print(lang === 'en' ? 'The tables are up to date.' : '数据库的表已是最新。');
    });
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

async function migrateServer(application: string, owner: string, lang: Lang): Promise<void> {
  const { migratePostgres } = await import('#store/migrate-postgres.ts');
  const migrated = await migratePostgres(owner, application).catch((error: unknown) => {
    process.stderr.write(`数据库没有更新成 / not migrated: ${saidBy(error)}\n`);
    process.exitCode = 1;
  });
  if (!migrated) return;
  const { done, role } = migrated;
  const list = done.join(', ');
  if (lang === 'en')
    print(`${list === '' ? 'The tables are up to date.' : `Done: ${list}.`} Rights granted to ${role}.`);
  else print(`${list === '' ? '数据库的表已是最新。' : `已执行：${list}。`}已授权给 ${role}。`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
