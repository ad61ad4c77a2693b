import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pathOf } from '#contract/path.ts';
import { JSON_LINES, streamApi } from '#contract/stream.ts';
import type { Services } from '#service/open.ts';
import type { Gate } from './api.ts';
import { inputOf } from './input.ts';

/** Serves the archive 存档 of a branch as a file of JSON lines. */
export function serveArchive(app: FastifyInstance, services: Services, { caller }: Pick<Gate, 'caller'>): void {
  const endpoint = streamApi['archive.export'];
  app.get(pathOf('archive.export'), async (request, reply) => {
    const query = inputOf(endpoint, request.query);
    const { lines } = await services.exportArchive(await caller(request), query);
    return await reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="archive.jsonl"')
      .type(JSON_LINES)
      .send(Readable.from(lines));
  });
}
