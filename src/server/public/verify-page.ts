import { frame } from '#server/frame.ts';
import { type Html, html } from '#server/html.ts';
import { inView, type View, viewParams } from '#server/view.ts';
import type { Verified } from '#service/public/fingerprint.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { sayDay } from '#words/my.ts';
import { pageWords } from '#words/pages.ts';
import { publicWords } from '#words/public.ts';
import { fact, headOf, inFours, sayPeriod } from './page.ts';

/** The form to type a fingerprint, with what was typed and what was wrong with it. */
export function verifyForm(view: View, typed?: string): string {
  const { verify: say } = publicWords(view.lang);
  const body = html`<main id="main">${headOf(say.title)}<p class="lead">${say.lead}</p><div class="cols one">${form(view, typed, typed === undefined ? undefined : say.wrong)}</div></main>`;
  return page(say.title, '/v', view, body);
}

/** That no document has a fingerprint. */
export function unknownPage(typed: string, view: View): string {
  const { verify: say } = publicWords(view.lang);
  const body = html`<main id="main">${headOf(say.unknownTitle)}<p class="lead">${say.unknown}</p><div class="cols one">${form(view, typed)}</div></main>`;
  return page(say.unknownTitle, '/v', view, body);
}

/** What a fingerprint belongs to 验真结果: kind, branch, number, day, whether superseded; no names and no points. */
export function verifiedPage(found: Verified, view: View): string {
  const { lang } = view;
  const [words, { verify: say }] = [pageWords(lang), publicWords(lang)];
  const { document, branch, day } = found;
  const title = document ? say.found : say.foundChain;
  const lines: Html[] = [
    ...(document ? [fact(say.document, kindOf(document.kind, lang))] : []),
    fact(say.branch, html`<span lang="zh-CN">${branch}</span>`),
    ...(document ? [fact(say.number, fill(publicWords(lang).notice.numberText, { n: document.number }))] : []),
    ...(document?.period === undefined ? [] : [fact(say.period, sayPeriod(document.period, words))]),
    fact(document ? say.sealed : say.day, sayDay(day, words)),
    ...(document ? [fact(say.state, stateOf(document, lang))] : []),
    fact(say.chain, found.isHead ? say.head : say.grown),
  ];
  const body = html`<main id="main">${headOf(title)}<div class="cols one"><section class="card"><dl class="lines">${lines}</dl><h2>${say.label}</h2><p class="code">${inFours(found.fingerprint)}</p><p class="soft">${say.note}</p><p class="go"><a href="${inView('/v', view)}">${say.again}</a></p></section></div></main>`;
  return page(title, `/v/${found.fingerprint}`, view, body, found.demo);
}

function kindOf(kind: string, lang: Lang): string {
  const { kinds } = publicWords(lang).verify;
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kinds.other;
}

function stateOf({ supersededBy, withdrawn }: NonNullable<Verified['document']>, lang: Lang): string {
  const { verify: say } = publicWords(lang);
  if (supersededBy !== undefined) return fill(say.superseded, { n: supersededBy });
  return withdrawn ? say.withdrawn : say.valid;
}

function form(view: View, typed = '', wrong?: string): Html {
  const { verify: say } = publicWords(view.lang);
  const kept = viewParams(view).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`<form class="card" method="get" action="/v">${kept}
<p><label for="print">${say.label}</label><input id="print" name="print" value="${typed}" required maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="print-hint${wrong !== undefined && ' print-wrong'}"${wrong !== undefined && html` aria-invalid="true"`}></p>
${wrong !== undefined && html`<p class="wrong" id="print-wrong" role="alert">${wrong}</p>`}<p class="soft" id="print-hint">${say.hint}</p><p><button type="submit">${say.send}</button></p></form>`;
}

function page(title: string, path: string, view: View, body: Html, demo = false): string {
  return frame({ title: `${title} · ${pageWords(view.lang).common.product}`, path, demo, body, ...view });
}
