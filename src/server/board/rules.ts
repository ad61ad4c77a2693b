import { showPoints } from '#domain/kernel/points.ts';
import type { Component, Group, Item } from '#domain/scheme/node.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { type Html, html } from '#server/html.ts';
import { fill } from '#words/fill.ts';
import { sayRule } from '#words/page-rule.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';
import { gradesPart, usesPart, vetoesPart } from './outcomes.ts';

/** How points are given 积分办法: the scheme's components, headings and items with their rules in plain words and their clauses. */
export function rulesCard(scheme: Scheme, words: PageWords): Html {
  const { board, common } = words;
  const { components, full } = scheme.document;
  const parts = components.map(({ label }) => label).join(board.and);
  const made =
    full === undefined ? fill(board.howMade, { parts }) : fill(board.howMadeFull, { parts, n: showPoints(full) });
  return html`<section class="card rules"><h2>${board.howScored}</h2><p>${made}</p><div class="flow">${components.map((one) => part(one, scheme, words))}${vetoesPart(scheme, words)}${gradesPart(scheme, words)}${usesPart(scheme, words)}</div><p class="soft">${common.exampleNote}</p></section>`;
}

function part(component: Component, scheme: Scheme, words: PageWords): Html {
  return html`<section class="part"><h3>${heading(component, scheme, words)}</h3>${note(component)}${below(component, 4, scheme, words)}</section>`;
}

function below(node: Component | Group, level: number, scheme: Scheme, words: PageWords): Html {
  const groups = (node.groups ?? []).map((group) => {
    const said = heading(group, scheme, words);
    const title = level === 4 ? html`<h4>${said}</h4>` : html`<p class="sub">${said}</p>`;
    return html`${title}${below(group, level + 1, scheme, words)}`;
  });
  const items = (node.items ?? []).map((one) => line(one, words));
  return html`${items.length > 0 && html`<ul class="items">${items}</ul>`}${groups}`;
}

function heading(node: Component | Group, scheme: Scheme, words: PageWords): Html {
  const rule = sayRule(node, words);
  const clause = scheme.nodes.get(node.id)?.clause;
  return html`<span lang="zh-CN">${node.label}</span>${rule !== '' && html`<span class="said">${rule}</span>`} ${clause !== undefined && html`<span class="clause">${clause}</span>`}${mark(node, words)}`;
}

function line(item: Item, words: PageWords): Html {
  return html`<li><span lang="zh-CN">${item.label}</span><span class="what">${sayRule(item, words)}${mark(item, words)}</span></li>`;
}

function mark({ source }: { source?: 'example' | 'inferred' }, { common }: PageWords): Html | undefined {
  return source === undefined ? undefined : html`<span class="tag">${common[source]}</span>`;
}

function note({ note }: Component): Html | undefined {
  return note === undefined ? undefined : html`<p class="soft" lang="zh-CN">${note}</p>`;
}
