import type { AdjustmentAnswer } from '#contract/explanation.ts';
import { showRatio } from '#domain/kernel/ratio.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/pages.ts';
import type { PageWords } from '#words/pages.zh-CN.ts';

type Stretch = keyof PageWords['my']['stretchOf'];

/** The words for one adjustment 调整: "当月（3月）封顶 1 分". */
export function sayAdjustment(adjustment: AdjustmentAnswer, words: PageWords): string {
  const { kind, per, key, limit, count, ratio, label } = adjustment;
  const { adjust } = words.my;
  const inStretch = per !== undefined && per !== 'whole';
  const params = {
    limit: limit?.shown ?? '',
    count: count ?? '',
    ratio: ratio ? showRatio(ratio) : '',
    label: label ?? '',
    stretch: inStretch ? sayStretch(key ?? per, words, per) : '',
  };
  return fill(sentenceOf(kind, label, inStretch, adjust), params);
}

function sentenceOf(
  kind: AdjustmentAnswer['kind'],
  label: string | undefined,
  inStretch: boolean,
  adjust: PageWords['my']['adjust'],
): string {
  if (kind === 'cap') return inStretch ? adjust.capIn : adjust.cap;
  if (kind === 'floor') return inStretch ? adjust.floorIn : adjust.floor;
  if (kind !== 'take') return adjust[kind];
  if (label === 'lowest') return adjust.takeLowest;
  return label === 'latest' || label === 'last' ? adjust.takeLatest : adjust.takeHighest;
}

/** The stretch in which a limit acted or facts were taken together, by its key: 2026-03, Q1, H2, year. */
export function sayStretch(key: string, words: PageWords, per: Stretch = perOf(key)): string {
  const { stretchOf, half } = words.my;
  const params = {
    day: per === 'day' ? sayDay(key, words) : '',
    m: Number(key.slice(5, 7)),
    n: key.slice(1),
    half: key === 'H2' ? half.H2 : half.H1,
  };
  return fill(stretchOf[per], params);
}

function perOf(key: string): Stretch {
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return 'day';
  if (/^\d{4}-\d{2}$/.test(key)) return 'month';
  if (/^Q\d$/.test(key)) return 'quarter';
  return /^H\d$/.test(key) ? 'half' : 'year';
}
