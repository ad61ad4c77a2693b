import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Opened } from '#service/account/sign-in.ts';
import type { Config } from './config.ts';

/** So long a browser is known again for having signed in with a name. */
const KNOWN_SECONDS = 180 * 24 * 60 * 60;

/** The names of the two cookies: the session's, and that by which a browser is known again; over TLS bound to this very host (contracts, ASVS 3.3). */
export function cookieNames({ publicUrl }: Pick<Config, 'publicUrl'>): { session: string; known: string } {
  const name = publicUrl === undefined ? 'sunledger' : '__Host-sunledger';
  return { session: name, known: `${name}-known` };
}

/** A cookie 饼干 of a request by its name; of several of one name none is believed. */
export function readCookie({ headers }: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const values = (headers.cookie ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at !== -1 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}

/** Gives the browser the session that was opened, and the mark by which it is known again. */
export function setSession(config: Pick<Config, 'publicUrl'>, reply: FastifyReply, { token, device }: Opened): void {
  const { session, known } = cookieNames(config);
  reply.header('set-cookie', [cookie(config, session, token), cookie(config, known, device, KNOWN_SECONDS)]);
}

/** Takes the session from the browser. */
export function clearSession(config: Pick<Config, 'publicUrl'>, reply: FastifyReply): void {
  reply.header('set-cookie', [cookie(config, cookieNames(config).session, '', 0)]);
}

function cookie({ publicUrl }: Pick<Config, 'publicUrl'>, name: string, value: string, seconds?: number): string {
  const secure = publicUrl === undefined ? '' : '; Secure';
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`;
}
