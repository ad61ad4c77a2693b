import { showPoints } from '#domain/kernel/points.ts';
import type { Component } from '#domain/scheme/node.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { type Html, html } from '#server/html.ts';
import { mixed } from '#server/mixed.ts';
import { qr } from '#server/qr.ts';
import type { Rotation } from '#server/tv-frame.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { sayDay } from '#words/my.ts';
import { pageWords } from '#words/pages.ts';
import { boundWords } from '#words/scheme/node-words.ts';
import { gradeWords } from '#words/scheme/outcome-lines.ts';
import { commas, type Speaker, speaker } from '#words/scheme/speak.ts';
import { calendarLines } from './calendar.ts';
import { bars } from './distribution.ts';
import { doorTexts } from './doors.ts';
import type { BoardContent } from './page.ts';
import { sayRunning } from './running.ts';

/** So many items of a component are told on a wall, and so many components and grades stand on one page. */
const [MOST_ITEMS, MOST_LINES] = [5, 7];

/** More bars than this stand closer. */
const MANY_BARS = 7;

/** The standing board on a wall 公示牌轮播: the scheme with the calendar, the distribution, how to ask and object, what is posted. No name either. */
export function boardRotation(content: BoardContent, lang: Lang): Rotation {
  const { answer, standing } = content;
  const grades = gradesFit(content.scheme) ? undefined : gradesPart(content.scheme, lang);
  const slides = [
    schemeSlide(content, lang),
    ...(grades ? [grades] : []),
    distributionSlide(content, lang),
    doorsSlide(content, lang),
    ...(standing.notices.length > 0 ? [runningSlide(content, lang)] : []),
  ];
  return { path: answer.board, title: answer.name, by: pageWords(lang).board.kicker, demo: answer.demo, slides };
}

function schemeSlide({ answer, scheme, standing }: BoardContent, lang: Lang): Html {
  const words = pageWords(lang);
  const { board, tv } = words;
  const speak = speaker(scheme, lang);
  const { title, version, effective } = answer.scheme;
  const { components } = scheme.document;
  return html`<div class="two wideleft"><section><h2>${tv.parts}</h2><ul>${components.map((one) => partLine(one, speak, components.length <= MOST_ITEMS))}</ul>${gradesFit(scheme) && gradesPart(scheme, lang)}</section>
<section><h2>${board.calendar}</h2><ol>${calendarLines(standing.terms, words)}</ol><p class="soft note"><span>${mixed(fill(board.schemeText, { title, n: version }), lang)}</span><br>${board.effective} ${sayDay(effective, words)}${made(scheme, lang)}</p></section></div>`;
}

/** Whether the grades have room under the components. */
function gradesFit({ document: { components, grades = [] } }: Scheme): boolean {
  return grades.length > 0 && components.length + grades.length <= MOST_LINES;
}

function gradesPart(scheme: Scheme, lang: Lang): Html | undefined {
  const speak = speaker(scheme, lang);
  const grades = scheme.document.grades ?? [];
  const lines = grades.map(
    (grade) => html`<li><b lang="zh-CN">${grade.label}</b><span>${mixed(gradeWords(speak, grade), lang)}</span></li>`,
  );
  return lines.length === 0 ? undefined : html`<h2 class="next">${pageWords(lang).board.grades}</h2><ul>${lines}</ul>`;
}

function made({ document: { full } }: Scheme, lang: Lang): Html | undefined {
  return full === undefined ? undefined : html` · ${fill(pageWords(lang).my.outOf, { n: showPoints(full) })}`;
}

/** A component and its rule; what it holds where there is room for that. */
function partLine(component: Component, speak: Speaker, room: boolean): Html {
  const inside = component.groups ?? component.items ?? [];
  const labels = inside.slice(0, MOST_ITEMS).map(({ label }) => label);
  const more = inside.length > MOST_ITEMS && html` ${fill(pageWords(speak.lang).tv.more, { n: inside.length })}`;
  const rule = commas(speak, boundWords(speak, component));
  const inner =
    room &&
    html`${rule !== '' && html`<br>`}<span class="soft"><span lang="zh-CN">${labels.join('、')}</span>${more}</span>`;
  return html`<li><b lang="zh-CN">${component.label}</b><div>${mixed(rule, speak.lang)}${inner}</div></li>`;
}

function distributionSlide({ answer: { distribution, members, asOf } }: BoardContent, lang: Lang): Html {
  const words = pageWords(lang);
  const { board, common } = words;
  if (!distribution) return html`<h2>${board.distribution}</h2><p class="say">${board.distributionNone}</p>`;
  const { state, bins } = distribution;
  return html`<h2>${fill(board.distributionText, { state: common[state], n: members })}</h2><table class="${bins.length > MANY_BARS ? 'bars many' : 'bars'}"><thead><tr><th scope="col">${board.range}</th><td></td><th scope="col" class="n">${board.count}</th></tr></thead><tbody>${bars(bins, words)}</tbody></table>
<p class="soft note">${board.asOf} ${sayDay(asOf, words)}${lang === 'en' ? '. ' : '。'}${state === 'expected' && board.distributionExpected} ${fill(board.distributionRule, { n: 3 })}</p>`;
}

function doorsSlide({ answer, standing, origin }: BoardContent, lang: Lang): Html {
  const { board, tv, frame } = pageWords(lang);
  const code = html`<div class="scan">${qr(origin + answer.board, frame.qr)}<p>${tv.scan}</p></div>`;
  const doors = doorTexts(standing, lang).map(
    ({ title, text }, at) => html`<div><h3>${title}</h3><p>${text}</p>${at === 0 && code}</div>`,
  );
  return html`<h2>${board.doors}</h2><div class="three">${doors}</div>`;
}

function runningSlide({ standing: { notices } }: BoardContent, lang: Lang): Html {
  const { board } = pageWords(lang);
  const lines = notices.map((one) => {
    const { what, term } = sayRunning(one, lang);
    return html`<p class="say"><b>${what}</b><br>${term}</p>`;
  });
  return html`<div class="mid"><h2>${board.running}</h2>${lines}<p>${board.runningWhere}</p></div>`;
}
