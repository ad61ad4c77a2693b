import { showRatio } from '#domain/kernel/ratio.ts';
import type { Adjustment, Explanation } from '#domain/score/explanation.ts';
import { points, type Speaker } from '#words/scheme/speak.ts';

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
  if (per === 'day' && key !== undefined) return key;
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
  const size = points(speak, Math.abs(delta));
  switch (kind) {
    case 'cap':
      return speak.say('adjust.cap', { stretch, limit: points(speak, limit), delta: size });
    case 'floor':
      return speak.say(limit < 0 ? 'adjust.floor' : 'adjust.floor-at', {
        stretch,
        limit: points(speak, Math.abs(limit)),
        delta: size,
      });
    case 'count':
      return speak.say(delta > 0 ? 'adjust.count-back' : 'adjust.count', { stretch, limit, delta: size });
    case 'free':
      return speak.say(delta < 0 ? 'adjust.free-credit' : 'adjust.free', { stretch, limit, delta: size });
    case 'take': {
      const way = label === 'highest' || label === 'lowest' || label === 'latest' || label === 'last' ? label : 'other';
      return speak.say(`adjust.take.${way}`, { change: moved(speak, delta) });
    }
    case 'mean':
      return speak.say(node.kind === 'total' ? 'adjust.mean-periods' : 'adjust.mean', {
        limit,
        change: moved(speak, delta),
      });
    case 'lost':
      return speak.say('adjust.lost', { delta: size });
    case 'times': {
      const factor = ratio ? showRatio(ratio) : '';
      const less = ratio !== undefined && ratio.num < ratio.den;
      return speak.say(less ? 'adjust.times' : 'adjust.times-more', { factor, change: moved(speak, delta) });
    }
    case 'clear':
    case 'veto': {
      const said = speak.say(kind === 'clear' ? 'adjust.clear' : 'adjust.veto', { label, change: moved(speak, delta) });
      return ref === undefined ? said : said + speak.say('in-brackets', { text: speak.say('adjust.finding', { ref }) });
    }
    case 'evidence':
    case 'no-main':
    case 'not-member':
      return speak.say(`adjust.${kind}`);
    default:
      return speak.say('adjust.sum', { change: moved(speak, delta) });
  }
}
