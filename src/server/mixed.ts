import { chineseRuns } from '#words/chinese-runs.ts';
import type { Lang } from '#words/lang.ts';
import { type Html, html } from './html.ts';
import { chinese } from './view.ts';

/** A sentence with labels of the scheme or names in it 夹有中文的语句: on a page in another language what is Chinese in it is marked so. */
export function mixed(text: string, lang: Lang): Html {
  if (lang === 'zh-CN') return html`${text}`;
  return html`${chineseRuns(text).map((run) => (run.chinese ? html`<span${chinese(lang)}>${run.text}</span>` : html`${run.text}`))}`;
}
