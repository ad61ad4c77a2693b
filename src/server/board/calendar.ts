import type { Terms } from '#domain/process/terms.ts';
import { type Html, html } from '#server/html.ts';
import { fill } from '#words/fill.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';

/** The year's calendar 全年日程 (§三): what happens when, by the terms that hold in the branch (product §3). */
export function calendarCard(terms: Terms, words: PageWords): Html {
  return html`<section class="card calendar"><h2>${words.board.calendar}</h2><ol class="when">${calendarLines(terms, words)}</ol></section>`;
}

/** Its lines: when, and what. */
export function calendarLines(terms: Terms, { board }: PageWords): readonly Html[] {
  const steps: [string, string][] = [
    [board[terms.declare], board.declare],
    [board[terms.review], board.review],
    [board[terms.determine], board.determine],
    [board.afterwards, fill(board.notice, { n: terms.noticeDays })],
    [board.yearEnd, board.filing],
  ];
  return steps.map(([when, what]) => html`<li><b>${when}</b><span>${what}</span></li>`);
}
