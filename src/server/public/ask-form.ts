import { z } from 'zod';
import { Refusal } from '#contract/problem.ts';

/** The doors of the form: to the branch, to the superior, and to a case. */
export const DOORS = ['question', 'concern', 'follow'] as const;

/** One of them. */
export type Door = (typeof DOORS)[number];

/** So many characters at most are sent behind a door. */
export const MOST = 2000;

/** The largest body of the form in bytes: longer than any text that is taken, so that what is too long comes back beside its field. */
export const LARGEST = 64_000;

const fields = z.strictObject({
  door: z.enum(DOORS),
  once: z.string().max(200),
  text: z.string(),
  notice: z
    .string()
    .regex(/^[0-9a-z]{1,64}$/)
    .optional(),
});

/** What was sent 提交的内容: the text without control characters, which no database keeps and nobody types, and with plain line breaks. @throws request.not-valid */
export function readForm(body: unknown): z.output<typeof fields> {
  const read = fields.safeParse(body);
  if (!read.success) throw new Refusal('request.not-valid', { detail: 'form' });
  const text = read.data.text
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
  return { ...read.data, text };
}

/** A case number as it was issued, from what was typed: spaces and capitals do not matter, and letters that are none of its own are what they look like. */
export function caseOf(typed: string): string {
  const plain = typed.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/g, '');
  return plain.replaceAll('o', '0').replaceAll(/[il]/g, '1').slice(0, 100);
}
