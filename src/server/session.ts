import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { PASSWORD_HEADER, pathOf } from '#contract/path.ts';
import { Refusal } from '#contract/problem.ts';
import { type SessionAction, type SessionAnswer, sessionApi } from '#contract/session.ts';
import type { Opened } from '#service/account/sign-in.ts';
import type { SignedIn } from '#service/account/signed-in.ts';
import type { Caller } from '#service/caller.ts';
import type { Services } from '#service/open.ts';
import type { Config } from './config.ts';
import { clearSession, cookieNames, readCookie, setSession } from './cookie.ts';
import { inputOf } from './input.ts';

/** What of the configuration signing in depends on. */
export type SessionConfig = Pick<Config, 'publicUrl' | 'signInRate'>;

/** Who is signed in 已登录的人 by cookie or bearer token; a bearer token, when there is one, counts alone. @throws session.none */
export async function whoIs(config: SessionConfig, { accounts }: Services, request: FastifyRequest): Promise<SignedIn> {
  const { authorization } = request.headers;
  const bearer = /^Bearer (slt_[\w-]{43})$/i.exec(authorization ?? '')?.[1];
  const cookie = readCookie(request, cookieNames(config).session);
  const token = authorization === undefined ? /^[\w-]{43}$/.exec(cookie ?? '')?.[0] : bearer;
  const who = token === undefined ? undefined : await accounts.signedIn(token);
  if (!who) throw new Refusal('session.none');
  return who;
}

/** The caller of an act: who is signed in, and whether the password came with this very request and is right (product §7). @throws session.none, sign-in.waits */
export async function callerOf(config: SessionConfig, services: Services, request: FastifyRequest): Promise<Caller> {
  const who = await whoIs(config, services, request);
  const given = passwordOf(request);
  const password = given !== undefined && (await services.accounts.confirm(who, given));
  return { person: who.person, kind: 'person', request: request.id, ...(password && { password }) };
}

/** The password that came with a request, percent-encoded because a header takes no Chinese. @throws request.not-valid */
function passwordOf({ headers }: FastifyRequest): string | undefined {
  const given = headers[PASSWORD_HEADER];
  if (given === undefined) return undefined;
  try {
    const password = decodeURIComponent(String(given));
    if (password !== '' && password.length <= 256) return password;
  } catch {
    // said below
  }
  throw new Refusal('request.not-valid', { detail: PASSWORD_HEADER });
}

/** Opens a session 登录会话 on the device that asked, and says who is now signed in. @throws session.none */
export async function openSession(
  config: SessionConfig,
  { accounts }: Services,
  reply: FastifyReply,
  opened: Opened,
): Promise<SignedIn> {
  const who = await accounts.signedIn(opened.token);
  if (!who) throw new Refusal('session.none'); // locked in this very moment
  setSession(config, reply, opened);
  return who;
}

/** What a route gets that guesses at passwords or codes: instead of the limit of all routes a tighter one. */
export type GuessLimit = Pick<RouteOptions, 'config' | 'onRequest'>;

/** The limit of whatever guesses at a password or a code, one for all such ways together; made once. */
export function guessLimit(app: FastifyInstance, { signInRate }: SessionConfig): GuessLimit {
  return { config: { rateLimit: false }, onRequest: app.rateLimit({ max: signInRate, timeWindow: '1 minute' }) };
}

/** Serves signing in and out 登录与退出. */
export function serveSession(app: FastifyInstance, services: Services, config: SessionConfig, guess: GuessLimit): void {
  const { accounts } = services;
  const opened = async (reply: FastifyReply, session: Opened): Promise<SessionAnswer> =>
    await accounts.show(await openSession(config, services, reply, session));
  const handlers: {
    readonly [A in SessionAction]: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  } = {
    'session.open': async (request, reply) => {
      const { login, password } = inputOf(sessionApi['session.open'], request.body);
      const device = readCookie(request, cookieNames(config).known);
      return await opened(reply, await accounts.signIn({ login, password, device, request: request.id }));
    },
    'session.join': async (request, reply) => {
      const { code, password } = inputOf(sessionApi['session.join'], request.body);
      return await opened(reply, await accounts.join({ code, password, request: request.id }));
    },
    'session.show': async (request) => {
      inputOf(sessionApi['session.show'], request.query);
      return await accounts.show(await whoIs(config, services, request));
    },
    'session.end': async (request, reply) => {
      const { which } = inputOf(sessionApi['session.end'], request.body);
      const who = await whoIs(config, services, request);
      if (who.by === 'session') {
        await accounts.signOut(who, which);
        if (which !== 'others') clearSession(config, reply);
      }
      return { ended: true };
    },
    'password.change': async (request, reply) => {
      const { password: old, next } = inputOf(sessionApi['password.change'], request.body);
      const { login, by } = await whoIs(config, services, request);
      if (by === 'token') throw new Refusal('session.none');
      return await opened(reply, await accounts.changePassword({ login, old, next, request: request.id }));
    },
  };
  for (const [action, handle] of Object.entries(handlers)) {
    const { method, access }: Endpoint = sessionApi[action as SessionAction];
    app.route({
      method,
      url: pathOf(action),
      ...((access === 'public' || action === 'password.change') && guess),
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return await reply.send(await handle(request, reply));
      },
    });
  }
}
