import type { FastifyBaseLogger } from 'fastify';
import { type Action, api } from '#contract/api.ts';
import { pathOf } from '#contract/path.ts';

/** The routes that need no sign-in and of which nothing is logged but a daily count (trust §6.10): the public pages and the public acts. */
const ROUTES: ReadonlySet<string> = new Set([
  '/n/:code',
  '/v',
  '/v/:fingerprint',
  '/ask/:board',
  ...(Object.keys(api) as Action[]).filter((action) => api[action].access === 'public').map(pathOf),
]);

/** Whether a route is one of them 匿名路由. */
export function isAnonymous(route: string | undefined): boolean {
  return route !== undefined && ROUTES.has(route);
}

const DAY = 86_400_000;

/** Counts the requests of the anonymous routes 匿名访问计数 and logs how many there were, once a day and at the end: a line for each would tell when someone wrote. */
export class DailyCount {
  readonly #log: FastifyBaseLogger;
  readonly #timer: NodeJS.Timeout;
  #requests = 0;
  readonly #bugs = new Map<string, Error>();

  constructor(log: FastifyBaseLogger) {
    this.#log = log;
    this.#timer = setInterval(() => this.#tell(), DAY).unref();
  }

  /** One more. */
  count(): void {
    this.#requests++;
  }

  /** A bug is told with the count: each kind once, without its request. */
  bug(error: unknown): void {
    const known = error instanceof Error ? error : new Error('thrown without an error');
    if (this.#bugs.size < 20) this.#bugs.set(known.stack ?? known.message, known);
  }

  /** Tells what is left and ends. */
  end(): void {
    clearInterval(this.#timer);
    this.#tell();
  }

  #tell(): void {
    if (this.#requests > 0) this.#log.info({ requests: this.#requests }, 'anonymous');
    for (const err of this.#bugs.values()) this.#log.error({ err }, 'bug');
    this.#requests = 0;
    this.#bugs.clear();
  }
}
