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
