import { pageWords } from '#words/pages.ts';
import { frame } from './frame.ts';
import { html } from './html.ts';
import { inView, type View } from './view.ts';

/** A page that says in kind words why nothing else can be shown. */
export function messagePage({
  title,
  message,
  view,
  path = '/',
}: {
  readonly title: string;
  readonly message: string;
  readonly view: View;
  readonly path?: string;
}): string {
  const words = pageWords(view.lang);
  const body = html`<main id="main"><div class="head"><h1>${title}</h1></div><hr class="rule"><hr class="rule">
<p class="lead">${message}</p><p class="lead"><a href="${inView('/', view)}">${words.board.backToStart}</a></p></main>`;
  return frame({ title: `${title} · ${words.common.product}`, path, demo: false, body, ...view });
}
