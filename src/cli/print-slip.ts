import { Refusal } from '#contract/problem.ts';
import type { Slip } from '#service/account/issue.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { sayInstant } from '#words/say-instant.ts';
import { sayRefused } from '#words/say-refused.ts';

const ROLES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  secretary: ['书记', 'secretary'],
  system: ['系统管理员', 'system administrator'],
  security: ['安全管理员', 'security administrator'],
  audit: ['审计管理员', 'audit administrator'],
};

/** Prints slips 登录单, one a paragraph: hand each to its person and to nobody else. */
export function printSlips(slips: readonly (Slip & { readonly role?: string })[], lang: Lang): void {
  for (const { name, role, login, code, until } of slips) {
    const office = role === undefined ? undefined : ROLES[role]?.[lang === 'en' ? 1 : 0];
    const who = office === undefined ? name : `${name}（${office}）`;
    const said =
      lang === 'en'
        ? [
            `Slip for ${who}`,
            `sign-in name  ${login}`,
            `one-time code ${code}`,
            `open /join/${code} before ${sayInstant(until)} (Beijing time)`,
          ]
        : [
            `登录单：${who}`,
            `登录名  ${login}`,
            `一次性登录码 ${code}`,
            `请在 ${sayInstant(until)} 前打开 /join/${code} 设置密码`,
          ];
    process.stdout.write(`\n${said.join('\n  ')}\n`);
  }
}

/** Says why something was refused and sets exit status 1; what is no refusal is thrown on. */
export function sayRefusal(
  error: unknown,
  { lang, json }: { readonly lang: Lang; readonly json?: boolean | undefined },
): void {
  if (!(error instanceof Refusal)) throw error;
  process.exitCode = 1;
  const message = fill(sayRefused(error.code, lang), error.params);
  if (json === true) process.stdout.write(`${JSON.stringify({ code: error.code, message }, null, 2)}\n`);
  else process.stderr.write(`${message}\n`);
}
