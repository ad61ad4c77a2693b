import { z } from 'zod';
import { change, id, make } from '#contract/endpoint.ts';
import { evidenceFile } from '#contract/evidence.ts';
import { SCANNED } from '#domain/process/scan.ts';

/** The acts of scans of signed sheets 签字扫描件 (§五(二), product §7). */
export const scan = {
  'scan.keep': make(
    'Keeps the scan of a signed sheet beside what was signed: a form with `branch`, `of`, `about` and `file`; `about` is the matter, of a sealed document the matter that it seals',
    { of: z.enum(SCANNED), about: id, file: evidenceFile },
  ),
  'scan.supersede': change('Keeps a better scan in place of one, which stays: a form with `branch`, `id` and `file`', {
    file: evidenceFile,
  }),
} as const;
