import type { BranchAnswer } from '#contract/branch.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { frame } from '#server/frame.ts';
import { type Html, html } from '#server/html.ts';
import { mixed } from '#server/mixed.ts';
import { type Paper, paperLooks, paperPart, scanCard } from '#server/paper.ts';
import { inView, type View } from '#server/view.ts';
import type { StandingPage } from '#service/public/standing-page.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { pageWords } from '#words/pages.ts';
import { calendarCard } from './calendar.ts';
import { distributionCard, membersCard } from './distribution.ts';
import { doorsCard } from './doors.ts';
import { rulesCard } from './rules.ts';
import { runningCard } from './running.ts';

/** What a board shows: the public facts of the branch, the scheme in force, what runs; and under which address it is reached. */
export type BoardContent = {
  readonly answer: BranchAnswer;
  readonly scheme: Scheme;
  readonly standing: StandingPage;
  readonly origin: string;
};

/** The standing board 公示牌 as the masses see it (product §6): no name, no single total, no script. */
export function boardPage(content: BoardContent, view: View, paper?: Paper): string {
  const { answer, scheme, standing, origin } = content;
  const words = pageWords(view.lang);
  const { board } = words;
  const { title, version, effective } = answer.scheme;
  const path = answer.board;
  const body = html`<main id="main"><div class="head"><p class="kicker">${board.kicker}</p><h1 lang="zh-CN">${answer.name}</h1></div>
<hr class="rule"><hr class="rule"><p class="lead">${board.lead}</p>
<dl class="facts">${fact(board.scheme, mixed(fill(board.schemeText, { title, n: version }), view.lang))}${fact(board.effective, sayDay(effective, words))}${fact(board.asOf, sayDay(answer.asOf, words))}</dl>
<div class="cols board">${runningCard(standing.notices, view.lang)}${calendarCard(standing.terms, words)}${distributionCard(answer, view.lang)}${membersCard(answer, words)}${doorsCard(standing, path, view)}${rulesCard(scheme, view.lang)}${scanCard(origin + path, view.lang)}</div></main>
<footer class="foot"><span>${board.foot}</span>${paperPart({ path, paper }, view)}<a class="no-paper" href="${inView(`${path}?tv=1`, view)}">${words.tv.open}</a><a class="no-paper" href="${inView('/', view)}">${board.backToStart}</a></footer>`;
  const looks = ['board', ...paperLooks(paper)] as const;
  return frame({ title: `${answer.name} · ${board.kicker}`, path, demo: answer.demo, body, looks, ...view });
}

function fact(name: string, value: string | Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
