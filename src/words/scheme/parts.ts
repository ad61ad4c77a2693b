import { showRatio } from '#domain/kernel/ratio.ts';
import { reachOfNode } from '#domain/scheme/check/reach.ts';
import type { SchemeDocument } from '#domain/scheme/document.ts';
import type { Component, Group, Item } from '#domain/scheme/node.ts';
import { clauseOf } from '#domain/scheme/scheme.ts';
import { itemWords } from './item-words.ts';
import { boundWords } from './node-words.ts';
import { heading } from './numbering.ts';
import { commas, points, type Speaker } from './speak.ts';

/** What adds up to what 积分构成: components, groups and items under numbered headings, each rule in one sentence. */
export function partsLines(speak: Speaker, document: SchemeDocument, section: number): string[] {
  const { components } = document;
  const deducts = components.some((one) => one.opens === undefined && reachOfNode(one, undefined, 12).least < 0);
  const list = components.map(({ label }) => label).join(speak.say('join.list'));
  const lines = [
    speak.say(components.length === 1 ? 'parts.one' : deducts ? 'parts.sum' : 'parts.sum-plain', { list }),
  ];
  const total = totalWords(speak, document);
  if (total !== '') lines.push(speak.say('parts.total', { what: total }));
  const each = byPeriod(document) ? boundsOfTotal(speak, document) : '';
  if (each !== '') lines.push(speak.say('total.period', { what: each }));
  for (const [at, component] of components.entries())
    lines.push(...nodeLines(speak, component, [section, at + 1], document.clause));
  return lines;
}

/** Whether the year is put together from periods, each of which is held to the bounds of the total. */
function byPeriod({ cycle }: SchemeDocument): boolean {
  return (cycle?.year ?? 'whole') !== 'whole';
}

function totalWords(speak: Speaker, document: SchemeDocument): string {
  const { full } = document;
  return commas(speak, [
    full === undefined ? '' : speak.say('total.full', { points: points(speak, full) }),
    byPeriod(document) ? '' : boundsOfTotal(speak, document),
  ]);
}

function boundsOfTotal(speak: Speaker, { total }: SchemeDocument): string {
  const { cap, floor, times } = total ?? {};
  return commas(speak, [
    times === undefined
      ? ''
      : 'review' in times
        ? speak.say('total.review', { review: speak.reviewLabel(times.review) })
        : speak.say('total.times', { factor: showRatio(times) }),
    cap === undefined ? '' : speak.say('total.cap', { points: points(speak, cap) }),
    floor === undefined ? '' : speak.say('total.floor', { points: points(speak, floor) }),
  ]);
}

/** Where a node stands: its clause where it is not the one above, and whether it is an example of ours. */
function standing(speak: Speaker, node: Component | Group | Item, above: string | undefined): string {
  const clause =
    node.clause !== undefined && node.clause !== above && node.clause !== node.label
      ? speak.say('in-brackets', { text: node.clause })
      : '';
  return clause + (node.source === undefined ? '' : speak.say(`source.${node.source}`));
}

function nodeLines(
  speak: Speaker,
  node: Component | Group,
  places: readonly number[],
  above: string | undefined,
): string[] {
  const rules = boundWords(speak, node).join(speak.say('join.comma'));
  const bounds = rules === '' ? '' : speak.say('in-brackets', { text: rules });
  const clause = clauseOf(node, above);
  const lines = [`${heading(speak.lang, places)}${node.label}${bounds}${standing(speak, node, above)}`];
  if (node.note !== undefined) lines.push(noteLine(speak, node.note));
  let at = 0;
  for (const group of node.groups ?? []) lines.push(...nodeLines(speak, group, [...places, ++at], clause));
  for (const item of node.items ?? []) {
    const rule = itemWords(speak, item);
    const head = `${heading(speak.lang, [...places, ++at])}${item.label}${standing(speak, item, clause)}`;
    lines.push((rule === '' ? head : speak.say('join.colon', { head, rest: rule })) + speak.say('join.stop'));
    if (item.note !== undefined) lines.push(noteLine(speak, item.note));
  }
  return lines;
}

/** A note on a line of its own, with one stop at its end. */
export function noteLine(speak: Speaker, note: string): string {
  const text = speak.say('node.note', { note });
  return /[。.；;]$/u.test(text) ? text : text + speak.say('join.stop');
}
