import { showPoints } from '#domain/kernel/points.ts';
import type { Grade } from '#domain/scheme/document.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { type Html, html } from '#server/html.ts';
import { fill } from '#words/fill.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';

/** The grounds of veto 一票否决 that bring the points to zero. */
export function vetoesPart({ document }: Scheme, { board }: PageWords): Html | undefined {
  const grounds = (document.vetoes ?? []).filter(({ effect }) => effect === 'zero');
  if (grounds.length === 0) return undefined;
  const clause = grounds.every((one) => one.clause === grounds[0]?.clause) ? grounds[0]?.clause : undefined;
  const lines = grounds.map(({ label }) => html`<li>${label}</li>`);
  return html`<section class="part"><h3>${board.vetoes} ${clause !== undefined && html`<span class="clause">${clause}</span>`}</h3><p>${board.vetoText}</p><ul class="plain" lang="zh-CN">${lines}</ul></section>`;
}

/** The grades 等次 and what each asks for. */
export function gradesPart({ document }: Scheme, words: PageWords): Html | undefined {
  const { board } = words;
  const grades = document.grades ?? [];
  if (grades.length === 0) return undefined;
  const lines = grades.map(
    (grade) =>
      html`<li><span lang="zh-CN">${grade.label}</span><span class="what">${sayGrade(grade, words)}${grade.note !== undefined && html`<br><span lang="zh-CN">${grade.note}</span>`}</span></li>`,
  );
  return html`<section class="part"><h3>${board.grades} ${grades[0]?.clause !== undefined && html`<span class="clause">${grades[0].clause}</span>`}</h3><p>${board.gradesText}</p><ul class="items">${lines}</ul></section>`;
}

function sayGrade({ from, to, upTo, rank, requires, for: who }: Grade, { board, rule }: PageWords): string {
  const params = { from: showPoints(from ?? 0), to: showPoints(upTo ?? to ?? 0) };
  const range =
    from !== undefined
      ? upTo !== undefined
        ? board.gradeUpTo
        : to !== undefined
          ? board.gradeBetween
          : board.gradeFrom
      : to !== undefined
        ? board.gradeBelow
        : board.gradeAny;
  const place = rank === 'front' ? board.gradeFront : rank === 'rear' ? board.gradeRear : '';
  const only = who ? fill(board.gradeFor, { who: who.join(rule.list) }) : '';
  return fill(range, params) + place + (requires ? board.gradeRequires : '') + only;
}

/** What the points are used for 积分运用. */
export function usesPart({ document }: Scheme, { board }: PageWords): Html | undefined {
  const uses = document.uses ?? [];
  if (uses.length === 0) return undefined;
  const lines = uses.map(
    ({ label, clause, note }) =>
      html`<li>${label}${note !== undefined && `（${note.replace(/。$/, '')}）`} ${clause !== undefined && html`<span class="clause">${clause}</span>`}</li>`,
  );
  return html`<section class="part"><h3>${board.uses}</h3><ul class="plain" lang="zh-CN">${lines}</ul></section>`;
}
