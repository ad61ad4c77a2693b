import type { FastifyRequest } from 'fastify';
import type { Config } from './config.ts';

/** The address under which a page is reached 网址, for its QR code: the public one, else that by which it was asked for, whose host has been checked. */
export function originFor({ publicUrl }: Pick<Config, 'publicUrl'>, { protocol, host }: FastifyRequest): string {
  return publicUrl ?? `${protocol}://${host}`;
}
