import type { Scheme } from '#domain/scheme/scheme.ts';
import { type Html, html } from '#server/html.ts';
import { mixed } from '#server/mixed.ts';
import { chinese } from '#server/view.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { gradeWords, rankLine } from '#words/scheme/outcome-lines.ts';
import type { Speaker } from '#words/scheme/speak.ts';

/** The grounds of veto 一票否决 that bring the points to zero. */
export function vetoesPart({ document }: Scheme, lang: Lang): Html | undefined {
  const { board } = pageWords(lang);
  const grounds = (document.vetoes ?? []).filter(({ effect }) => effect === 'zero');
  if (grounds.length === 0) return undefined;
  const clause = grounds.every((one) => one.clause === grounds[0]?.clause) ? grounds[0]?.clause : undefined;
  const lines = grounds.map(({ label }) => html`<li>${label}</li>`);
  return html`<section class="part"><h3>${board.vetoes} ${clause !== undefined && html`<span class="clause"${chinese(lang)}>${clause}</span>`}</h3><p>${board.vetoText}</p><ul class="plain"${chinese(lang)}>${lines}</ul></section>`;
}

/** The grades 等次 and what each asks for. */
export function gradesPart({ document }: Scheme, speak: Speaker): Html | undefined {
  const { board } = pageWords(speak.lang);
  const grades = document.grades ?? [];
  if (grades.length === 0) return undefined;
  const lines = grades.map(
    (grade) =>
      html`<li><span${chinese(speak.lang)}>${grade.label}</span><span class="what">${mixed(gradeWords(speak, grade), speak.lang)}${grade.note !== undefined && html`<br><span${chinese(speak.lang)}>${grade.note}</span>`}</span></li>`,
  );
  return html`<section class="part"><h3>${board.grades} ${grades[0]?.clause !== undefined && html`<span class="clause"${chinese(speak.lang)}>${grades[0].clause}</span>`}</h3><p>${board.gradesText}</p><p class="soft">${mixed(rankLine(speak, document), speak.lang)}</p><ul class="items">${lines}</ul></section>`;
}

/** What the points are used for 积分运用. */
export function usesPart({ document }: Scheme, lang: Lang): Html | undefined {
  const { board } = pageWords(lang);
  const uses = document.uses ?? [];
  if (uses.length === 0) return undefined;
  const lines = uses.map(
    ({ label, clause, note }) =>
      html`<li>${label}${note !== undefined && `（${note.replace(/。$/, '')}）`} ${clause !== undefined && html`<span class="clause">${clause}</span>`}</li>`,
  );
  return html`<section class="part"><h3>${board.uses}</h3><ul class="plain"${chinese(lang)}>${lines}</ul></section>`;
}
