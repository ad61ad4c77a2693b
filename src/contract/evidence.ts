import { z } from 'zod';

/** What may be attached: pictures, which are decoded and encoded anew, and PDF, which is kept as it is. */
export const EVIDENCE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;

/** One of these types. */
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** A file as it is kept beside a line 证明材料: under which name, the digests of the original and of what is kept, type and size. */
export const evidenceFile = z.strictObject({
  name: digest,
  sha256: digest,
  kept: digest,
  type: z.enum(EVIDENCE_TYPES),
  bytes: z.int().min(1).max(1_000_000_000),
});

/** A file as it is kept. */
export type EvidenceFile = z.infer<typeof evidenceFile>;

/** The actions whose body is a form with a file: the server makes their input of it. */
export const UPLOADS: ReadonlySet<string> = new Set(['evidence.attach', 'scan.keep', 'scan.supersede']);
