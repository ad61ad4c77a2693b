import type { FastifyBaseLogger } from 'fastify';
import type { Services } from '#service/open.ts';

/** How often it is looked whether a new day has begun, in milliseconds. */
const EVERY = 30_000;

/** Lets time do what is due 到期事项, at start and whenever a day begins; `stop` waits for what is under way. */
export function startSchedule(services: Services, log: FastifyBaseLogger): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const look = (): void => {
    if (busy) return;
    busy = true;
    running = services
      .tick()
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
      clearInterval(timer);
      await running;
    },
  };
}
