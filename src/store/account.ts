import type { Rows } from './database.ts';
import type { AccountTable } from './tables-accounts.ts';

/** Adds an account 账号 unless its sign-in name is taken; answers whether it was added. */
export async function addAccount(rows: Rows, account: AccountTable): Promise<boolean> {
  const added = await rows
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('login')
    .executeTakeFirst();
  return added !== undefined;
}

/** The account of a sign-in name. */
export async function readAccount(rows: Rows, login: string): Promise<AccountTable | undefined> {
  return await rows.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirst();
}

/** The account of a person; the oldest, should there be several. */
export async function accountOfPerson(rows: Rows, person: string): Promise<AccountTable | undefined> {
  const query = rows.selectFrom('account').selectAll().where('person_id', '=', person);
  return await query.orderBy('created_at').orderBy('login').executeTakeFirst();
}

/** The accounts of persons, by person; of each the oldest. */
export async function accountsOf(
  rows: Rows,
  persons: readonly string[],
): Promise<ReadonlyMap<string, Pick<AccountTable, 'login' | 'state'>>> {
  if (persons.length === 0) return new Map();
  const query = rows.selectFrom('account').select(['person_id', 'login', 'state']);
  const found = await query
    .where('person_id', 'in', [...persons])
    .orderBy('created_at')
    .orderBy('login')
    .execute();
  const accounts = new Map<string, Pick<AccountTable, 'login' | 'state'>>();
  for (const { person_id: person, login, state } of found)
    if (!accounts.has(person)) accounts.set(person, { login, state });
  return accounts;
}

/** Changes an account, raising its revision; answers with the account as it is now. */
export async function changeAccount(
  rows: Rows,
  login: string,
  set: Partial<Pick<AccountTable, 'password' | 'state'>>,
  now: string,
): Promise<AccountTable> {
  return await rows
    .updateTable('account')
    .set((column) => ({ ...set, revision: column('revision', '+', 1), changed_at: now }))
    .where('login', '=', login)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The failed sign-ins of a bucket as they stand. */
export type Attempt = { readonly failures: number; readonly waits_until: string; readonly at: string };

/** Reads the failed sign-ins of a bucket. */
export async function readAttempt(rows: Rows, bucket: string): Promise<Attempt | undefined> {
  return await rows
    .selectFrom('attempt')
    .select(['failures', 'waits_until', 'at'])
    .where('bucket', '=', bucket)
    .executeTakeFirst();
}

/**
 * Writes the failed sign-ins of a bucket if they are still as seen; answers whether they were, so that attempts at once cannot pass as one.
 */
export async function writeAttempt(
  rows: Rows,
  bucket: string,
  seen: Attempt | undefined,
  next: Attempt,
): Promise<boolean> {
  if (!seen) {
    const added = await rows
      .insertInto('attempt')
      .values({ bucket, ...next })
      .onConflict((conflict) => conflict.column('bucket').doNothing())
      .returning('bucket')
      .executeTakeFirst();
    return added !== undefined;
  }
  const changed = await rows
    .updateTable('attempt')
    .set(next)
    .where('bucket', '=', bucket)
    .where('failures', '=', seen.failures)
    .where('at', '=', seen.at)
    .returning('bucket')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Forgets the failed sign-ins of a bucket after one that succeeded. */
export async function forgetAttempts(rows: Rows, bucket: string, now: string): Promise<void> {
  await rows
    .updateTable('attempt')
    .set({ failures: 0, waits_until: '', at: now })
    .where('bucket', '=', bucket)
    .where('failures', '>', 0)
    .execute();
}

/** The names of persons who have an account, by person. */
export async function accountNames(rows: Rows, persons: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (persons.length === 0) return [];
  const found = await rows
    .selectFrom('account')
    .select(['person_id', 'name'])
    .where('person_id', 'in', [...persons])
    .execute();
  return found.map(({ person_id: id, name }) => ({ id, name }));
}

/** The accounts of an organisation and those of some persons, wherever they belong. */
export async function accountsHere(
  rows: Rows,
  home: string,
  persons: readonly string[],
): Promise<readonly Omit<AccountTable, 'password'>[]> {
  const columns = ['login', 'person_id', 'home', 'name', 'state', 'revision', 'created_at', 'changed_at'] as const;
  const query = rows.selectFrom('account').select(columns).orderBy('created_at').orderBy('login');
  const own = await query.where('home', '=', home).execute();
  if (persons.length === 0) return own;
  const named = await query
    .where('person_id', 'in', [...persons])
    .where('home', '!=', home)
    .execute();
  return [...named, ...own];
}
