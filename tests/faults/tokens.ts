import { makeAccount, makeToken } from '#service/account/issue.ts';
import { hashPassword } from '#service/account/password.ts';
import { changeAccount } from '#store/account.ts';
import type { TestBranch } from '#tests/process-branch.ts';

/** Makes an account with a bearer token for each person of the branch, as scripts have one; with a password all have the same. */
export async function tokensOf(
  { store, branch }: TestBranch,
  people: readonly string[],
  password?: string,
): Promise<Map<string, string>> {
  const [now, tokens] = [new Date().toISOString(), new Map<string, string>()];
  const kept = password === undefined ? null : await hashPassword(password);
  await store.transaction(async (rows) => {
    for (const person of people) {
      const account = await makeAccount(rows, { person, name: `党员${person}`, home: branch }, now);
      await changeAccount(rows, account.login, { state: 'active', password: kept }, now);
      const { token } = await makeToken(rows, account, { label: 'faults', days: 3 }, now);
      tokens.set(person, token);
    }
  });
  return tokens;
}
