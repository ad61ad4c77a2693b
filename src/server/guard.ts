import type { FastifyRequest } from 'fastify';
import { Refusal } from '#contract/problem.ts';
import { type Config, isLoopback } from './config.ts';

/** The headers that a proxy leaves: whoever sends them may come from another machine. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Refuses requests that name another host than ours, so that a foreign page cannot reach a server on loopback by its own name. @throws request.host */
export function guardHost({ plainLan, publicUrl }: Config, request: FastifyRequest): void {
  if (plainLan) return;
  const name = request.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (isLoopback(name) || (publicUrl !== undefined && name === new URL(publicUrl).hostname)) return;
  throw new Refusal('request.host');
}

/**
 * Refuses what a browser sends from another site's page 跨站请求 (ASVS 3.5): by Sec-Fetch-Site where the browser says it, by Origin where it names one.
 * Programs send neither; they have no cookies of ours unless someone gave them. @throws request.origin
 */
export function guardOrigin({ publicUrl }: Pick<Config, 'publicUrl'>, { method, headers }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('request.origin');
  const { origin } = headers;
  if (origin === undefined || (publicUrl !== undefined && origin === publicUrl)) return;
  const own = /^https?:\/\/([^/]+)$/.exec(origin)?.[1];
  if (publicUrl !== undefined || own !== headers.host) throw new Refusal('request.origin');
}

/** Whether members' pages may be shown at all: a demonstration, on loopback, not published elsewhere (issue 2, item 6). */
export function showsMembers({ demo, host, publicUrl }: Config): boolean {
  return demo && isLoopback(host) && publicUrl === undefined;
}

/** Whether a request comes from this machine itself. */
export function isOwn(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, '');
  return (
    (address === undefined || isLoopback(address)) && FORWARDED.every((name) => request.headers[name] === undefined)
  );
}
