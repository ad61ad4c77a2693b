import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { type Html, html, Html as Raw } from './html.ts';
import { LOOKS, type Look } from './style.ts';
import { type Big, inView, type View } from './view.ts';

/** What every page of the server has; `path` is its own address, from which the links to the other language and size are made; `looks` what it wears besides the sheets of all pages. */
export type Frame = View & {
  readonly title: string;
  readonly path: string;
  readonly demo: boolean;
  readonly body: Html;
  readonly looks?: readonly Look[];
};

/** A whole page 页面 around its content: language, style, top line and the mark 演示. No script. */
export function frame({ title, path, demo, body, looks = ['form', 'paper'], ...view }: Frame): string {
  const { common } = pageWords(view.lang);
  const top = html`<div class="top"><a class="own" href="${inView('/', view)}"><img src="/icon.svg" alt="" width="24" height="24">${common.product}</a><span class="to">${sizeLinks(view, path)}${languageLink(view, path)}</span></div>`;
  const inner = html`<a class="skip" href="#main">${common.skip}</a><div class="wrap"><header>${top}
${demo && html`<p class="demo"><b>${common.demo}</b><span>${common.demoNote}</span></p>`}</header>
${body}</div>`;
  return document({ title, body: inner, looks: ['base', ...looks], ...view });
}

/** A document 网页 with the sheets it wears, and nothing else of its own. */
export function document({
  title,
  body,
  looks,
  lang,
  big = 0,
}: Pick<Frame, 'title' | 'body' | 'lang' | 'big'> & { readonly looks: readonly Look[] }): string {
  const mark = ['', ' class="big"', ' class="big bigger"'][big] ?? '';
  const sheets = [...looks, ...(big > 0 && looks.includes('base') ? ['big' as const] : [])].map(
    (look) => `<style>${LOOKS[look]}</style>`,
  );
  return html`<!doctype html>
<html lang="${lang}"${new Raw(mark)}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><link rel="icon" href="/icon.svg">${new Raw(sheets.join(''))}</head>
<body>${body}</body></html>`.text;
}

/** The link to the same page in the other language. */
export function languageLink(view: View, path: string): Html {
  const lang = view.lang === 'en' ? 'zh-CN' : 'en';
  return html`<a href="${inView(path, { ...view, lang })}" hreflang="${lang}" lang="${lang}">${pageWords(view.lang).common.otherLang}</a>`;
}

/** The links to the same page in the sizes of letters 大字版 that it does not have now: the next larger one, and the plain one. */
function sizeLinks(view: View, path: string): readonly Html[] {
  const { frame: say } = pageWords(view.lang);
  const { big = 0 } = view;
  const others = ([2, 1, 0] as const).filter((size) => size === big + 1 || (size === 0 && big > 0));
  return others.map(
    (size) => html`<a href="${inView(path, { ...view, asked: size })}">${say.sizes[sizeKey(size)]}</a>`,
  );
}

function sizeKey(size: Big): 'plain' | 'big' | 'bigger' {
  return (['plain', 'big', 'bigger'] as const)[size];
}

/** The address of a page in a language. */
export function inLang(path: string, lang: Lang): string {
  return inView(path, { lang });
}
