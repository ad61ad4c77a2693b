import type { FastifyInstance } from 'fastify';
import { LIST_MEDIA, listApi } from '#contract/list.ts';
import { pathOf } from '#contract/path.ts';
import type { Services } from '#service/open.ts';
import type { Gate } from './api.ts';
import { inputOf } from './input.ts';

/** Serves lists 清单 as spreadsheets, for whoever may read them. */
export function serveLists(app: FastifyInstance, services: Services, { caller }: Pick<Gate, 'caller'>): void {
  app.get(pathOf('list.export'), async (request, reply) => {
    const query = inputOf(listApi['list.export'], request.query);
    const { bytes } = await services.exportList(await caller(request), query);
    const { list, format, year } = query;
    return await reply
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `attachment; filename="${list}${year === undefined ? '' : `-${year}`}.${format}"`)
      .type(LIST_MEDIA[format])
      .send(Buffer.from(bytes));
  });
}
