import { showRatio } from '#domain/kernel/ratio.ts';
import type { Adjustment, Explanation } from '#domain/score/explanation.ts';
import { monthParams } from '#words/month-name.ts';
import { dayWords, points, type Speaker } from '#words/scheme/speak.ts';

/** The stretch of an adjustment or of facts taken together: 2026年3月, 第一季度, 全年. */
export function stretchWords(speak: Speaker, per: string | undefined, key: string | undefined): string {
  const month = /^(\d{4})-(\d{2})$/.exec(key ?? '');
  if (month) {
    const said = monthParams(month[2] ?? '');
    return speak.say('stretch.month-of', { year: month[1] ?? '', month: speak.lang === 'en' ? said.month : said.m });
  }
  const months = movedStretch(speak, key);
  if (months !== undefined) return months;
  const quarter = /^Q([1-4])$/.exec(key ?? '');
  if (quarter)
    return speak.say('stretch.quarter-of', {
      number: speak.lang === 'en' ? (quarter[1] ?? '') : ('一二三四'[Number(quarter[1]) - 1] ?? ''),
    });
  if (key === 'H1' || key === 'H2') return speak.say(key === 'H1' ? 'stretch.half-1' : 'stretch.half-2');
  if (per === 'day' && key !== undefined) return dayWords(speak, key);
  if (per === 'matter')
    return key === undefined || key.startsWith('#')
      ? speak.say('stretch.matter')
      : speak.say('stretch.matter-of', { ref: key });
  if (per === 'year' || key === 'year') return speak.say('stretch.year');
  return per === 'month' || per === 'quarter' || per === 'half'
    ? speak.say(`stretch.${per}`)
    : speak.say('stretch.whole');
}

/** A quarter or half of a year that does not begin in January, by its months: 7月至9月. */
function movedStretch(speak: Speaker, key = ''): string | undefined {
  const [, kind, at] = /^([QH])([1-4])$/.exec(key) ?? [];
  const first = Number((speak.cycle?.starts ?? '01-01').slice(0, 2));
  if (kind === undefined || first === 1) return undefined;
  const length = kind === 'Q' ? 3 : 6;
  const from = first + (Number(at) - 1) * length;
  const to = from + length - 1;
  const month = (number: number): number => ((number - 1) % 12) + 1;
  return speak.say(from <= 12 && to > 12 ? 'stretch.months-next' : 'stretch.months', {
    from: month(from),
    to: month(to),
  });
}

/** A period of the cycle by its id: 2026年3月, 2026年第一季度, 2025年7月至9月; a term and the whole year by their label. */
export function periodLabel(speak: Speaker, id: string, label: string): string {
  const [, year, part] = /^(\d{4})([QH][1-4])$/.exec(id) ?? [];
  if (year === undefined || part === undefined)
    return /^\d{4}-\d{2}$/.test(id) ? stretchWords(speak, 'month', id) : label;
  const [length, number] = [part.startsWith('Q') ? 3 : 6, Number(part.slice(1))];
  const first = Number((speak.cycle?.starts ?? '01-01').slice(0, 2));
  if (first > 1 && (first - 1) % length === 0) {
    // The calendar's own quarter or half: its months say what it is where the year begins elsewhere.
    const stretch = speak.say('stretch.months', { from: (number - 1) * length + 1, to: number * length });
    return speak.say('stretch.in-year', { year, stretch });
  }
  const from = first + (number - 1) * length;
  return speak.say('stretch.in-year', {
    year: Number(year) + (from > 12 ? 1 : 0),
    stretch: stretchWords(speak, undefined, part),
  });
}

/** What a step added or took, as a phrase: 减去1.5分. */
function moved(speak: Speaker, delta: number): string {
  if (delta === 0) return speak.say('change.same');
  return speak.say(delta < 0 ? 'change.less' : 'change.more', { points: points(speak, Math.abs(delta)) });
}

/** A mean of occurrences or of periods: what they come to together, and what that makes of each. */
function meanWords(speak: Speaker, { delta, limit = 0 }: Adjustment, node: Explanation, change: string): string {
  const sum = node.children.reduce((all, child) => all + child.points, 0);
  const mean = sum + delta;
  const said = { limit, sum: points(speak, sum), mean: points(speak, mean), change };
  if (node.kind === 'total') return speak.say('adjust.mean-periods', said);
  return speak.say(Math.abs(mean * limit - sum) <= limit ? 'adjust.mean-of' : 'adjust.mean', said);
}

/** One adjustment 调整 in words: 当月封顶2分，减去1.5分. */
export function adjustmentWords(speak: Speaker, step: Adjustment, node: Explanation): string {
  const { kind, delta, limit = 0, per, key, ratio, label = '', ref } = step;
  const stretch = stretchWords(speak, per, key);
  const said = moved(speak, delta);
  const kept = delta > 0 ? speak.say('change.back', { points: points(speak, delta) }) : said;
  switch (kind) {
    case 'cap':
      return speak.say('adjust.cap', { stretch, limit: points(speak, limit), change: said });
    case 'floor':
      return speak.say(limit < 0 ? 'adjust.floor' : 'adjust.floor-at', {
        stretch,
        limit: points(speak, Math.abs(limit)),
        change: limit < 0 ? kept : said,
      });
    case 'count':
      return speak.say('adjust.count', { stretch, limit, change: kept });
    case 'free':
      return speak.say('adjust.free', { stretch, limit, change: kept });
    case 'take': {
      const way = label === 'highest' || label === 'lowest' || label === 'latest' || label === 'last' ? label : 'other';
      return speak.say(`adjust.take.${way}`, { change: said });
    }
    case 'mean':
      return meanWords(speak, step, node, said);
    case 'lost':
      return speak.say('adjust.lost', { change: said });
    case 'times': {
      const factor = ratio ? showRatio(ratio) : '';
      const less = ratio !== undefined && ratio.num < ratio.den;
      return speak.say(less ? 'adjust.times' : 'adjust.times-more', { factor, change: said });
    }
    case 'clear':
    case 'grade':
    case 'veto': {
      const why = speak.say(`adjust.${kind}`, { label, change: said, grade: key ?? '' });
      return ref === undefined ? why : why + speak.say('in-brackets', { text: speak.say('adjust.finding', { ref }) });
    }
    case 'evidence':
    case 'no-main':
    case 'not-applicable':
      return speak.say(`adjust.${kind}`);
  }
}
