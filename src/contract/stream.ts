import { z } from 'zod';
import { id, read } from './endpoint.ts';

/** What is answered line by line 逐行输出, as JSON lines, and not as one JSON value. */
export const streamApi = {
  'archive.export': read(
    'signed-in',
    'The archive of a branch with its proofs, as JSON lines that `sunledger verify` reads',
    z.strictObject({ branch: id, year: z.exactOptional(z.coerce.number().int().min(1900).max(9999)) }),
    z.string(),
  ),
} as const;

/** What the archive takes. */
export type ArchiveQuery = z.infer<(typeof streamApi)['archive.export']['input']>;

/** The media type of JSON lines. */
export const JSON_LINES = 'application/x-ndjson';
