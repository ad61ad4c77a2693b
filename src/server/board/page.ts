import type { BranchAnswer } from '#contract/branch.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { frame, inLang } from '#server/frame.ts';
import { type Html, html } from '#server/html.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { sayDay } from '#words/my.ts';
import { pageWords } from '#words/pages.ts';
import { calendarCard } from './calendar.ts';
import { distributionCard, membersCard } from './distribution.ts';
import { doorsCard } from './doors.ts';
import { rulesCard } from './rules.ts';

/** What a board shows: the public facts of the branch, and the scheme in force. */
export type BoardContent = { readonly answer: BranchAnswer; readonly scheme: Scheme };

/** The standing board 公示牌 as the masses see it (product §6): no name, no single total, no script. */
export function boardPage({ answer, scheme }: BoardContent, lang: Lang): string {
  const words = pageWords(lang);
  const { board } = words;
  const { title, organisation, version, effective } = answer.scheme;
  const body = html`<main id="main"><div class="head"><p class="kicker">${board.kicker}</p><h1 lang="zh-CN">${title}</h1><p class="by" lang="zh-CN">${organisation ?? answer.name}</p></div>
<hr class="rule"><hr class="rule"><p class="lead">${board.lead}</p>
<dl class="facts">${fact(board.version, fill(board.versionText, { n: version }))}${fact(board.effective, sayDay(effective, words))}${fact(board.asOf, sayDay(answer.asOf, words))}</dl>
<div class="cols">${calendarCard(scheme.document.terms, words)}${distributionCard(answer, words)}${membersCard(answer, words)}${doorsCard(scheme.document.terms, words, answer.board, lang)}${rulesCard(scheme, lang)}</div></main>
<footer class="foot"><span>${board.foot}</span><a href="${inLang('/', lang)}">${board.backToStart}</a></footer>`;
  return frame({
    title: `${board.kicker} · ${organisation ?? answer.name}`,
    lang,
    path: answer.board,
    demo: answer.demo,
    body,
  });
}

function fact(name: string, value: string): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
