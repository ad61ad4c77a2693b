import { type Html, html } from '#server/html.ts';
import { fill } from '#words/fill.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';
import type { Terms } from './calendar.ts';

/** How to ask and how to object 询问和反映 (product §3.8): two doors for everyone, objection and appeal for the member. */
export function doorsCard(terms: Terms, { board }: PageWords): Html {
  const params = { days: terms?.objectionReplyDays ?? 15, months: terms?.appealReplyMonths ?? 3 };
  return html`<section class="card doors"><h2>${board.doors}</h2><h3>${board.askTitle}</h3><p>${board.askText}</p><h3>${board.superviseTitle}</h3><p>${board.superviseText}</p><h3>${board.objectTitle}</h3><p>${fill(board.objectText, params)}</p><p class="soft">${board.doorsSoon}</p></section>`;
}
