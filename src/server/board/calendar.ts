import type { SchemeDocument } from '#domain/scheme/document.ts';
import { type Html, html } from '#server/html.ts';
import { fill } from '#words/fill.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';

/** The terms 期限 of a scheme. */
export type Terms = SchemeDocument['terms'];

/** The year's calendar 全年日程 (§三): what happens when, with the defaults where the scheme is silent (product §3). */
export function calendarCard(terms: Terms, words: PageWords): Html {
  const { board } = words;
  const steps: [string, string][] = [
    [board[terms?.declare ?? 'month'], board.declare],
    [board[terms?.review ?? 'month'], board.review],
    [board[terms?.determine ?? 'quarter'], board.determine],
    [board.afterwards, fill(board.notice, { n: terms?.noticeDays ?? 5 })],
    [board.yearEnd, board.filing],
  ];
  const lines = steps.map(([when, what]) => html`<li><b>${when}</b><span>${what}</span></li>`);
  return html`<section class="card calendar"><h2>${board.calendar}</h2><ol class="when">${lines}</ol></section>`;
}
