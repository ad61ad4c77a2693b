import type { FastifyInstance } from 'fastify';
import { FORM_MEDIA, formApi } from '#contract/form.ts';
import { pathOf } from '#contract/path.ts';
import type { Services } from '#service/open.ts';
import type { Gate } from './api.ts';
import type { Config } from './config.ts';
import { inputOf } from './input.ts';
import { originFor } from './origin.ts';

/** Serves printed forms 表单 as files, for whoever may read what stands on them. */
export function serveForms(
  app: FastifyInstance,
  services: Services,
  { caller, config }: Pick<Gate, 'caller'> & { readonly config: Config },
): void {
  app.get(pathOf('form.export'), async (request, reply) => {
    const query = inputOf(formApi['form.export'], request.query);
    const { bytes, title } = await services.exportForm(await caller(request), query, originFor(config, request));
    const { form, format, period } = query;
    const plain = `${form}${period === undefined ? '' : `-${period}`}.${format}`;
    // A file is found again by its own title; the plain name is for what cannot read the other (RFC 6266).
    const named = encodeURIComponent(`${title}${period === undefined ? '' : `-${period}`}.${format}`);
    return await reply
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${named}`)
      .type(FORM_MEDIA[format])
      .send(Buffer.from(bytes));
  });
}
