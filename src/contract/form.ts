import { z } from 'zod';
import { id, read } from './endpoint.ts';

/** The printed forms 表单 by their names, as in the file names of downloads. */
export const FORM_NAMES = [
  'declaration',
  'roll',
  'ballot',
  'registerBranch',
  'registerMember',
  'minutes',
  'notice',
  'summary',
  'settlement',
  'filing',
  'personal',
  'exemption',
  'talk',
  'improvement',
  'objection',
  'objectionAnswer',
  'appeal',
  'appealAnswer',
] as const;

/** What a form is written as: for an office, for printing, or its data alone. */
export const FORM_FORMATS = ['docx', 'xlsx', 'pdf', 'csv', 'json'] as const;

/** The export of a form, which has no right of its own: whoever may read what stands on it may have it. */
export const formApi = {
  'form.export': read(
    'signed-in',
    'A printed form with what the caller may read of it: `of` names the matter, `member` and `period` whose and when; the latest where none is told, empty to fill in by hand where there is none to name; declaration slips for everyone with `member=all`',
    z.strictObject({
      branch: id,
      form: z.enum(FORM_NAMES),
      format: z.enum(FORM_FORMATS),
      of: z.exactOptional(id),
      member: z.exactOptional(id),
      period: z.exactOptional(z.string().regex(/^\d{4}(Q[1-4]|-(0[1-9]|1[0-2]))?$/)),
      sheet: z.exactOptional(z.enum(['a4', 'a3'])),
      copies: z.exactOptional(z.coerce.number().int().min(1).max(500)),
    }),
    z.string(),
  ),
} as const;

/** What a form is asked for by. */
export type FormQuery = z.infer<(typeof formApi)['form.export']['input']>;

/** What each format is sent as. */
export const FORM_MEDIA: Readonly<Record<(typeof FORM_FORMATS)[number], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
