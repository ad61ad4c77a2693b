import { z } from 'zod';
import { day } from '#contract/amount.ts';
import { id, read } from '#contract/endpoint.ts';
import { EVIDENCE_TYPES } from '#contract/evidence.ts';
import { SCANNED } from '#domain/process/scan.ts';

/** The reads of scans of signed sheets 签字扫描件查询. */
export const scanReads = {
  'scan.list': read(
    'signed-in',
    'The scans of signed sheets, of one thing or of all that the caller may see; a member sees those about itself, a superior those of settlements and filings',
    z.strictObject({ branch: id, about: z.exactOptional(id) }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          id,
          of: z.enum(SCANNED),
          about: id,
          member: id.optional(),
          /** The number of the sealed document that was signed, and its fingerprint. */
          number: z.int().optional(),
          fingerprint: z.string().optional(),
          state: z.enum(['kept', 'superseded']),
          revision: z.int(),
          day,
          by: id,
          supersedes: id.optional(),
          type: z.enum(EVIDENCE_TYPES),
          bytes: z.int(),
          /** The SHA-256 of the file as it was sent. */
          sha256: z.string(),
        }),
      ),
    }),
  ),
} as const;
