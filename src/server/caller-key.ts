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
    return createHmac('sha256', key)
      .update(networkOf(addressOf(request, proxies)))
      .digest('base64');
  };
}

function addressOf({ socket, headers }: FastifyRequest, proxies: readonly string[]): string {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  if (!proxies.includes(address)) return address;
  const forwarded = String(headers['x-forwarded-for'] ?? '');
  return forwarded.split(',').at(-1)?.trim() || address;
}

/** Of an IPv6 address the /64 that one household or school has; an IPv4 address as it is. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = (tail ?? '').split(':').filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}

/** Any number that changes once a day. */
function today(): number {
  return Math.floor(performance.now() / 86_400_000);
}
