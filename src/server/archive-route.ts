import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pathOf } from '#contract/path.ts';
import { JSON_LINES, streamApi, ZIP } from '#contract/stream.ts';
import type { Programs } from '#service/export-package.ts';
import type { Services } from '#service/open.ts';
import type { Gate } from './api.ts';
import { inputOf } from './input.ts';

/** Serves the archive 存档 of a branch as a file of JSON lines, or packed with its documents and the verifiers that are given. */
export function serveArchive(
  app: FastifyInstance,
  services: Services,
  { caller, programs }: Pick<Gate, 'caller'> & { readonly programs: Programs },
): void {
  app.get(pathOf('archive.export'), async (request, reply) => {
    const query = inputOf(streamApi['archive.export'], request.query);
    const { lines } = await services.exportArchive(await caller(request), query);
    return await reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="archive.jsonl"')
      .type(JSON_LINES)
      .send(Readable.from(lines));
  });
  app.get(pathOf('archive.package'), async (request, reply) => {
    const query = inputOf(streamApi['archive.package'], request.query);
    const { bytes } = await services.exportPackage(await caller(request), query, programs);
    const year = query.year === undefined ? '' : `-${query.year}`;
    return await reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="archive${year}.zip"`)
      .type(ZIP)
      .send(Buffer.from(bytes));
  });
}
