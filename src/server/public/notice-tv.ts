import { showPoints } from '#domain/kernel/points.ts';
import { type Html, html } from '#server/html.ts';
import { qr } from '#server/qr.ts';
import type { Rotation } from '#server/tv-frame.ts';
import type { NoticeLine, NoticePage } from '#service/public/notice-page.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { publicWords } from '#words/public.ts';
import { nameCell, sayTerm, sayTitle } from './notice-page.ts';

/** So many rows of 32 px letters stand under each other at 1080p. */
const ROWS = 11;

/** Of more components than this a row is too wide to stand beside another. */
const MOST_BESIDE = 4;

/** The notice at the place of activity 公示轮播 (product §6): everyone once, by strokes of the surname; as many a page as can be read, then how to ask. */
export function noticeRotation(notice: NoticePage, origin: string, lang: Lang): Rotation {
  const columns = notice.components.length > MOST_BESIDE ? 1 : 2;
  const pages = inParts(notice.members, ROWS * columns).map((members) =>
    namesSlide(notice, inParts(members, ROWS), lang),
  );
  const slides = [...pages, askSlide(notice, origin, lang)];
  return { path: `/n/${notice.code}`, title: sayTitle(notice, lang), by: notice.branch, demo: notice.demo, slides };
}

function namesSlide(notice: NoticePage, parts: readonly (readonly NoticeLine[])[], lang: Lang): Html {
  const { notice: say } = publicWords(lang);
  const head = notice.components.map(({ label }) => html`<th scope="col" class="n" lang="zh-CN">${label}</th>`);
  const tables = parts.map(
    (members) =>
      html`<table class="sums"><thead><tr><th scope="col">${say.name}</th>${head}<th scope="col" class="n">${say.total}</th></tr></thead><tbody>${members.map((one) => row(one, notice, lang))}</tbody></table>`,
  );
  const beside = notice.components.length <= MOST_BESIDE;
  return html`<div class="${beside ? 'two' : ''}">${tables}</div><p class="soft note">${say.order}</p>`;
}

function row(line: NoticeLine, { components, decimals }: NoticePage, lang: Lang): Html {
  const cells = components.map(({ id }) => html`<td class="n">${showPoints(line.components[id] ?? 0, decimals)}</td>`);
  return html`<tr><th scope="row">${nameCell(line, lang)}</th>${cells}<td class="n">${showPoints(line.total, decimals)}</td></tr>`;
}

function askSlide(notice: NoticePage, origin: string, lang: Lang): Html {
  const { notice: say } = publicWords(lang);
  const { board, frame, tv } = pageWords(lang);
  const object = fill(board.objectText, {
    days: notice.terms.objectionReplyDays,
    months: notice.terms.appealReplyMonths,
  });
  return html`<p class="say"><b>${say.term}</b> ${sayTerm(notice, lang)}</p><h2>${say.how}</h2><p>${fill(say.askText, { days: notice.terms.questionReplyDays })}</p><p>${object}${!notice.superior && ` ${board.objectNone}`}</p>
<div class="scan">${qr(`${origin}/n/${notice.code}`, frame.qr)}<p>${tv.scanNotice}</p></div>`;
}

function inParts<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
}
