import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Action, api, type QueryOf } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { openapi } from '#contract/openapi.ts';
import { pathOf } from '#contract/path.ts';
import { Refusal } from '#contract/problem.ts';
import type { Services } from '#service/open.ts';

/** Serves every action of the table, and the document that describes them; `allow` throws when the caller may not. */
export function serveApi(
  app: FastifyInstance,
  services: Services,
  version: string,
  allow: (endpoint: Endpoint, request: FastifyRequest) => Promise<void>,
): void {
  const document = openapi(version);
  app.get('/api/openapi.json', () => document);
  for (const action of Object.keys(api) as Action[]) {
    const endpoint: Endpoint = api[action];
    app.route({
      method: endpoint.method,
      url: pathOf(action),
      handler: async (request, reply) => {
        await allow(endpoint, request);
        reply.header('cache-control', 'no-store');
        return await services.perform(action, queryOf<typeof action>(endpoint, request.query));
      },
    });
  }
}

/** Reads the query by the action's schema; the language is everyone's. @throws request.not-valid */
function queryOf<A extends Action>(endpoint: Endpoint, given: unknown): QueryOf<A> {
  const { lang: _, ...query } = given as Record<string, unknown>;
  const read = z.safeParse(endpoint.query, query);
  if (read.success) return read.data as QueryOf<A>;
  const names = read.error.issues.map(({ path, code }) => `${path.join('.') || 'query'} ${code}`);
  throw new Refusal('request.not-valid', { detail: names.join(', ').slice(0, 200) });
}
