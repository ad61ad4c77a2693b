import type { FormTitles } from '#words/form-titles.zh-CN.ts';
import type { PaperDocument } from './document.ts';

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
 * bytes. Only the writer that is wanted is loaded: each brings a large library.
 */
export async function writePaper(
  document: PaperDocument,
  format: Format,
  instant?: string,
): Promise<Uint8Array | undefined> {
  if (format === 'pdf') return await (await import('./pdf.ts')).writePdf(document, instant);
  const bytes = await writeOffice(document, format);
  return bytes && instant !== undefined ? (await import('./steady.ts')).steadyOffice(bytes, instant) : bytes;
}

async function writeOffice(document: PaperDocument, format: 'docx' | 'xlsx'): Promise<Uint8Array | undefined> {
  if (format === 'docx') return await (await import('./docx.ts')).writeDocx(document);
  return await (await import('./xlsx.ts')).writeXlsx(document);
}
