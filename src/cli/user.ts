import { type Command, InvalidArgumentError } from 'commander';
import type { Machine } from '#service/account/accounts.ts';
import type { Slip } from '#service/account/issue.ts';
import type { Services } from '#service/open.ts';
import type { Lang } from '#words/lang.ts';
import { sayInstant } from '#words/say-instant.ts';
import { openData } from './data-folder.ts';
import { langOption } from './language.ts';
import { printSlips, sayRefusal } from './print-slip.ts';

type Options = { readonly data?: string; readonly json?: boolean; readonly lang: Lang };

/**
 * Adds `user` 账号: what whoever owns the machine does when nobody can sign in any more. It needs no account, reads no points, and each is on record as `machine`
 * (docs/security.md).
 */
export function addUser(program: Command): void {
  const user = program.command('user').description('账号 / accounts');
  common(user.command('add <name>').description('建立账号，打印登录单 / make an account and print its slip'))
    .option('--branch <id>', '所属党组织，默认第一个支部 / branch or superior, the first branch by default')
    .action(async (name: string, options: Options & { readonly branch?: string }, command: Command) => {
      await done(options, command, async ({ add }) => await add(name, options.branch), sayslip);
    });
  common(user.command('reset <login>').description('发新的登录单 / print a new slip')).action(
    async (login: string, options: Options, command: Command) => {
      await done(options, command, async ({ reset }) => await reset(login), sayslip);
    },
  );
  common(user.command('lock <login>').description('停用账号，结束其登录 / lock an account and end its sessions'))
    .option('--open', '重新启用 / open it again')
    .action(async (login: string, options: Options & { readonly open?: boolean }, command: Command) => {
      const lock = async ({ lock }: Machine) => {
        const { login: name, state } = await lock(login, options.open !== true);
        return { login: name, state };
      };
      await done(options, command, lock, ({ login: name, state }) => print(`${name}  ${state}`));
    });
  common(user.command('token <login>').description('为脚本发令牌 / make a token for scripts'))
    .requiredOption('--label <text>', '用途 / what it is for')
    .option('--days <n>', '有效天数，默认 90 / days, 90 by default', daysArgument, 90)
    .action(async (login: string, options: Options & { label: string; days: number }, command: Command) => {
      const { label, days } = options;
      await done(
        options,
        command,
        async ({ token }) => await token(login, { label, days }),
        ({ token, until }) =>
          print(
            options.lang === 'en'
              ? `${token}\nuntil ${sayInstant(until)} (Beijing time)`
              : `${token}\n有效期至 ${sayInstant(until)}`,
          ),
      );
    });
}

function common(command: Command): Command {
  return command
    .option('--data <dir>', '数据目录 / folder of the database')
    .option('--json', '输出 JSON / print JSON')
    .addOption(langOption());
}

async function done<T>(
  { data, json, lang }: Options,
  command: Command,
  work: (machine: Machine) => Promise<T>,
  say: (made: T, lang: Lang) => void,
): Promise<void> {
  const services: Services = await openData(command, data);
  try {
    const made = await work(services.accounts.machine);
    if (json === true) print(JSON.stringify(made, null, 2));
    else say(made, lang);
  } catch (error) {
    sayRefusal(error, { lang, json });
  } finally {
    await services.close();
  }
}

function sayslip(slip: Slip, lang: Lang): void {
  printSlips([slip], lang);
}

function daysArgument(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > 366)
    throw new InvalidArgumentError('天数请写 1 至 366 / write days from 1 to 366.');
  return Number(text);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
