import { type Html, html } from '#server/html.ts';
import { sayPeriod } from '#server/public/page.ts';
import type { RunningNotice } from '#service/public/standing-page.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { sayDay } from '#words/my.ts';
import { pageWords } from '#words/pages.ts';
import { publicWords } from '#words/public.ts';

/** Which notices run and how long 正在公示: where to read them, never their address (product §6). Nothing where none runs. */
export function runningCard(notices: readonly RunningNotice[], lang: Lang): Html | undefined {
  if (notices.length === 0) return undefined;
  const { board } = pageWords(lang);
  const lines = notices.map((one) => {
    const { what, term } = sayRunning(one, lang);
    return html`<p><b>${what}</b><br>${term}</p>`;
  });
  return html`<section class="card full live"><h2>${board.running}</h2>${lines}<p class="soft">${board.runningWhere}</p></section>`;
}

/** What a running notice is about, and its days, in words. */
export function sayRunning(
  { of, period, start, days, term }: RunningNotice,
  lang: Lang,
): { readonly what: string; readonly term: string } {
  const [words, { notice: say }] = [pageWords(lang), publicWords(lang)];
  const params = { from: sayDay(start, words), to: sayDay(term.last, words), n: days };
  return {
    what: fill(say[of], { period: sayPeriod(period, words) }),
    term: fill(term.provisional ? say.unpublished : say.termText, params),
  };
}
