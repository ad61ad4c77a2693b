import { ONCE } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Explanation } from '#domain/score/explanation.ts';
import { unitOf } from '#words/scheme/condition-words.ts';
import { change, commas, number, points, type Speaker } from '#words/scheme/speak.ts';
import { adjustmentWords, stretchWords } from './adjustment-words.ts';

/** What was determined: day, quantity or level, judged points, outside score, reference. Whoever reported or rated it is never named. */
export function factWords(speak: Speaker, fact: Fact): string {
  const { item, quantity, level, score, ref, period } = fact;
  const entry = speak.node(item);
  const unit = entry?.kind === 'item' ? (unitOf(entry.node) ?? '') : '';
  const judged = fact.points !== undefined && !item.startsWith('opening:');
  return [
    period === undefined ? fact.day : speak.say('fact.period', { period }),
    entry?.kind === 'extra' ? speak.say('fact.extra', { label: entry.node.label }) : '',
    level ?? '',
    quantity === undefined || (quantity === ONCE && unit === '')
      ? ''
      : speak.say('fact.quantity', {
          number: number(speak, quantity),
          unit: unit === '' ? speak.say('unit.once') : unit,
        }),
    score === undefined ? '' : speak.say('fact.score', { number: number(speak, score) }),
    judged ? speak.say('fact.judged', { points: points(speak, fact.points ?? 0) }) : '',
    ref === undefined ? '' : speak.say('fact.ref', { ref }),
  ]
    .filter((part) => part !== '')
    .join(speak.say('join.comma'));
}

/** A leaf of the explanation as lines: a fact, facts taken together, or a stretch without a fact. */
export function leafLines(speak: Speaker, leaf: Explanation): string[] {
  const worth = change(speak, leaf.points);
  const why = leaf.adjustments.map((step) => adjustmentWords(speak, step, leaf));
  // What the limits left is said where it differs; the limits themselves are said below the facts.
  const kept = leaf.kept ?? leaf.points;
  const rest = kept === leaf.points ? '' : speak.say('fact.kept', { points: points(speak, kept) });
  const tail = commas(speak, why.length > 0 ? why : [worth, rest]);
  const line = (head: string): string => speak.say('join.colon', { head, rest: tail });
  if (leaf.fact && leaf.kind === 'transfer')
    return [line(`${leaf.fact.day}${speak.say('join.comma')}${speak.say('fact.transfer')}`)];
  if (leaf.fact) return [line(factWords(speak, leaf.fact))];
  if (leaf.kind === 'missing')
    return [
      `${stretchWords(speak, undefined, leaf.label)}${speak.say('join.comma')}${speak.say('fact.missing')} ${points(speak, leaf.points)}`,
    ];
  const facts = leaf.children.flatMap((child) => (child.fact ? [factWords(speak, child.fact)] : []));
  const head =
    facts.length === 0
      ? speak.nodeLabel(leaf.id)
      : `${stretchWords(speak, undefined, leaf.label)}${speak.say('fact.pooled')}`;
  return [line(head), ...facts.map((text) => `  ${text}`)];
}
