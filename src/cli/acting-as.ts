import type { Command } from 'commander';
import type { Caller } from '#service/caller.ts';
import type { Services } from '#service/open.ts';

/**
 * Who acts on the command line 以账号办理: the account of `--as`, else that of the token in SUNLEDGER_TOKEN (contracts). Whoever has the data folder
 * has the machine, so that no password is asked again here; what was done stands in the record under the account's person.
 * @throws account.unknown
 */
export async function actingAs(command: Command, { accounts }: Services, login: string | undefined): Promise<Caller> {
  if (login !== undefined) return caller(await accounts.machine.person(login));
  const token = process.env['SUNLEDGER_TOKEN'] ?? '';
  if (token === '')
    return command.error(
      '请用 --as 写明账号，或设置 SUNLEDGER_TOKEN / name an account by --as, or set SUNLEDGER_TOKEN.',
    );
  const who = await accounts.signedIn(token);
  if (!who) return command.error('SUNLEDGER_TOKEN 已失效 / SUNLEDGER_TOKEN is not valid any more.');
  return caller(who.person);
}

function caller(person: string): Caller {
  return { person, kind: 'person', password: true };
}
