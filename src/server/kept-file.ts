import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type EvidenceFile, evidenceFile } from '#contract/evidence.ts';
import { Refusal } from '#contract/problem.ts';
import { type EvidenceLimits, readEvidence } from '#intake/evidence/read-evidence.ts';
import type { EvidenceFiles } from './evidence-files.ts';

/**
 * A file that was sent, read and kept 已存文件: what an act says of it, how it is taken back where the act is refused, and how it is made sure of when the
 * act is done, as somebody whose act was refused may have taken the same file back meanwhile.
 */
export type KeptFile = {
  readonly file: EvidenceFile;
  readonly drop: () => Promise<void>;
  readonly secure: () => Promise<void>;
};

/** Under which name an original is kept, and whether a matter names a file. */
export type FileNames = {
  readonly nameOf: (sha256: string) => string;
  readonly isNamed: (name: string) => Promise<boolean>;
};

/** Reads a file that was sent and keeps it under the name of its original. @throws request.too-large, request.media-type */
export async function keepFile(
  files: EvidenceFiles,
  given: Buffer,
  limits: EvidenceLimits,
  { nameOf, isNamed }: FileNames,
): Promise<KeptFile> {
  const sha256 = sha(given);
  const read = await readEvidence(given, limits);
  if ('fault' in read) throw new Refusal(read.fault === 'too-large' ? 'request.too-large' : 'request.media-type');
  const { type, bytes } = read;
  const name = nameOf(sha256);
  const isNew = await files.keep(name, bytes);
  return {
    file: evidenceFile.parse({ name, sha256, kept: sha(bytes), type, bytes: bytes.length }),
    drop: async () => {
      if (isNew) await files.drop(name, () => isNamed(name));
    },
    secure: async () => void (await files.keep(name, bytes)),
  };
}

/** Sends a kept file as a download in a sandbox. @throws thing.unknown where it is gone, or is not what was kept */
export async function sendFile(
  reply: FastifyReply,
  files: EvidenceFiles,
  { name, type, kept }: Pick<EvidenceFile, 'name' | 'type' | 'kept'>,
): Promise<FastifyReply> {
  const bytes = await files.read(name);
  if (!bytes || sha(bytes) !== kept) throw new Refusal('thing.unknown');
  return await reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `attachment; filename="${name.slice(0, 12)}.${type.replace(/^.*\//, '')}"`)
    .type(type)
    .send(bytes);
}

function sha(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
