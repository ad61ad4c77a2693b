import { type Html, html } from '#server/html.ts';
import { fill } from '#words/fill.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';
import type { Terms } from './calendar.ts';

/** How to ask and how to object 询问和反映 (product §3.8): two doors for everyone, objection and appeal for the member. */
export function doorsCard(terms: Terms, { board }: PageWords): Html {
  const params = { days: terms?.objectionReplyDays ?? 15, months: terms?.appealReplyMonths ?? 3 };
  return html`<section class="card doors"><h2>${board.doors}</h2><div class="three">${door(board.askTitle, board.askText)}${door(board.superviseTitle, board.superviseText)}${door(board.objectTitle, fill(board.objectText, params))}</div><p class="soft">${board.doorsSoon}</p></section>`;
}

function door(title: string, text: string): Html {
  return html`<div><h3>${title}</h3><p>${text}</p></div>`;
}
