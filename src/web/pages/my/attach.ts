import type { ActAnswer } from '#contract/endpoint.ts';
import { pathOf } from '#contract/path.ts';
import type { ProblemAnswer } from '#contract/problem.ts';
import { Refused } from '#web/call.ts';

/** Attaches a file 附件 to a line: the one act that is sent as a form. @throws Refused, or a TypeError when nothing was reached */
export async function attach(branch: string, id: string, revision: number, file: File): Promise<ActAnswer> {
  const body = new FormData();
  body.set('branch', branch);
  body.set('id', id);
  body.set('file', file);
  const lang = document.documentElement.lang === 'en' ? '?lang=en' : '';
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, '0'));
  const headers = { 'idempotency-key': key.join(''), 'if-match': `"${revision}"` };
  const response = await fetch(pathOf('evidence.attach') + lang, { method: 'POST', headers, body });
  if (response.ok) return (await response.json()) as ActAnswer;
  throw new Refused((await response.json()) as ProblemAnswer);
}
