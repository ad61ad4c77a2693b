import type { SessionAnswer } from '#contract/session.ts';
import type { Role } from '#domain/permission/role.ts';
import type { Context } from '#service/context.ts';
import { superiorOf } from '#service/nameless.ts';
import { rightsOf } from '#service/rights.ts';
import { branchesOfOrg, readBranch } from '#store/branch.ts';
import { findOrg } from '#store/org.ts';
import { type Bearer, bearerOfSession, bearerOfToken, endSession, endSessions, touchSession } from '#store/session.ts';
import { digestOf, TOKEN_MARK } from './codes.ts';
import { between, instantAfter, MINUTE } from './instant.ts';

/** Who is signed in 已登录的人, by a browser's session or a script's token. */
export type SignedIn = Bearer & { readonly by: 'session' | 'token'; readonly token: string };

/** Whom a token of a browser or a script speaks for; undefined when it speaks for nobody any more. */
export async function signedIn({ store, clock, accountLimits }: Context, token: string): Promise<SignedIn | undefined> {
  const [digest, now] = [digestOf(token), clock.now()];
  if (token.startsWith(TOKEN_MARK)) {
    const bearer = await bearerOfToken(store.rows, digest, now);
    return bearer && { ...bearer, by: 'token', token };
  }
  const idle = instantAfter(now, -accountLimits.idle * MINUTE);
  const bearer = await bearerOfSession(store.rows, digest, { now, idle });
  if (!bearer) return undefined;
  // Once a minute is enough to know that it is in use.
  if (between(bearer.seen, now) >= MINUTE) await touchSession(store.rows, digest, now);
  return { ...bearer, by: 'session', token };
}

/** Signs out 退出: this session, the others of the account, or all of them. */
export async function signOut(
  { store, clock }: Context,
  { login, token }: SignedIn,
  which: 'this' | 'others' | 'all',
): Promise<void> {
  const [digest, now] = [digestOf(token), clock.now()];
  if (which === 'this') return await endSession(store.rows, digest, now);
  await endSessions(store.rows, login, now, which === 'others' ? digest : '');
}

/** What a page needs to know of who is signed in: the name, and where the person holds which roles today. */
export async function showSession({ store, clock }: Context, who: SignedIn): Promise<SessionAnswer> {
  const { login, person, name, home } = who;
  const today = clock.today();
  const { grants } = await rightsOf(store.rows, home, { person, kind: 'person' }, today);
  const held = grants.filter((grant) => grant.from <= today && today <= grant.to);
  const places = new Map<string, Set<Role>>();
  for (const { org, role } of held) places.set(org, (places.get(org) ?? new Set()).add(role));
  const told: SessionAnswer['places'][number][] = [];
  for (const [id, roles] of places) {
    const branch = await readBranch(store.rows, id);
    const named = branch ?? (await findOrg(store.rows, id));
    const superior = branch?.kind === 'branch' ? await superiorOf(store.rows, branch) : undefined;
    const below = await branchesOfOrg(store.rows, id);
    told.push({
      id,
      name: named?.name ?? '',
      demo: branch?.demo === 1,
      kind: branch?.kind ?? 'organisation',
      roles: [...roles],
      branches: below.filter(({ branch_id }) => branch_id !== id).map((one) => ({ id: one.branch_id, name: one.name })),
      ...(superior && { superior: { id: superior.branch_id, name: superior.name } }),
    });
  }
  return { login, person, name, home, today, places: told };
}
