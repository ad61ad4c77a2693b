import { pageWords } from '#words/pages.ts';
import { frame } from './frame.ts';
import { html } from './html.ts';
import { inView, type View } from './view.ts';

/** What the start page links: the boards when their codes may be told, and the sign-in. */
export type Start = {
  readonly board: string | undefined;
  /** The boards of further branches, where their codes may be told. */
  readonly others: readonly { readonly name: string; readonly code: string }[];
  readonly empty: boolean;
  /** Whether the first branch may be made from here. */
  readonly init: boolean;
  readonly demo: boolean;
  readonly view: View;
};

/** The start page 首页. */
export function startPage({ board, others, empty, init, demo, view }: Start): string {
  const { start, common } = pageWords(view.lang);
  const link = (path: string, title: string, text: string) =>
    html`<section class="card"><h2><a href="${inView(path, view)}">${title}</a></h2><p class="soft">${text}</p></section>`;
  const body = html`<main id="main"><div class="head"><h1>${start.title}</h1></div><hr class="rule"><hr class="rule"><p class="lead">${start.lead}</p>
${empty && html`<section class="card one"><h2>${start.empty}</h2><p>${start.emptyText}</p>${init && html`<p class="go"><a href="${inView('/init', view)}"><b>${start.init}</b></a></p>`}</section>`}
<div class="choice">${board !== undefined && link(`/b/${board}`, start.board, start.boardText)}
${others.map(({ name, code }) => link(`/b/${code}`, `${start.board} · ${name}`, start.boardText))}
${!empty && link('/sign-in', start.my, start.myText)}
${link('/v', start.verify, start.verifyText)}</div></main>`;
  return frame({ title: common.product, path: '/', demo, body, ...view });
}
