import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { api } from '#contract/api.ts';
import { pathOf } from '#contract/path.ts';
import { Refusal } from '#contract/problem.ts';
import { streamApi } from '#contract/stream.ts';
import { type EvidenceLimits, readEvidence } from '#intake/evidence/read-evidence.ts';
import type { Services } from '#service/open.ts';
import { act, type Gate } from './api.ts';
import { evidenceFiles } from './evidence-files.ts';
import { fileFormOf, takeFileForms } from './file-form.ts';
import { inputOf } from './input.ts';

/** What a form has beside the file. */
const FRAME = 10_000;

/** The limits of attached files unless they are set otherwise: 10 MB, 50 million pixels. */
export const EVIDENCE_LIMITS: EvidenceLimits = { bytes: 10_000_000, pixels: 50_000_000 };

type Upload = { readonly branch: string; readonly id: string; readonly file: Buffer };

/** Serves attached files 证明材料: a form with `branch`, `id` and one `file`; what is shown is a download in a sandbox. */
export async function serveEvidence(
  app: FastifyInstance,
  services: Services,
  { folder, limits, caller }: Pick<Gate, 'caller'> & { readonly folder: string; readonly limits: EvidenceLimits },
): Promise<void> {
  const files = evidenceFiles(folder);
  const show = streamApi['evidence.show'];
  await app.register(async (inner) => {
    const bodyLimit = limits.bytes + FRAME;
    takeFileForms(inner, bodyLimit);
    inner.post(
      pathOf('evidence.attach'),
      // Nobody sends ten megabytes without being signed in.
      { bodyLimit, onRequest: async (request) => void (await caller(request)) },
      async (request, reply) => {
        const { branch, id, file } = await uploadOf(request);
        const sha256 = sha(file);
        const read = await readEvidence(file, limits);
        if ('fault' in read) throw new Refusal(read.fault === 'too-large' ? 'request.too-large' : 'request.media-type');
        const { type, bytes } = read;
        const name = services.evidence.nameOf(branch, id, sha256);
        const body = { branch, id, file: { name, sha256, kept: sha(bytes), type, bytes: bytes.length } };
        const isNew = await files.keep(name, bytes);
        const { headers, id: requestId } = request;
        const answer = await act(services, 'evidence.attach', api['evidence.attach'], await caller(request), {
          headers,
          body,
          id: requestId,
        }).catch(async (error: unknown) => {
          if (isNew) await files.drop(name);
          throw error;
        });
        reply.header('cache-control', 'no-store').header('etag', `"${answer.revision}"`);
        return await reply.send(answer);
      },
    );
  });
  app.get(pathOf('evidence.show'), async (request, reply) => {
    const query = inputOf(show, request.query);
    const { name, type, kept } = await services.evidence.find(await caller(request), query);
    const bytes = await files.read(name);
    if (!bytes || sha(bytes) !== kept) throw new Refusal('thing.unknown'); // gone, or not what was attached
    return await reply
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `attachment; filename="${name.slice(0, 12)}.${type.replace(/^.*\//, '')}"`)
      .type(type)
      .send(bytes);
  });
}

/** What was sent as a form. @throws request.not-valid, request.media-type */
async function uploadOf(request: FastifyRequest): Promise<Upload> {
  const form = await fileFormOf(request);
  const [branch, id, file] = ['branch', 'id', 'file'].map((name) => form?.get(name));
  const all = form ? [...form.keys()].length : 0;
  if (all !== 3 || typeof branch !== 'string' || typeof id !== 'string' || !(file instanceof Blob))
    throw new Refusal('request.not-valid', { detail: 'branch, id, file' });
  return { branch, id, file: Buffer.from(await file.arrayBuffer()) };
}

function sha(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
