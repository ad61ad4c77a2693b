import type { BranchAnswer } from '#contract/branch.ts';
import { type Html, html } from '#server/html.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';

type Bin = NonNullable<BranchAnswer['distribution']>['bins'][number];

/** The distribution of totals 积分分布 as a table with bars: no name, no bar of few, no end that tells the best or the lowest (product §6). */
export function distributionCard({ distribution, members }: BranchAnswer, lang: Lang): Html {
  const words = pageWords(lang);
  const { board, common } = words;
  if (!distribution)
    return html`<section class="card"><h2>${board.distribution}</h2><p>${board.distributionNone}</p></section>`;
  const { state } = distribution;
  const caption = fill(board.distributionText, { state: common[state], n: members });
  const expected = state === 'expected' && html`${lang === 'en' && ' '}${board.distributionExpected}`;
  return html`<section class="card"><h2>${board.distribution}</h2><table class="bars"><caption>${caption}${expected}</caption><thead><tr><th scope="col">${board.range}</th><td></td><th scope="col" class="n">${board.count}</th></tr></thead><tbody>${bars(distribution.bins, words)}</tbody></table><p class="soft">${fill(board.distributionRule, { n: 3 })}</p></section>`;
}

/** The bars of a distribution, a row each: the range, its bar, how many. */
export function bars(bins: readonly Bin[], words: PageWords): readonly Html[] {
  const most = Math.max(...bins.map(({ count }) => count));
  return bins.map(
    (bin) =>
      html`<tr><th scope="row">${sayRange(bin, words)}</th><td class="bar"><svg aria-hidden="true"><rect width="${Math.round((bin.count * 1000) / most) / 10}%" height="100%" rx="2"/></svg></td><td class="n">${fill(words.common.people, { n: bin.count })}</td></tr>`,
  );
}

function sayRange({ from, to }: Bin, { board }: PageWords): string {
  const params = { from: from?.shown ?? '', to: to?.shown ?? '' };
  if (from && to) return fill(board.binBetween, params);
  if (from) return fill(board.binFrom, params);
  return to ? fill(board.binBelow, params) : board.binAll;
}

/** How many members of which category 党员构成. */
export function membersCard({ categories, members }: BranchAnswer, words: PageWords): Html {
  const { board, common } = words;
  const rows = categories.map(
    ({ label, count }) =>
      html`<tr><th scope="row" lang="zh-CN">${label}</th><td class="n">${fill(common.people, { n: count })}</td></tr>`,
  );
  return html`<section class="card"><h2>${board.members}</h2><table><thead><tr><th scope="col">${board.category}</th><th scope="col" class="n">${board.count}</th></tr></thead><tbody>${rows}</tbody><tfoot><tr><th scope="row">${board.all}</th><td class="n">${fill(common.people, { n: members })}</td></tr></tfoot></table></section>`;
}
