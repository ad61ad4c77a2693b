import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Action, api } from '#contract/api.ts';
import type { EvidenceFile } from '#contract/evidence.ts';
import { pathOf } from '#contract/path.ts';
import { Refusal } from '#contract/problem.ts';
import { streamApi } from '#contract/stream.ts';
import type { EvidenceLimits } from '#intake/evidence/read-evidence.ts';
import type { Services } from '#service/open.ts';
import { act, type Gate } from './api.ts';
import { evidenceFiles } from './evidence-files.ts';
import { fileFormOf, takeFileForms } from './file-form.ts';
import { inTurn } from './in-turn.ts';
import { inputOf, refuseUnsafe } from './input.ts';
import { keepFile, sendFile } from './kept-file.ts';

/** What a form has beside the file. */
const FRAME = 10_000;

/** The limits of attached files unless they are set otherwise: 10 MB, 50 million pixels. */
export const EVIDENCE_LIMITS: EvidenceLimits = { bytes: 10_000_000, pixels: 50_000_000 };

/** The forms with a file that become an act: their texts, and which of these says what the file belongs to. */
const UPLOADS = {
  'evidence.attach': { texts: ['branch', 'id'], about: 'id' },
  'scan.keep': { texts: ['branch', 'of', 'about'], about: 'about' },
  'scan.supersede': { texts: ['branch', 'id'], about: 'id' },
} as const satisfies { readonly [A in Action]?: { readonly texts: readonly string[]; readonly about: string } };

type Upload = { readonly texts: Readonly<Record<string, string>>; readonly file: Buffer };

/** Serves attached files 证明材料 and scans of signed sheets 签字扫描件: forms with one `file`; what is shown is a download in a sandbox. */
export async function serveEvidence(
  app: FastifyInstance,
  services: Services,
  { folder, limits, caller }: Pick<Gate, 'caller'> & { readonly folder: string; readonly limits: EvidenceLimits },
): Promise<void> {
  const files = evidenceFiles(folder);
  // Decoding a large picture may cost half a gigabyte: one after the other.
  const queue = inTurn();
  await app.register(async (inner) => {
    const bodyLimit = limits.bytes + FRAME;
    takeFileForms(inner, bodyLimit);
    for (const [action, { texts, about }] of Object.entries(UPLOADS) as [
      keyof typeof UPLOADS,
      (typeof UPLOADS)[keyof typeof UPLOADS],
    ][])
      inner.post(
        pathOf(action),
        // Nobody sends ten megabytes without being signed in.
        { bodyLimit, onRequest: async (request) => void (await caller(request)) },
        async (request, reply) => {
          const form = await uploadOf(request, texts);
          refuseUnsafe(form.texts);
          const { branch = '' } = form.texts;
          const who = await caller(request);
          const at = form.texts[about] ?? '';
          const record = action === 'scan.supersede' ? await services.scans.about(branch, at) : at;
          const { file, drop, secure } = await queue(() =>
            keepFile(files, form.file, limits, {
              nameOf: (sha256) => services.evidence.nameOf(branch, record, sha256),
              isNamed: (name) => services.evidence.isNamed(branch, name),
            }),
          );
          const { headers, id } = request;
          const body: Readonly<Record<string, string | EvidenceFile>> = { ...form.texts, file };
          const answer = await act(services, action, api[action], who, { headers, body, id }).catch(
            async (error: unknown) => {
              await drop();
              throw error;
            },
          );
          await secure();
          reply.header('cache-control', 'no-store').header('etag', `"${answer.revision}"`);
          return await reply.send(answer);
        },
      );
  });
  app.get(pathOf('evidence.show'), async (request, reply) => {
    const query = inputOf(streamApi['evidence.show'], request.query);
    return await sendFile(reply, files, await services.evidence.find(await caller(request), query));
  });
  app.get(pathOf('scan.show'), async (request, reply) => {
    const query = inputOf(streamApi['scan.show'], request.query);
    return await sendFile(reply, files, await services.scans.find(await caller(request), query));
  });
}

/** What was sent as a form: exactly these texts and one file. @throws request.not-valid, request.media-type */
async function uploadOf(request: FastifyRequest, names: readonly string[]): Promise<Upload> {
  const form = await fileFormOf(request);
  const file = form?.get('file');
  const texts = names.flatMap((name) => {
    const value = form?.get(name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const all = form ? [...form.keys()].length : 0;
  if (all !== names.length + 1 || texts.length !== names.length || !(file instanceof Blob))
    throw new Refusal('request.not-valid', { detail: [...names, 'file'].join(', ') });
  return { texts: Object.fromEntries(texts), file: Buffer.from(await file.arrayBuffer()) };
}
