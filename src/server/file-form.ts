import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#contract/problem.ts';

/** Lets the routes of a scope take forms with a file 文件表单; no other route does. `bodyLimit` in bytes. */
export function takeFileForms(scope: FastifyInstance, bodyLimit: number): void {
  scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => {
    done(null, body);
  });
}

/** What was sent as a form; undefined where its parts cannot be read. @throws request.media-type */
export async function fileFormOf({ body, headers }: FastifyRequest): Promise<FormData | undefined> {
  if (!Buffer.isBuffer(body)) throw new Refusal('request.media-type');
  return await new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } })
    .formData()
    .catch(() => undefined);
}
