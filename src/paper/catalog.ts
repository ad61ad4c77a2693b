import type { FormTitles } from '#words/form-titles.zh-CN.ts';
import type { PaperDocument } from './document.ts';
import { writeDocx } from './docx.ts';
import { writePdf } from './pdf.ts';
import { steadyOffice } from './steady.ts';
import { writeXlsx } from './xlsx.ts';

/** The forms 表单 by their names. */
export type FormName = keyof FormTitles;

/** What a form can be written as. */
export type Format = 'docx' | 'xlsx' | 'pdf';

const TEXT: readonly Format[] = ['docx', 'pdf'];
const TABLE: readonly Format[] = ['docx', 'xlsx', 'pdf'];

/** Every form and what it is written as: .xlsx where an office goes on working with its tables. */
export const FORMS: { readonly [F in FormName]: readonly Format[] } = {
  declaration: TEXT,
  roll: TABLE,
  ballot: TEXT,
  registerBranch: TABLE,
  registerMember: TABLE,
  minutes: TEXT,
  notice: TABLE,
  summary: TABLE,
  settlement: TABLE,
  filing: TABLE,
  personal: TABLE,
  exemption: TEXT,
  talk: TEXT,
  improvement: TEXT,
  objection: TEXT,
  objectionAnswer: TEXT,
  appeal: TEXT,
  appealAnswer: TEXT,
};

/**
 * Writes a document in a format; undefined where it has no table and a spreadsheet is wanted. Written as of an instant, the same document gives the same
 * bytes.
 */
export async function writePaper(
  document: PaperDocument,
  format: Format,
  instant?: string,
): Promise<Uint8Array | undefined> {
  if (format === 'pdf') return await writePdf(document, instant);
  const bytes = format === 'docx' ? await writeDocx(document) : await writeXlsx(document);
  return bytes && instant !== undefined ? steadyOffice(bytes, instant) : bytes;
}
