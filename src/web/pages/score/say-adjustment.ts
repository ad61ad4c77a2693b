import type { AdjustmentAnswer } from '#contract/explanation.ts';
import { showRatio } from '#domain/kernel/ratio.ts';
import { fill } from '#words/fill.ts';
import { monthParams } from '#words/month-name.ts';
import { sayDay, sayMonthOf } from '#words/my.ts';
import type { MyWords } from '#words/my.zh-CN.ts';

type Stretch = keyof MyWords['my']['stretchOf'];

/** The words for one adjustment 调整: "当月（3月）封顶 1 分"; `periods` where a year is made of its periods. */
export function sayAdjustment(adjustment: AdjustmentAnswer, words: MyWords, periods = false): string {
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
  if (periods && kind === 'mean') return fill(adjust.meanOfPeriods, params);
  if (periods && kind === 'take' && label === 'last') return adjust.latestPeriod;
  return fill(sentenceOf(kind, label, inStretch, adjust), params);
}

function sentenceOf(
  kind: AdjustmentAnswer['kind'],
  label: string | undefined,
  inStretch: boolean,
  adjust: MyWords['my']['adjust'],
): string {
  if (kind === 'cap') return inStretch ? adjust.capIn : adjust.cap;
  if (kind === 'floor') return inStretch ? adjust.floorIn : adjust.floor;
  if (kind !== 'take') return adjust[kind];
  if (label === 'lowest') return adjust.takeLowest;
  return label === 'latest' || label === 'last' ? adjust.takeLatest : adjust.takeHighest;
}

/** The stretch in which a limit acted, by its key: 2026-03, Q1, H2, year. */
function sayStretch(key: string, words: MyWords, per: Stretch): string {
  return fill(words.my.stretchOf[per], { key: sayKey(key, words) });
}

/** A key of a stretch in words: "3月", "第1季度", "上半年", a day. */
export function sayKey(key: string, words: MyWords): string {
  const names = words.my.key;
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return sayDay(key, words);
  if (/^\d{4}-\d{2}$/.test(key)) return fill(names.month, monthParams(key.slice(5)));
  if (/^Q[1-4]$/.test(key)) return fill(names.quarter, { n: key.slice(1) });
  return key === 'H1' || key === 'H2' ? names[key] : names.year;
}

/** A period as people wrote it in words: 2026, 2026-03, 2026Q1, 2026H2. */
export function sayPeriod(period: string, words: MyWords): string {
  const [, y, part = ''] = /^(\d{4})-?(\d{2}|[QH]\d)?$/i.exec(period) ?? [];
  // A term of a school has a name of its own.
  if (y === undefined) return period;
  if (part === '') return fill(words.my.periodYear, { y });
  if (/^\d/.test(part)) return sayMonthOf(`${y}-${part}`, words);
  return fill(words.my.periodOf, { y, key: sayKey(part.toUpperCase(), words) });
}
