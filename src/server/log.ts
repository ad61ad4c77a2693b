import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import type { Config } from './config.ts';

/** The log 日志: JSON lines on the error stream, without names, addresses, queries or bodies (trust §6.10). */
export function makeLog({ logLevel }: Pick<Config, 'logLevel'>): FastifyBaseLogger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: ({ name, message, stack }: Error) => ({ name, message, stack }) },
      redact: ['req', 'res', '*.headers', '*.body', '*.query'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Whether nothing at all is logged of a route: that an appeal or a concern came in, and when, would already tell too much (trust §6.10). */
export function isUnlogged(route: string | undefined): boolean {
  return route !== undefined && /^\/(ask|api\/v1\/(appeal|concern|question))\b/.test(route);
}
