import type { FormQuery } from '#contract/form.ts';
import { Refusal } from '#contract/problem.ts';
import { FORMS } from '#paper/catalog.ts';
import { tablesCsv } from '#paper/csv.ts';
import { writeApart } from '#paper/write-apart.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import { Asking } from './forms/asking.ts';
import { forms } from './forms/forms.ts';

/** A form as a file 表单文件, and what people call it. */
export type FormFile = { readonly bytes: Uint8Array; readonly title: string };

/**
 * A printed form with its data 表单导出. There is no right of its own: everything on it is read as whoever asks would read it on a page, so that it can hold
 * nothing more, is refused where that is refused, and leaves the same trace. `origin` is where its QR code leads.
 * @throws form.no-table, form.none, thing.unknown, and whatever the reads refuse
 */
export async function exportForm(
  context: Context,
  caller: Caller,
  query: FormQuery,
  origin?: string,
): Promise<FormFile> {
  const { form, format } = query;
  if ((format === 'xlsx' || format === 'csv') && !FORMS[form].includes('xlsx')) throw new Refusal('form.no-table');
  const { data, document } = await forms[form](new Asking(context, caller, query, origin));
  const { title } = document;
  if (format === 'json') return { title, bytes: text(`${JSON.stringify(data, null, 2)}\n`) };
  if (format === 'csv') return { title, bytes: text(tablesCsv(document)) };
  const bytes = await writeApart(document, format);
  if (!bytes) throw new Refusal('form.no-table');
  return { title, bytes };
}

function text(said: string): Uint8Array {
  return new TextEncoder().encode(said);
}
