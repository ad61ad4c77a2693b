import type { FastifyReply, FastifyRequest } from 'fastify';
import { fill } from '#words/fill.ts';
import { pageWords } from '#words/pages.ts';
import { document } from './frame.ts';
import { type Html, html } from './html.ts';
import { mixed } from './mixed.ts';
import { sendHtml } from './send.ts';
import { inView, queryOf, type View } from './view.ts';

/** So many seconds a page stands. */
export const SECONDS = 20;

/** Where in a rotation somebody is: which page was asked for, and whether the rotation is stopped (WCAG 2.2.2). */
export type Turn = { readonly asked: number; readonly paused: boolean };

/** The turn that an address asks for: ?tv=N, and pause=1 to stay; undefined where it asks for an ordinary page. */
export function turnOf(request: Pick<FastifyRequest, 'query'>): Turn | undefined {
  const tv = queryOf(request, 'tv');
  if (tv === undefined) return undefined;
  return { asked: /^\d{1,4}$/.test(tv) ? Number(tv) : 1, paused: queryOf(request, 'pause') === '1' };
}

/** A rotation 电视轮播: the address of its ordinary page, of whom it is, and its pages, of which one is shown. */
export type Rotation = {
  readonly path: string;
  readonly title: string;
  readonly by: string;
  readonly demo: boolean;
  readonly slides: readonly Html[];
};

/** One page of a rotation, and the address of that which follows it. */
export type Turned = { readonly text: string; readonly next: string | undefined };

/** Draws the page of a rotation whose turn it is; a page beyond the last is the first. */
export function tvPage({ path, title, by, demo, slides }: Rotation, { asked, paused }: Turn, view: View): Turned {
  const { tv: say, common } = pageWords(view.lang);
  const of = slides.length;
  const at = asked >= 1 && asked <= of ? asked : 1;
  const address = (n: number, pause: boolean): string =>
    inView(`${path}?tv=${((n - 1 + of) % of) + 1}${pause ? '&pause=1' : ''}`, view);
  const where = `${fill(say.at, { n: at, of })} · ${paused ? say.paused : fill(say.every, { n: SECONDS })}`;
  const body = html`<header><h1>${mixed(title, view.lang)}</h1><p>${by}</p>${demo && html`<p class="demo">${common.demo}</p>`}</header>
<main>${slides[at - 1]}</main>
<footer><span class="at">${where}</span><nav aria-label="${say.nav}"><a href="${address(at - 1, paused)}">${say.before}</a> <a href="${address(at, !paused)}">${paused ? say.go : say.pause}</a> <a href="${address(at + 1, paused)}">${say.next}</a> <a href="${inView(path, view)}">${say.leave}</a></nav></footer>`;
  const next = paused || of === 1 ? undefined : address(at + 1, false);
  return { text: document({ title: `${title} · ${by}`, body, looks: ['tv'], ...view }), next };
}

/**
 * Sends a page of a rotation and tells the browser by a header what comes after it; no script is needed. The same in the page's head would be taken for a
 * refresh that nobody can stop; here it can be stopped, stepped through and left by links.
 */
export function sendTurn(request: FastifyRequest, reply: FastifyReply, { text, next }: Turned): FastifyReply {
  if (next !== undefined) reply.header('refresh', `${SECONDS};url=${next}`);
  return sendHtml(request, reply, text);
}
