import { type Html, html } from '#server/html.ts';
import { inView, type View } from '#server/view.ts';
import type { StandingPage } from '#service/public/standing-page.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { publicWords } from '#words/public.ts';

/** How to ask and how to object 询问和反映 (product §3.8): two doors for everyone, objection and appeal for the member. */
export function doorsCard(standing: StandingPage, path: string, view: View): Html {
  const { board } = pageWords(view.lang);
  const { links } = publicWords(view.lang);
  const ask = inView(path.replace(/^\/b\//, '/ask/'), view);
  const targets = [
    { href: `${ask}#question`, link: links.ask },
    { href: `${ask}#concern`, link: standing.superior ? links.supervise : board.superviseSheet },
    { href: inView('/v', view), link: links.verify },
  ];
  const doors = doorTexts(standing, view.lang).map(({ title, text }, at) => {
    const { href = '', link = '' } = targets[at] ?? {};
    return html`<div><h3>${title}</h3><p>${text}</p><p class="go"><a href="${href}">${link}</a></p></div>`;
  });
  return html`<section class="card full doors"><h2>${board.doors}</h2><div class="three">${doors}</div></section>`;
}

/** What is said of each way 途径: to the branch, to the superior or, where none is connected, on paper, and the member's own. */
export function doorTexts(
  { terms, superior }: StandingPage,
  lang: Lang,
): readonly { readonly title: string; readonly text: string }[] {
  const { board } = pageWords(lang);
  const terms3 = { days: terms.objectionReplyDays, months: terms.appealReplyMonths };
  const object = fill(board.objectText, terms3);
  return [
    { title: board.askTitle, text: fill(board.askText, { days: terms.questionReplyDays }) },
    { title: board.superviseTitle, text: superior ? board.superviseText : board.superviseNone },
    { title: board.objectTitle, text: superior ? object : `${object}${lang === 'en' ? ' ' : ''}${board.objectNone}` },
  ];
}
