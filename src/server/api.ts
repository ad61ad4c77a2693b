import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ActAction, type Action, api, type InputOf, type ReadAction } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { UPLOADS } from '#contract/evidence.ts';
import { openapi } from '#contract/openapi.ts';
import { pathOf } from '#contract/path.ts';
import { Refusal } from '#contract/problem.ts';
import type { Caller } from '#service/caller.ts';
import type { Services } from '#service/open.ts';
import { inputOf } from './input.ts';

/** Who may come in: `caller` tells who acts, `observer` who acts without a sign-in. */
export type Gate = {
  readonly caller: (request: FastifyRequest) => Promise<Caller>;
  /** Whoever calls what is public: nobody signed in, and nothing is read that could tell who it is. */
  readonly observer: (request: FastifyRequest) => Caller;
};

/** Serves every action of the table, and the document that describes them. */
export function serveApi(app: FastifyInstance, services: Services, version: string, gate: Gate): void {
  const document = openapi(version);
  app.get('/api/openapi.json', () => document);
  for (const action of Object.keys(api) as Action[]) {
    if (UPLOADS.has(action)) continue; // a form with a file has a route of its own
    const endpoint: Endpoint = api[action];
    app.route({
      method: endpoint.method,
      url: pathOf(action),
      ...(endpoint.bytes !== undefined && largeBody(app, endpoint.bytes, gate)),
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (isRead(action)) {
          const caller = await gate.caller(request);
          return await services.read(action, inputOf(endpoint, request.query) as InputOf<typeof action>, caller);
        }
        const caller = endpoint.access === 'public' ? gate.observer(request) : await gate.caller(request);
        const answer = await act(services, action, endpoint, caller, request);
        reply.header('etag', `"${answer.revision}"`);
        return await reply.status(answer.waits ? 202 : 200).send(answer);
      },
    });
  }
}

/** A body that may be larger than others 较大请求: read only of who is signed in. */
function largeBody(app: FastifyInstance, bytes: number, { caller }: Gate) {
  return {
    bodyLimit: Math.max(bytes, app.initialConfig.bodyLimit ?? 0),
    onRequest: async (request: FastifyRequest) => void (await caller(request)),
  };
}

function isRead(action: Action): action is ReadAction {
  return api[action].method === 'GET';
}

/** Does an act as asked: with its key and, where something there is changed, the revision seen. @throws key.missing, revision.missing, request.not-valid */
export async function act(
  services: Services,
  action: ActAction,
  endpoint: Endpoint,
  caller: Caller,
  { headers, body, id }: Pick<FastifyRequest, 'headers' | 'body' | 'id'>,
) {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) throw new Refusal('key.missing');
  const seen = headers['if-match'];
  if (endpoint.revised && seen === undefined) throw new Refusal('revision.missing');
  const revision = seen === undefined ? undefined : Number(/^"?(\d{1,15})"?$/.exec(seen)?.[1] ?? Number.NaN);
  if (Number.isNaN(revision)) throw new Refusal('request.not-valid', { detail: 'If-Match' });
  const input = inputOf(endpoint, body) as InputOf<ActAction>;
  const known = endpoint.access === 'public' ? caller : { ...caller, request: id };
  return await services.act(known, action, { input, revision, key });
}
