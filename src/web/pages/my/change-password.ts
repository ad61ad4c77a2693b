import { pathOf } from '#contract/path.ts';
import type { ProblemAnswer } from '#contract/problem.ts';

/** Changes the own password 修改密码; answers with the problem where it was refused. */
export async function changePassword(password: string, next: string): Promise<ProblemAnswer | undefined> {
  const lang = document.documentElement.lang === 'en' ? '?lang=en' : '';
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
  try {
    const response = await fetch(pathOf('password.change') + lang, {
      ...init,
      body: JSON.stringify({ password, next }),
    });
    return response.ok ? undefined : ((await response.json()) as ProblemAnswer);
  } catch {
    return { type: '', title: '', status: 0, code: 'unreached', message: '', requestId: '' };
  }
}
