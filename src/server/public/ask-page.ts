import { frame } from '#server/frame.ts';
import { type Html, html } from '#server/html.ts';
import { mixed } from '#server/mixed.ts';
import { inView, type View } from '#server/view.ts';
import type { AskPage } from '#service/public/ask-page.ts';
import { fill } from '#words/fill.ts';
import { pageWords } from '#words/pages.ts';
import { publicWords } from '#words/public.ts';
import { answeredPart } from './answered.ts';
import { type Door, MOST } from './ask-form.ts';
import { headOf, inFours } from './page.ts';

/** What was typed behind a door and what was wrong with it. */
export type Typed = { readonly door: Door; readonly text: string; readonly wrong: string };

/** The page of the two doors: where it is, its one-time field, and what was wrong with what was sent. */
export type Ask = {
  readonly ask: AskPage;
  readonly path: string;
  readonly noticeCode: string | undefined;
  readonly once: string;
  readonly view: View;
  readonly typed?: Typed;
};

/** The two doors for concerns 询问和反映 (product §3.8): to the branch, to the superior; and what became of a case. */
export function askPage(given: Ask): string {
  const { ask, view, path } = given;
  const { ask: say } = publicWords(view.lang);
  const body = html`<main id="main">${headOf(say.title, ask.name)}<p class="lead">${say.lead}</p>
<div class="choice">${questionDoor(given)}${ask.superior ? concernDoor(given, ask.superior.name) : noDoor(given)}${ask.superior && followDoor(given)}</div>
<div class="cols one">${answeredPart(ask.questions, view.lang)}${!ask.superior && sheet(given)}</div></main>`;
  return page(say.title, given, path, body);
}

/** What is shown once after something was sent: its heading, what it says, and a code that is told. */
export type Done = { readonly title: string; readonly text: string; readonly code?: string; readonly answer?: string };

/** The page after something was sent 已收到. */
export function donePage(given: Pick<Ask, 'ask' | 'path' | 'view'>, done: Done): string {
  const { ask: say } = publicWords(given.view.lang);
  const body = html`<main id="main">${headOf(done.title, given.ask.name)}<div class="cols one"><section class="card">
${done.code !== undefined && html`<h2>${say.caseLabel}</h2><p class="code big">${inFours(done.code)}</p>`}<p>${done.text}</p>
${done.answer !== undefined && html`<h2>${say.answer}</h2><p class="said-so" lang="zh-CN">${done.answer}</p>`}
<p class="go"><a href="${inView(given.path, given.view)}">${say.back}</a></p></section></div></main>`;
  return page(done.title, given, given.path, body);
}

function questionDoor(given: Ask): Html {
  const { ask: say } = publicWords(given.view.lang);
  const { days, notice } = given.ask;
  return html`<section class="card" id="question"><h2>${say.questionTitle}</h2><p>${fill(say.questionText, { days })}</p>${notice !== undefined && html`<p class="soft">${say.aboutNotice}</p>`}
${form(given, 'question', { label: say.questionLabel, send: say.questionSend })}</section>`;
}

function concernDoor(given: Ask, name: string): Html {
  const { ask: say } = publicWords(given.view.lang);
  return html`<section class="card" id="concern"><h2>${say.concernTitle}</h2><p>${mixed(fill(say.concernText, { name }), given.view.lang)}</p><p class="soft"><b>${say.keptTitle}</b><br>${say.kept}<br>${say.keptElse}</p>
${form(given, 'concern', { label: say.concernLabel, send: say.concernSend })}</section>`;
}

function followDoor(given: Ask): Html {
  const { ask: say } = publicWords(given.view.lang);
  return html`<section class="card" id="follow"><h2>${say.followTitle}</h2><p>${say.followText}</p>${form(given, 'follow', { label: say.caseLabel, send: say.followSend })}</section>`;
}

function form(
  { path, view, once, noticeCode, typed }: Ask,
  door: Door,
  { label, send }: { readonly label: string; readonly send: string },
): Html {
  const { ask: say } = publicWords(view.lang);
  const [mine, id] = [typed?.door === door ? typed : undefined, `${door}-text`];
  const wrong = mine && html`<p class="wrong" id="${id}-wrong" role="alert">${mine.wrong}</p>`;
  const about = [door === 'follow' ? '' : `${id}-most`, mine ? `${id}-wrong` : ''].join(' ').trim();
  const marks = html` id="${id}" name="text" required autocomplete="off"${about !== '' && html` aria-describedby="${about}"`}${mine && html` aria-invalid="true"`}`;
  const field =
    door === 'follow'
      ? html`<input${marks} maxlength="100" autocapitalize="off" spellcheck="false" value="${mine?.text ?? ''}">`
      : html`<textarea${marks} maxlength="${MOST}" rows="6">
${mine?.text ?? ''}</textarea>`;
  // The first line break in a textarea is no part of its text: one stands there so that none of the typed ones is lost.
  return html`<form method="post" action="${inView(path, view)}#${door}"><input type="hidden" name="door" value="${door}"><input type="hidden" name="once" value="${once}">${noticeCode !== undefined && door === 'question' && html`<input type="hidden" name="notice" value="${noticeCode}">`}
<p><label for="${id}">${label}</label>${field}</p>${wrong}${door !== 'follow' && html`<p class="soft" id="${id}-most">${say.most}</p>`}<p><button type="submit">${send}</button></p></form>`;
}

function noDoor({ view, typed }: Ask): Html {
  const { ask: say } = publicWords(view.lang);
  const wrong = typed?.door === 'concern' && html`<p class="wrong" role="alert">${typed.wrong}</p>`;
  return html`<section class="card" id="concern"><h2>${say.concernTitle}</h2><p>${say.noSuperior}</p>${wrong}</section>`;
}

/** The printed form 监督意见单 for where no superior is connected, with what was typed all the same. */
function sheet({ ask: { name }, view, typed }: Ask): Html {
  const { ask: say } = publicWords(view.lang);
  const words = typed?.door === 'concern' && html`<br><span class="said-so">${typed.text}</span>`;
  return html`<section class="card sheet"><h2>${say.sheet}</h2><p>${say.sheetTo}</p><p>${fill(say.sheetAbout, { name })}</p><p class="room">${say.sheetWhat}${words}</p><p class="room small">${say.sheetReply}</p><p>${say.sheetDay}</p></section>`;
}

function page(title: string, { ask, view }: Pick<Ask, 'ask' | 'view'>, path: string, body: Html): string {
  return frame({
    title: `${title} · ${ask.name}`,
    ...view,
    path,
    demo: ask.demo,
    body: html`${body}<footer class="foot"><a href="${inView('/v', view)}">${publicWords(view.lang).links.verify}</a><a href="${inView('/', view)}">${pageWords(view.lang).board.backToStart}</a></footer>`,
  });
}
