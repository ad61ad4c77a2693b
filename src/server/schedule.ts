import type { FastifyBaseLogger } from 'fastify';
import type { Services } from '#service/open.ts';

/** How often it is looked whether a new day has begun, in milliseconds. */
const EVERY = 30_000;

/** Lets time do what is due 到期事项, at start and whenever a day begins; `stop` waits for the branch that is under way, and begins no other. */
export function startSchedule(services: Services, log: FastifyBaseLogger): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  let stopped = false;
  const look = (): void => {
    if (busy) return;
    busy = true;
    running = services
      .tick(() => !stopped)
      .then(
        () => undefined,
        (error: unknown) => log.error({ err: error }, 'schedule'),
      )
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(look, EVERY);
  timer.unref();
  look();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
