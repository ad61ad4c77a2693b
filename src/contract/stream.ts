import { z } from 'zod';
import { importKind } from './act/dossier.ts';
import { id, read } from './endpoint.ts';
import { formApi } from './form.ts';
import { listApi } from './list.ts';

const archive = z.strictObject({
  branch: id,
  year: z.exactOptional(z.coerce.number().int().min(1900).max(9999)),
  reason: z.exactOptional(z.string().trim().min(1).max(500)).meta({
    description: 'Why a superior takes it; the branch and its members see it under who looked.',
  }),
});

/** What is answered line by line 逐行或以文件输出: as JSON lines or as a file, and not as one JSON value. */
export const streamApi = {
  ...formApi,
  ...listApi,
  'archive.export': read(
    'signed-in',
    'The archive of a branch with its proofs, as JSON lines that `sunledger verify` reads',
    archive,
    z.string(),
  ),
  'archive.package': read(
    'signed-in',
    'The archive of a branch-year as one .zip: its lines, schemes, sealed documents, proofs, and the verifiers that need no network',
    archive,
    z.string(),
  ),
  'evidence.show': read(
    'signed-in',
    'A file that was attached to a line, as a download',
    z.strictObject({ branch: id, id, name: z.string().regex(/^[0-9a-f]{64}$/) }),
    z.string(),
  ),
  'scan.show': read(
    'signed-in',
    'The scan of a signed sheet, as a download',
    z.strictObject({ branch: id, id }),
    z.string(),
  ),
  'import.template': read(
    'signed-in',
    'An empty table to fill in and import',
    z.strictObject({ branch: id, kind: importKind }),
    z.string(),
  ),
} as const;

/** What a file of a line is asked for by. */
export type EvidenceQuery = z.infer<(typeof streamApi)['evidence.show']['input']>;

/** What a scan is asked for by. */
export type ScanQuery = z.infer<(typeof streamApi)['scan.show']['input']>;

/** What the archive takes. */
export type ArchiveQuery = z.infer<(typeof streamApi)['archive.export']['input']>;

/** The media type of a package. */
export const ZIP = 'application/zip';

/** The media type of JSON lines. */
export const JSON_LINES = 'application/x-ndjson';

/** What each of them is sent as. */
export const MEDIA: { readonly [A in keyof typeof streamApi]: string } = {
  'archive.export': JSON_LINES,
  'archive.package': ZIP,
  'form.export': 'application/octet-stream',
  'list.export': 'application/octet-stream',
  'evidence.show': 'application/octet-stream',
  'scan.show': 'application/octet-stream',
  'import.template': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
