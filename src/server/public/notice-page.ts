import { showPoints } from '#domain/kernel/points.ts';
import { frame } from '#server/frame.ts';
import { type Html, html } from '#server/html.ts';
import { type Paper, paperLooks, paperPart, scanCard } from '#server/paper.ts';
import { inView, type View } from '#server/view.ts';
import type { NoticeLine, NoticePage } from '#service/public/notice-page.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { sayDay } from '#words/my.ts';
import { pageWords } from '#words/pages.ts';
import { publicWords } from '#words/public.ts';
import { answeredPart } from './answered.ts';
import { fact, headOf, inFours, sayPeriod } from './page.ts';

/** A name of more characters than this is set smaller on a wall; beside the front mark there is room for two fewer. */
const LONG = 10;

/** A running notice 公示 as the masses see it (product §6): names, components, total by strokes of the surname, its term, and how to ask. No reason of anything. */
export function noticePage(notice: NoticePage, origin: string, view: View, paper?: Paper): string {
  const { lang } = view;
  const [words, { notice: say, links }] = [pageWords(lang), publicWords(lang)];
  const [title, path] = [sayTitle(notice, lang), `/n/${notice.code}`];
  const ask = inView(`/ask/${notice.board ?? ''}?notice=${notice.code}`, view);
  const body = html`<main id="main">${headOf(title, notice.branch)}
<p class="lead">${say.lead[notice.of]}</p>${notice.text !== '' && html`<p class="lead" lang="zh-CN">${notice.text}</p>`}
<dl class="facts">${fact(say.term, sayTerm(notice, lang))}${fact(say.number, fill(say.numberText, { n: notice.number }))}</dl>
<div class="cols one">${sumsCard(notice, view)}
<section class="card"><h2>${say.how}</h2><p>${fill(say.askText, { days: notice.terms.questionReplyDays })}</p><p>${objectText(notice, lang)}</p>
${notice.board !== undefined && html`<p class="go"><a href="${ask}#question">${links.ask}</a><a href="${ask}#concern">${notice.superior ? links.supervise : words.board.superviseSheet}</a><a href="${inView(`/b/${notice.board}`, view)}">${links.board}</a></p>`}</section>
${answeredPart(notice.questions, lang)}
<section class="card"><h2>${say.fingerprint}</h2><p class="code">${inFours(notice.fingerprint)}</p><p class="soft no-paper">${say.fingerprintText}</p><p class="soft on-paper">${fill(say.checkAt, { address: `${origin}/v` })}</p><p class="go"><a href="${inView(`/v/${notice.fingerprint}`, view)}">${say.check}</a></p></section>${scanCard(origin + path, lang)}</div></main>
<footer class="foot"><span class="no-paper">${say.foot}</span>${paperPart({ path, paper }, view)}<a class="no-paper" href="${inView(`${path}?tv=1`, view)}">${words.tv.open}</a></footer>`;
  const looks = ['notice', ...paperLooks(paper)] as const;
  return frame({ title: `${title} · ${notice.branch}`, path, demo: notice.demo, body, looks, ...view });
}

/** What a notice is about: 2026年第1季度党员积分公示. */
export function sayTitle({ of, period }: NoticePage, lang: Lang): string {
  return fill(publicWords(lang).notice[of], { period: sayPeriod(period, pageWords(lang)) });
}

/** How long it is posted 公示期. */
export function sayTerm({ start, term, days }: NoticePage, lang: Lang): string {
  const [words, { notice: say }] = [pageWords(lang), publicWords(lang)];
  const params = { from: sayDay(start, words), to: sayDay(term.last, words), n: days };
  return fill(term.provisional ? say.unpublished : say.termText, params);
}

/** A person as the notice names them: the name or that none is shown, and the front mark 靠前. */
export function nameCell({ name, front }: NoticeLine, lang: Lang): Html {
  const { notice: say } = publicWords(lang);
  const said =
    name === undefined
      ? html`<span class="soft">${say.masked}</span>`
      : html`<span lang="zh-CN"${name.length > LONG - (front ? 2 : 0) && html` class="long"`}>${name}</span>`;
  return html`${said}${front === true && html`<span class="tag">${say.front}</span>`}`;
}

function objectText({ terms, superior }: NoticePage, lang: Lang): string {
  const { board } = pageWords(lang);
  const text = fill(board.objectText, { days: terms.objectionReplyDays, months: terms.appealReplyMonths });
  return superior ? text : `${text} ${board.objectNone}`;
}

function sumsCard(notice: NoticePage, { lang, big = 0 }: View): Html {
  const { members, components, decimals, branch, number } = notice;
  const { notice: say } = publicWords(lang);
  // Where letters are large every number carries its heading, for a page too narrow for columns.
  const cell = (points: number, of: string): Html =>
    html`<td class="n"${big > 0 && html` data-of="${of}"`}>${showPoints(points, decimals)}</td>`;
  const rows = members.map(
    (line) =>
      html`<tr><th scope="row">${nameCell(line, lang)}</th>${components.map(({ id, label }) => cell(line.components[id] ?? 0, label))}${cell(line.total, say.total)}</tr>`,
  );
  const head = components.map(({ label }) => html`<th scope="col" class="n" lang="zh-CN">${label}</th>`);
  const running = fill(say.runningHead, { title: sayTitle(notice, lang), branch, n: number });
  const masked = members.some(({ name }) => name === undefined);
  return html`<section class="card"><h2>${say.list}</h2><div class="wide" role="region" aria-label="${say.list}" tabindex="0"><table class="sums"><thead><tr class="running"><th colspan="${components.length + 2}">${running}</th></tr><tr><th scope="col">${say.name}</th>${head}<th scope="col" class="n">${say.total}</th></tr></thead><tbody>${rows}</tbody></table></div><p class="soft">${say.order}${masked && say.maskedNote}</p></section>`;
}
