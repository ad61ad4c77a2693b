import { showPoints } from '#domain/kernel/points.ts';
import { frame, inLang } from '#server/frame.ts';
import { type Html, html } from '#server/html.ts';
import type { NoticePage } from '#service/public/notice-page.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { sayDay } from '#words/my.ts';
import { pageWords } from '#words/pages.ts';
import { publicWords } from '#words/public.ts';
import { answeredPart } from './answered.ts';
import { fact, headOf, inFours, sayPeriod } from './page.ts';

/** A running notice 公示 as the masses see it (product §6): names, components, total by strokes of the surname, its term, and how to ask. No reason of anything. */
export function noticePage(notice: NoticePage, lang: Lang): string {
  const [words, { notice: say, links }] = [pageWords(lang), publicWords(lang)];
  const period = sayPeriod(notice.period, words);
  const title = fill(say[notice.of], { period });
  const days = { from: sayDay(notice.start, words), to: sayDay(notice.term.last, words), n: notice.days };
  const term = fill(notice.term.provisional ? say.unpublished : say.termText, days);
  const ask = `/ask/${notice.board ?? ''}?notice=${notice.code}`;
  const body = html`<main id="main">${headOf(title, notice.branch)}
<p class="lead">${say.lead[notice.of]}</p>${notice.text !== '' && html`<p class="lead" lang="zh-CN">${notice.text}</p>`}
<dl class="facts">${fact(say.term, term)}${fact(say.number, fill(say.numberText, { n: notice.number }))}</dl>
<div class="cols one">${sumsCard(notice, lang)}
<section class="card"><h2>${say.how}</h2><p>${fill(say.askText, { days: notice.terms.questionReplyDays })}</p><p>${objectText(notice, lang)}</p>
${notice.board !== undefined && html`<p class="go"><a href="${inLang(ask, lang)}#question">${links.ask}</a><a href="${inLang(ask, lang)}#concern">${links.supervise}</a><a href="${inLang(`/b/${notice.board}`, lang)}">${links.board}</a></p>`}</section>
${answeredPart(notice.questions, lang)}
<section class="card"><h2>${say.fingerprint}</h2><p class="code">${inFours(notice.fingerprint)}</p><p class="soft">${say.fingerprintText}</p><p class="go"><a href="${inLang(`/v/${notice.fingerprint}`, lang)}">${say.check}</a></p></section></div></main>
<footer class="foot"><span>${say.foot}</span></footer>`;
  return frame({ title: `${title} · ${notice.branch}`, lang, path: `/n/${notice.code}`, demo: notice.demo, body });
}

function objectText({ terms }: NoticePage, lang: Lang): string {
  const { board } = pageWords(lang);
  return fill(board.objectText, { days: terms.objectionReplyDays, months: terms.appealReplyMonths });
}

function sumsCard({ members, components, decimals }: NoticePage, lang: Lang): Html {
  const { notice: say } = publicWords(lang);
  const rows = members.map(
    ({ name, total, front, components: parts }) =>
      html`<tr><th scope="row">${name === undefined ? html`<span class="soft">${say.masked}</span>` : html`<span lang="zh-CN">${name}</span>`}${front === true && html`<span class="tag">${say.front}</span>`}</th>${components.map(({ id }) => html`<td class="n">${showPoints(parts[id] ?? 0, decimals)}</td>`)}<td class="n">${showPoints(total, decimals)}</td></tr>`,
  );
  const head = components.map(({ label }) => html`<th scope="col" class="n" lang="zh-CN">${label}</th>`);
  const masked = members.some(({ name }) => name === undefined);
  return html`<section class="card"><h2>${say.list}</h2><div class="wide" role="region" aria-label="${say.list}" tabindex="0"><table class="sums"><thead><tr><th scope="col">${say.name}</th>${head}<th scope="col" class="n">${say.total}</th></tr></thead><tbody>${rows}</tbody></table></div><p class="soft">${say.order}${masked && say.maskedNote}</p></section>`;
}
