import type { ActAnswer } from '#contract/endpoint.ts';
import { pathOf } from '#contract/path.ts';
import type { ProblemAnswer } from '#contract/problem.ts';
import { Refused } from './call.ts';

/** The acts that are sent as a form with a file. */
type FileAct = 'evidence.attach' | 'scan.keep' | 'scan.supersede';

/** Sends a file 上传 with the texts that say what it belongs to; `revision` of what is changed. @throws Refused, or a TypeError when nothing was reached */
export async function upload(
  action: FileAct,
  texts: Readonly<Record<string, string>>,
  file: File,
  revision?: number,
): Promise<ActAnswer> {
  const body = new FormData();
  for (const [name, text] of Object.entries(texts)) body.set(name, text);
  body.set('file', file);
  const lang = document.documentElement.lang === 'en' ? '?lang=en' : '';
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, '0'));
  const headers = {
    'idempotency-key': key.join(''),
    ...(revision !== undefined && { 'if-match': `"${revision}"` }),
  };
  const response = await fetch(pathOf(action) + lang, { method: 'POST', headers, body });
  if (response.ok) return (await response.json()) as ActAnswer;
  throw new Refused((await response.json()) as ProblemAnswer);
}
