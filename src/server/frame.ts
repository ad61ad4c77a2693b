import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { type Html, html, Html as Raw } from './html.ts';
import { STYLE } from './style.ts';

/** What every page of the server has; `path` is its own address, from which the link to the other language is made. */
export type Frame = {
  readonly title: string;
  readonly lang: Lang;
  readonly path: string;
  readonly demo: boolean;
  readonly body: Html;
};

/** A whole page 页面 around its content: language, style, top line and the mark 演示. No script. */
export function frame({ title, lang, path, demo, body }: Frame): string {
  const { common } = pageWords(lang);
  const other = lang === 'en' ? { lang: 'zh-CN', href: path } : { lang: 'en', href: inLang(path, 'en') };
  const home = lang === 'en' ? '/?lang=en' : '/';
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><link rel="icon" href="/icon.svg"><style>${new Raw(STYLE)}</style></head>
<body><a class="skip" href="#main">${common.skip}</a><div class="wrap"><header><div class="top"><a class="own" href="${home}"><img src="/icon.svg" alt="" width="24" height="24">${common.product}</a><span class="to"><a href="${other.href}" hreflang="${other.lang}" lang="${other.lang}">${common.otherLang}</a></span></div>
${demo && html`<p class="demo"><b>${common.demo}</b>${common.demoNote}</p>`}</header>
${body}</div></body></html>`.text;
}

/** The address of a page in a language. */
export function inLang(path: string, lang: Lang): string {
  return lang === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path;
}
