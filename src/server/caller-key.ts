import { createHmac, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Config } from './config.ts';

/**
 * Counts callers 限速 by a keyed hash in memory that nobody can turn back into an address; its key is drawn anew each day (trust §2.4).
 * Behind a proxy that TRUSTED_PROXY names, the address is the last one that the proxy wrote; anyone else's word for it is not believed.
 */
export function callerKey({ proxies }: Pick<Config, 'proxies'>): (request: FastifyRequest) => string {
  let key = randomBytes(32);
  let day = today();
  return (request) => {
    if (day !== today()) [key, day] = [randomBytes(32), today()];
    return createHmac('sha256', key).update(addressOf(request, proxies)).digest('base64');
  };
}

function addressOf({ socket, headers }: FastifyRequest, proxies: readonly string[]): string {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  if (!proxies.includes(address)) return address;
  const forwarded = String(headers['x-forwarded-for'] ?? '');
  return forwarded.split(',').at(-1)?.trim() || address;
}

/** Any number that changes once a day. */
function today(): number {
  return Math.floor(performance.now() / 86_400_000);
}
