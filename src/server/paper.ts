import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { type Html, html } from './html.ts';
import { qr } from './qr.ts';
import type { Look } from './style.ts';
import { inView, type View } from './view.ts';

/** The sheets of paper 纸张 for which a page can be set. */
export type Paper = 'a4' | 'a3';

/** The paper that an address asks for. */
export function paperOf(text: string | undefined): Paper | undefined {
  return text === 'a4' || text === 'a3' ? text : undefined;
}

/** What a page wears on paper, last of all its sheets: the print style, which is that of A4, and what a larger sheet changes. */
export function paperLooks(paper: Paper | undefined): readonly Look[] {
  return paper === 'a3' ? ['paper', 'a3'] : ['paper'];
}

/** The links to print a page 打印 on either paper; once a paper is chosen, what to do next and the way back. */
export function paperPart(
  { path, paper }: { readonly path: string; readonly paper: Paper | undefined },
  view: View,
): Html {
  const { frame: say } = pageWords(view.lang);
  const link = (to: Paper): Html =>
    html`<a class="no-paper" href="${inView(`${path}${path.includes('?') ? '&' : '?'}print=${to}`, view)}">${fill(say.print, { size: to.toUpperCase() })}</a>`;
  if (paper === undefined) return html`${link('a4')}${link('a3')}`;
  const hint = fill(say.printHint, { size: paper.toUpperCase() });
  return html`<b class="no-paper">${hint}</b>${link(paper === 'a4' ? 'a3' : 'a4')}<a class="no-paper" href="${inView(path, view)}">${say.printBack}</a>`;
}

/** The card with the page's own address as a QR code 二维码, for a phone before a screen or a sheet. */
export function scanCard(address: string, lang: Lang): Html {
  const { frame: say } = pageWords(lang);
  return html`<section class="card full scan">${qr(address, say.qr)}<div><h2>${say.scan}</h2><p class="soft">${say.scanText}<br>${address}</p></div></section>`;
}
