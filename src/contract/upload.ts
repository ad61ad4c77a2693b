import { z } from 'zod';
import { SCANNED } from '#domain/process/scan.ts';
import { dossier, importKind } from './act/dossier.ts';
import { day } from './amount.ts';
import { type Endpoint, id } from './endpoint.ts';

/** What a file came to: the rows of an import unless something stops it, its headings, and what is to be looked at. Nothing of the file is kept. */
export const importRead = z.strictObject({
  rows: dossier['dossier.read'].input.shape.rows.nullable(),
  headings: z.array(
    z.strictObject({
      heading: z.string(),
      column: z.string(),
      sheet: z.string().optional(),
      field: z.string().optional(),
      use: z.enum(['kept', 'checked', 'dropped', 'unknown']),
      /** Set where it is read so because an earlier import of the branch was. */
      remembered: z.literal(true).optional(),
    }),
  ),
  problems: z.array(z.strictObject({ severity: z.enum(['error', 'warning']), code: z.string(), message: z.string() })),
  /** The columns that a heading can be, by their usual names. */
  fields: z.array(z.string()),
});

/** What a file came to, as sent. */
export type ImportReadAnswer = z.infer<typeof importRead>;

/** What is sent as a form with a file and is no act: it changes nothing and needs no Idempotency-Key. */
export const uploadApi = {
  'import.read': {
    method: 'POST',
    access: 'signed-in',
    summary: 'Reads a file that is to be imported: its rows and what is wrong with them; nothing is kept',
    input: z.strictObject({
      branch: id,
      kind: importKind,
      from: z.exactOptional(day),
      until: z.exactOptional(day),
      keeper: z.exactOptional(z.string().max(100)),
      mapping: z.exactOptional(z.string().max(100_000)),
      file: z.string(),
    }),
    answer: importRead,
    revised: false,
  },
} as const satisfies Record<string, Endpoint>;

const text = { type: 'string', minLength: 1, maxLength: 64 };
const file = { type: 'string', format: 'binary', maxLength: 100_000_000 };

/** The forms with a file 上传表单, as the description of the interface draws them. */
export const FORMS: ReadonlyMap<string, { readonly [key: string]: unknown }> = new Map([
  ['evidence.attach', formOf({ branch: text, id: text, file }, ['branch', 'id', 'file'])],
  [
    'scan.keep',
    formOf({ branch: text, of: { type: 'string', enum: SCANNED }, about: text, file }, [
      'branch',
      'of',
      'about',
      'file',
    ]),
  ],
  ['scan.supersede', formOf({ branch: text, id: text, file }, ['branch', 'id', 'file'])],
  [
    'import.read',
    formOf(
      {
        branch: text,
        kind: { type: 'string', enum: importKind.options },
        from: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        until: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        keeper: { type: 'string', maxLength: 100 },
        mapping: { type: 'string', maxLength: 100_000, description: 'JSON of local headings and columns' },
        file,
      },
      ['branch', 'kind', 'file'],
    ),
  ],
]);

function formOf(properties: object, required: readonly string[]) {
  return { type: 'object', properties, required, additionalProperties: false };
}
