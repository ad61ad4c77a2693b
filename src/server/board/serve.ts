import type { FastifyInstance } from 'fastify';
import type { Config } from '#server/config.ts';
import { originFor } from '#server/origin.ts';
import { paperOf } from '#server/paper.ts';
import { sendHtml } from '#server/send.ts';
import { sendTurn, turnOf, tvPage } from '#server/tv-frame.ts';
import { queryOf, viewOf } from '#server/view.ts';
import type { Services } from '#service/open.ts';
import { boardPage } from './page.ts';
import { boardRotation } from './tv.ts';

/** Serves the standing board 公示牌: as a page, for a wall (?tv=1) and for paper (?print=a3). */
export function serveBoard(app: FastifyInstance, services: Services, config: Pick<Config, 'publicUrl'>): void {
  app.get<{ Params: { code: string } }>('/b/:code', async (request, reply) => {
    const { code } = request.params;
    const [known, standing] = await Promise.all([services.board(code), services.publicPages.standing(code)]);
    const content = { ...known, standing, origin: originFor(config, request) };
    const [view, turn] = [viewOf(request), turnOf(request)];
    reply.header('x-robots-tag', 'noindex');
    if (turn) return sendTurn(request, reply, tvPage(boardRotation(content, view.lang), turn, view));
    return sendHtml(request, reply, boardPage(content, view, paperOf(queryOf(request, 'print'))));
  });
}
