import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { frame, inLang } from './frame.ts';
import { html } from './html.ts';

/** A page that says in kind words why nothing else can be shown. */
export function messagePage({
  title,
  message,
  lang,
  path = '/',
}: {
  readonly title: string;
  readonly message: string;
  readonly lang: Lang;
  readonly path?: string;
}): string {
  const words = pageWords(lang);
  const body = html`<main id="main"><div class="head"><h1>${title}</h1></div><hr class="rule"><hr class="rule">
<p class="lead">${message}</p><p class="lead"><a href="${inLang('/', lang)}">${words.board.backToStart}</a></p></main>`;
  return frame({ title: `${title} · ${words.common.product}`, lang, path, demo: false, body });
}
