import { showRatio } from '#domain/kernel/ratio.ts';
import type { Adjustment, Explanation } from '#domain/score/explanation.ts';
import { dayWords, points, type Speaker } from '#words/scheme/speak.ts';

/** The stretch of an adjustment or of facts taken together: 2026年3月, 第一季度, 全年. */
export function stretchWords(speak: Speaker, per: string | undefined, key: string | undefined): string {
  const month = /^(\d{4})-(\d{2})$/.exec(key ?? '');
  if (month)
    return speak.say('stretch.month-of', {
      year: month[1] ?? '',
      month: speak.lang === 'en' ? (month[2] ?? '') : Number(month[2]),
    });
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

/** What a step added or took, as a phrase: 减去1.5分. */
function moved(speak: Speaker, delta: number): string {
  if (delta === 0) return speak.say('change.same');
  return speak.say(delta < 0 ? 'change.less' : 'change.more', { points: points(speak, Math.abs(delta)) });
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
      return speak.say(node.kind === 'total' ? 'adjust.mean-periods' : 'adjust.mean', {
        limit,
        change: said,
      });
    case 'lost':
      return speak.say('adjust.lost', { change: said });
    case 'times': {
      const factor = ratio ? showRatio(ratio) : '';
      const less = ratio !== undefined && ratio.num < ratio.den;
      return speak.say(less ? 'adjust.times' : 'adjust.times-more', { factor, change: said });
    }
    case 'clear':
    case 'veto': {
      const why = speak.say(kind === 'clear' ? 'adjust.clear' : 'adjust.veto', { label, change: said });
      return ref === undefined ? why : why + speak.say('in-brackets', { text: speak.say('adjust.finding', { ref }) });
    }
    case 'evidence':
    case 'no-main':
    case 'not-applicable':
      return speak.say(`adjust.${kind}`);
  }
}
