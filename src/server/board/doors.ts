import { inLang } from '#server/frame.ts';
import { type Html, html } from '#server/html.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';
import { publicWords } from '#words/public.ts';
import type { Terms } from './calendar.ts';

/** How to ask and how to object 询问和反映 (product §3.8): two doors for everyone, objection and appeal for the member. */
export function doorsCard(terms: Terms, { board }: PageWords, path: string, lang: Lang): Html {
  const params = { days: terms?.objectionReplyDays ?? 15, months: terms?.appealReplyMonths ?? 3 };
  const { links } = publicWords(lang);
  const ask = inLang(path.replace(/^\/b\//, '/ask/'), lang);
  return html`<section class="card doors"><h2>${board.doors}</h2><div class="three">${door(board.askTitle, board.askText, `${ask}#question`, links.ask)}${door(board.superviseTitle, board.superviseText, `${ask}#concern`, links.supervise)}${door(board.objectTitle, fill(board.objectText, params), inLang('/v', lang), links.verify)}</div></section>`;
}

function door(title: string, text: string, href: string, link: string): Html {
  return html`<div><h3>${title}</h3><p>${text}</p><p class="go"><a href="${href}">${link}</a></p></div>`;
}
