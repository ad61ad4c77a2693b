import { showPoints } from '#domain/kernel/points.ts';
import type { Component, Group, Item } from '#domain/scheme/node.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { type Html, html } from '#server/html.ts';
import { mixed } from '#server/mixed.ts';
import { chinese } from '#server/view.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { pageWords } from '#words/pages.ts';
import { boundWords, extraWords, freeWords } from '#words/scheme/node-words.ts';
import { commas, type Speaker, speaker } from '#words/scheme/speak.ts';
import { valueWords } from '#words/scheme/value-words.ts';
import { gradesPart, usesPart, vetoesPart } from './outcomes.ts';

/** How points are given 积分办法: the scheme's components, headings and items with their rules in plain words and their clauses. */
export function rulesCard(scheme: Scheme, lang: Lang): Html {
  const { board, common } = pageWords(lang);
  const speak = speaker(scheme, lang);
  const { components, full } = scheme.document;
  const parts = components.map(({ label }) => label).join(board.and);
  const made =
    full === undefined ? fill(board.howMade, { parts }) : fill(board.howMadeFull, { parts, n: showPoints(full) });
  return html`<section class="card full rules"><h2>${board.howScored}</h2><p>${mixed(made, lang)}</p><div class="flow">${components.map((one) => part(one, speak))}${vetoesPart(scheme, lang)}${gradesPart(scheme, speak)}${usesPart(scheme, lang)}</div><p class="soft">${common.exampleNote}</p></section>`;
}

function part(component: Component, speak: Speaker): Html {
  const { note } = component;
  return html`<section class="part"><h3>${heading(component, speak)}</h3>${note !== undefined && html`<p class="soft"${chinese(speak.lang)}>${note}</p>`}${below(component, 4, speak)}</section>`;
}

function below(node: Component | Group, level: number, speak: Speaker): Html {
  const groups = (node.groups ?? []).map((group) => {
    const said = heading(group, speak);
    const title = level === 4 ? html`<h4>${said}</h4>` : html`<p class="sub">${said}</p>`;
    return html`${title}${below(group, level + 1, speak)}`;
  });
  const items = (node.items ?? []).map((one) => line(one, speak));
  return html`${items.length > 0 && html`<ul class="items">${items}</ul>`}${groups}`;
}

function heading(node: Component | Group, speak: Speaker): Html {
  const rule = commas(speak, boundWords(speak, node));
  const clause = speak.node(node.id)?.clause;
  return html`<span${chinese(speak.lang)}>${node.label}</span>${rule !== '' && html`<span class="said">${mixed(rule, speak.lang)}</span>`} ${clause !== undefined && clause !== node.label && html`<span class="clause"${chinese(speak.lang)}>${clause}</span>`}${mark(node, speak)}`;
}

function line(item: Item, speak: Speaker): Html {
  return html`<li><span${chinese(speak.lang)}>${item.label}</span><span class="what">${mixed(ruleOf(item, speak), speak.lang)}${mark(item, speak)}</span></li>`;
}

/** An item's rule for the public: value, extras, limits, evidence; who records it is the branch's own affair. */
function ruleOf(item: Item, speak: Speaker): string {
  const rule = commas(speak, [valueWords(speak, item), ...(item.extra ?? []).map((extra) => extraWords(speak, extra))]);
  const limits = commas(speak, [
    freeWords(speak, item),
    ...boundWords(speak, item),
    item.evidence === 'required' ? speak.say('node.evidence') : '',
  ]);
  return [rule, limits].filter((one) => one !== '').join(speak.say('join.clause'));
}

function mark({ source }: { source?: 'example' | 'inferred' }, { lang }: Speaker): Html | undefined {
  return source === undefined ? undefined : html`<span class="tag">${pageWords(lang).common[source]}</span>`;
}
