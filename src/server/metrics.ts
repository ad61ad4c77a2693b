import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#contract/problem.ts';
import type { Config } from './config.ts';
import { isOwn } from './guard.ts';
import { isAnonymous } from './public/anonymous.ts';

/**
 * Serves `/metrics` 运行指标 to this machine, or to whoever has METRICS_TOKEN. Requests are counted by method and kind of answer alone: a count by route
 * would tell that an appeal or a concern has come in (product §5.7), and the anonymous routes are not counted here at all.
 */
export function serveMetrics(app: FastifyInstance, config: Pick<Config, 'metricsToken' | 'publicUrl'>): void {
  let loaded: Promise<Meters> | undefined;
  // Its package is loaded after the first answer, so that nobody waits for it at the start.
  const meters = (): Promise<Meters> => (loaded ??= load());
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    if (isAnonymous(routeOptions.url)) return;
    const kind = routeOptions.url?.startsWith('/api/') === true ? 'api' : 'page';
    (await meters()).count(method, kind, reply.statusCode, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(config, request)) throw new Refusal('page.unknown');
    reply.header('cache-control', 'no-store');
    const { type, text } = await (await meters()).read();
    return await reply.type(type).send(text);
  });
}

/** What counts, and reads what was counted. */
type Meters = {
  readonly count: (method: string, kind: string, status: number, seconds: number) => void;
  readonly read: () => Promise<{ readonly type: string; readonly text: string }>;
};

async function load(): Promise<Meters> {
  const { collectDefaultMetrics, Counter, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'kind', 'status'],
    registers: [registry],
  });
  const times = new Histogram({
    name: 'http_request_seconds',
    help: 'Seconds until the answer',
    labelNames: ['kind'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return {
    count: (method, kind, status, seconds) => {
      requests.inc({ method, kind, status: `${String(status).slice(0, 1)}xx` });
      times.observe({ kind }, seconds);
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

/** Whoever is published through a proxy cannot tell this machine from others by the address: then only the token counts. */
function mayRead({ metricsToken, publicUrl }: Pick<Config, 'metricsToken' | 'publicUrl'>, request: FastifyRequest) {
  if (publicUrl === undefined && isOwn(request)) return true;
  if (metricsToken === undefined) return false;
  const [wanted, given] = [`Bearer ${metricsToken}`, request.headers.authorization ?? ''].map((one) =>
    Buffer.from(one),
  );
  return (
    given !== undefined && wanted !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted)
  );
}
