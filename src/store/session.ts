import type { Rows } from './database.ts';
import type { SessionTable, SlipTable, TokenTable } from './tables-accounts.ts';

/** Adds a slip 登录单; the earlier ones of the account end. */
export async function addSlip(rows: Rows, slip: SlipTable): Promise<void> {
  await rows
    .updateTable('slip')
    .set({ ended_at: slip.issued_at })
    .where('login', '=', slip.login)
    .where('ended_at', 'is', null)
    .execute();
  await rows.insertInto('slip').values(slip).execute();
}

/** The last slip of each account, by sign-in name. */
export async function lastSlips(
  rows: Rows,
  logins: readonly string[],
): Promise<ReadonlyMap<string, Pick<SlipTable, 'issued_at' | 'until' | 'ended_at'>>> {
  if (logins.length === 0) return new Map();
  const query = rows.selectFrom('slip').select(['login', 'issued_at', 'until', 'ended_at']);
  const found = await query
    .where('login', 'in', [...logins])
    .orderBy('issued_at')
    .execute();
  return new Map(found.map(({ login, ...slip }) => [login, slip]));
}

/** The slip of a code's digest, if it is neither spent nor over. */
export async function readSlip(rows: Rows, digest: string, now: string): Promise<SlipTable | undefined> {
  return await rows
    .selectFrom('slip')
    .selectAll()
    .where('digest', '=', digest)
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .executeTakeFirst();
}

/** Spends a slip; answers whether it was there to be spent: two at once cannot both. */
export async function endSlip(rows: Rows, digest: string, now: string): Promise<boolean> {
  const ended = await rows
    .updateTable('slip')
    .set({ ended_at: now })
    .where('digest', '=', digest)
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .returning('digest')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Adds a session 会话. */
export async function addSession(rows: Rows, session: SessionTable): Promise<void> {
  await rows.insertInto('session').values(session).execute();
}

/** Whom a session or token speaks for. */
export type Bearer = {
  readonly login: string;
  readonly person: string;
  readonly name: string;
  readonly home: string;
  readonly seen: string;
};

/** Whom a session speaks for: not ended, used since `idle`, not over, and its account not locked. */
export async function bearerOfSession(
  rows: Rows,
  digest: string,
  at: { readonly now: string; readonly idle: string },
): Promise<Bearer | undefined> {
  return await rows
    .selectFrom('session')
    .innerJoin('account', 'account.login', 'session.login')
    .select(['account.login', 'account.person_id as person', 'account.name', 'account.home', 'session.seen_at as seen'])
    .where('session.digest', '=', digest)
    .where('session.ended_at', 'is', null)
    .where('session.until', '>', at.now)
    .where('session.seen_at', '>', at.idle)
    .where('account.state', '=', 'active')
    .executeTakeFirst();
}

/** Notes that a session was used. */
export async function touchSession(rows: Rows, digest: string, now: string): Promise<void> {
  await rows
    .updateTable('session')
    .set({ seen_at: now })
    .where('digest', '=', digest)
    .where('seen_at', '<', now)
    .execute();
}

/** Ends one session. */
export async function endSession(rows: Rows, digest: string, now: string): Promise<void> {
  await rows
    .updateTable('session')
    .set({ ended_at: now })
    .where('digest', '=', digest)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends the sessions of an account, but for one that may be kept. */
export async function endSessions(rows: Rows, login: string, now: string, keep = ''): Promise<void> {
  await rows
    .updateTable('session')
    .set({ ended_at: now })
    .where('login', '=', login)
    .where('ended_at', 'is', null)
    .where('digest', '!=', keep)
    .execute();
}

/** Adds a token 令牌 for scripts. */
export async function addToken(rows: Rows, token: TokenTable): Promise<void> {
  await rows.insertInto('token').values(token).execute();
}

/** Whom a token speaks for. */
export async function bearerOfToken(rows: Rows, digest: string, now: string): Promise<Bearer | undefined> {
  return await rows
    .selectFrom('token')
    .innerJoin('account', 'account.login', 'token.login')
    .select([
      'account.login',
      'account.person_id as person',
      'account.name',
      'account.home',
      'token.created_at as seen',
    ])
    .where('token.digest', '=', digest)
    .where('token.ended_at', 'is', null)
    .where('token.until', '>', now)
    .where('account.state', '=', 'active')
    .executeTakeFirst();
}

/** A person's token by its id. */
export async function readToken(rows: Rows, person: string, id: string): Promise<TokenTable | undefined> {
  return await rows
    .selectFrom('token')
    .selectAll()
    .where('person_id', '=', person)
    .where('token_id', '=', id)
    .executeTakeFirst();
}

/** Ends a token by its digest, or every token of an account. */
export async function endTokens(
  rows: Rows,
  which: { readonly digest: string } | { readonly login: string },
  now: string,
): Promise<void> {
  const query = rows.updateTable('token').set({ ended_at: now }).where('ended_at', 'is', null);
  await ('digest' in which
    ? query.where('digest', '=', which.digest)
    : query.where('login', '=', which.login)
  ).execute();
}
