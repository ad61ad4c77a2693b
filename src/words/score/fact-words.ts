import { ONCE } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { isSheetRef } from '#domain/process/opening.ts';
import type { Explanation } from '#domain/score/explanation.ts';
import { unitOf } from '#words/scheme/condition-words.ts';
import { change, commas, dayWords, number, points, type Speaker } from '#words/scheme/speak.ts';
import { withUnit } from '#words/unit-name.ts';
import { adjustmentWords, stretchWords } from './adjustment-words.ts';

/** What was determined: day, quantity or level, judged points, outside score, reference. Whoever reported or rated it is never named. */
export function factWords(speak: Speaker, fact: Fact): string {
  const { item, quantity, level, score, ref, period } = fact;
  if (item.startsWith('review:')) return ratedWords(speak, fact);
  const entry = speak.node(item);
  const node = entry?.kind === 'item' ? entry.node : undefined;
  const unit = node ? (unitOf(node) ?? '') : '';
  const counted = unit === '' || unit === '次';
  const scored = node?.convert !== undefined || node?.steps !== undefined;
  return [
    period === undefined ? dayWords(speak, fact.day) : periodWords(speak, period),
    entry?.kind === 'extra' ? speak.say('fact.extra', { label: entry.node.label }) : '',
    level ?? '',
    quantity === undefined || (quantity === ONCE && counted)
      ? ''
      : counted
        ? speak.say('condition.times', { number: number(speak, quantity) })
        : withUnit(number(speak, quantity), unit, speak.lang),
    score === undefined || !scored ? '' : speak.say('fact.score', { number: number(speak, score) }),
    fact.points === undefined || !node?.judged ? '' : speak.say('fact.judged', { points: points(speak, fact.points) }),
    ref === undefined ? '' : speak.say('fact.ref', { ref }),
  ]
    .filter((part) => part !== '')
    .join(speak.say('join.comma'));
}

/** The mean of one kind of rater, or that it did not rate. */
function ratedWords(speak: Speaker, { rater, score }: Fact): string {
  const who = rater ?? speak.say('fact.all-raters');
  return score === undefined
    ? speak.say('fact.not-rated', { rater: who })
    : speak.say('fact.rated', { rater: who, number: number(speak, score) });
}

/** A period as people read it: 2026年第一季度, 2026年3月, 2026年. */
function periodWords(speak: Speaker, period: string): string {
  const match = /^(\d{4})(?:-?([QH][1-4])|-(\d{2}))?$/i.exec(period);
  const [, year = '', part, month] = match ?? [];
  if (!match) return speak.say('fact.period', { period });
  if (month !== undefined) return stretchWords(speak, 'month', period);
  const stretch = part === undefined ? '' : stretchWords(speak, undefined, part.toUpperCase());
  return speak.say('fact.year', { year, stretch }).trim();
}

/** A leaf of the explanation as lines: a fact, facts taken together, or a stretch without a fact. */
export function leafLines(speak: Speaker, leaf: Explanation): string[] {
  const worth = change(speak, leaf.points);
  const why = leaf.adjustments.map((step) => adjustmentWords(speak, step, leaf));
  // What the limits left is said where it differs; the limits themselves are said below the facts.
  const kept = leaf.kept ?? leaf.points;
  const key = leaf.points < 0 && kept <= 0 ? 'fact.kept-deducted' : 'fact.kept';
  const rest =
    kept === leaf.points ? '' : speak.say(key, { points: points(speak, key === 'fact.kept' ? kept : -kept || 0) });
  const tail = commas(speak, why.length > 0 ? why : [worth, rest]);
  const line = (head: string): string => speak.say('join.colon', { head, rest: tail });
  if (leaf.fact && leaf.kind === 'transfer')
    return [line(`${dayWords(speak, leaf.fact.day)}${speak.say('join.comma')}${fromWhere(speak, leaf.fact.ref)}`)];
  if (leaf.fact) return [line(factWords(speak, leaf.fact))];
  if (leaf.kind === 'missing') {
    const stretch = stretchWords(speak, undefined, leaf.label);
    return [speak.say('fact.missing', { stretch, points: points(speak, leaf.points) })];
  }
  const facts = leaf.children.flatMap((child) => (child.fact ? [factWords(speak, child.fact)] : []));
  const head = pooledWords(speak, leaf);
  return [line(head), ...facts.map((text) => `  ${text}`)];
}

/** Where an opening comes from: brought along from another branch, or a sheet of before with the meeting that resolved it. */
function fromWhere(speak: Speaker, ref = ''): string {
  return isSheetRef(ref) ? ref : speak.say('fact.transfer');
}

/** What was taken together: a stretch, the facts of a condition, or a review. */
function pooledWords(speak: Speaker, { id, label }: Explanation): string {
  const entry = speak.node(id);
  if (entry?.kind === 'item' && entry.node.meets) return speak.say('fact.condition');
  if (entry?.kind === 'item' && entry.node.review)
    return speak.say('fact.review', { review: speak.reviewLabel(entry.node.review.of) });
  if (entry?.kind === 'item' && entry.node.steps?.on === 'score') return speak.say('fact.latest-score');
  const byPeriod = (speak.cycle?.year ?? 'whole') !== 'whole' && speak.cycle?.period !== 'year';
  const stretch = label === 'year' && byPeriod ? speak.say('stretch.period') : stretchWords(speak, undefined, label);
  return speak.say('fact.pooled', { stretch });
}
