import { type Html, html } from '#server/html.ts';
import type { Answered } from '#service/public/shown-questions.ts';
import type { Lang } from '#words/lang.ts';
import { publicWords } from '#words/public.ts';

/** The questions that the branch has let in, with their answers 已答复的询问; nothing where there are none. */
export function answeredPart(questions: readonly Answered[], lang: Lang): Html | undefined {
  if (questions.length === 0) return undefined;
  const { ask } = publicWords(lang);
  const list = questions.map(
    ({ words, answer }) =>
      html`<dt class="said-so" lang="zh-CN">${words}</dt><dd class="said-so" lang="zh-CN">${answer}</dd>`,
  );
  return html`<section class="card"><h2>${ask.asked}</h2><dl class="asked">${list}</dl></section>`;
}
