import { pathOf } from '#contract/path.ts';
import type { ProblemAnswer } from '#contract/problem.ts';
import type { ImportReadAnswer } from '#contract/upload.ts';
import { Refused } from '#web/call.ts';

/** What is sent to be read. */
export type Sent = {
  readonly branch: string;
  readonly kind: 'roster' | 'facts' | 'points';
  readonly from: string;
  readonly until: string;
  readonly keeper: string;
  readonly mapping: Readonly<Record<string, string>>;
  readonly file: File;
};

/** Has a file read by the server 读取文件; nothing of it is kept there. @throws Refused, or a TypeError when nothing was reached */
export async function readFile({ branch, kind, from, until, keeper, mapping, file }: Sent): Promise<ImportReadAnswer> {
  const body = new FormData();
  body.set('branch', branch);
  body.set('kind', kind);
  if (from !== '') body.set('from', from);
  if (kind === 'points') {
    body.set('until', until);
    body.set('keeper', keeper);
  }
  body.set('mapping', JSON.stringify(mapping));
  body.set('file', file);
  const lang = document.documentElement.lang === 'en' ? '?lang=en' : '';
  const response = await fetch(pathOf('import.read') + lang, { method: 'POST', body });
  if (response.ok) return (await response.json()) as ImportReadAnswer;
  throw new Refused((await response.json()) as ProblemAnswer);
}
