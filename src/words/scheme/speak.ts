import { POINT, type Points, showPoints } from '#domain/kernel/points.ts';
import { type Ratio, showRatio } from '#domain/kernel/ratio.ts';
import type { Cycle } from '#domain/scheme/document.ts';
import type { SharesByMember } from '#domain/scheme/node.ts';
import type { NodeEntry, Scheme } from '#domain/scheme/scheme.ts';
import type { Amount, Scope } from '#domain/scheme/value.ts';
import type { Lang } from '#words/lang.ts';
import { monthParams } from '#words/month-name.ts';
import { say } from '#words/say.ts';
import type { Key } from '#words/zh-CN.ts';
import { chineseNumber } from './numbering.ts';

/** What one needs to put a scheme's rules into words: the language, and the names of what ids stand for. */
export type Speaker = {
  readonly lang: Lang;
  readonly say: (key: Key, params?: Readonly<Record<string, string | number>>) => string;
  /** The label of a node; the id itself where it is unknown. */
  readonly nodeLabel: (id: string) => string;
  readonly node: (id: string) => NodeEntry | undefined;
  readonly reviewLabel: (id: string) => string;
  readonly categoryLabel: (id: string) => string;
  readonly cycle: Cycle | undefined;
  /** Decimals of points, 0–4. */
  readonly decimals: number;
};

/** A speaker for a scheme; a rule of a scheme is printed with all its decimals. */
export function speaker(scheme: Scheme, lang: Lang, decimals = 4): Speaker {
  const { reviews = [], categories = [], cycle } = scheme.document;
  return {
    lang,
    decimals,
    cycle,
    say: (key, params) => say(lang, key, params),
    node: (id) => scheme.nodes.get(id),
    nodeLabel: (id) => scheme.nodes.get(id)?.node.label ?? id,
    reviewLabel: (id) => reviews.find((review) => review.id === id)?.label ?? id,
    categoryLabel: (id) => categories.find((category) => category.id === id)?.label ?? id,
  };
}

const WIDTH: Readonly<Record<Scope | 'term', number>> = {
  matter: 0,
  day: 0,
  month: 1,
  quarter: 3,
  half: 6,
  term: 6,
  period: 0,
  year: 12,
};

/** The stretch in which facts truly come together: the period's own where the scheme scores its periods by themselves. */
export function stretchWithin({ cycle }: Speaker, scope: Scope): Scope | 'term' {
  const period = cycle?.period ?? 'quarter';
  if (scope === 'period') return period;
  return (cycle?.year ?? 'whole') !== 'whole' && WIDTH[scope] > WIDTH[period] ? period : scope;
}

/** How often a stretch comes, in words: 每月, 每学期; a period by what the cycle's periods are. */
export function scopeWords(speak: Speaker, scope: Scope | 'term'): string {
  return speak.say(`scope.${scope === 'period' ? (speak.cycle?.period ?? 'quarter') : scope}`);
}

/** A number of 1/10000 without a unit. */
export function number({ decimals }: Speaker, value: number): string {
  return showPoints(value, decimals);
}

/** Points with their unit: 2分. */
export function points(speak: Speaker, value: Points): string {
  return speak.say(Math.abs(value) === POINT ? 'points.one' : 'points.some', { number: number(speak, value) });
}

/** Points as what they do: 加2分, 扣2分, 计0分. */
export function change(speak: Speaker, value: Points): string {
  const key = value > 0 ? 'points.add' : value < 0 ? 'points.take' : 'points.none';
  return speak.say(key, { points: points(speak, Math.abs(value)) });
}

/** An amount, each number said by `one`: by itself, or member by member. */
export function amount(
  speak: Speaker,
  value: Amount,
  one: (speak: Speaker, points: Points) => string = points,
): string {
  if (typeof value === 'number') return one(speak, value);
  const list = [...value.amounts].map(([name, number]) =>
    speak.say('points.of', {
      name: value.by === 'category' ? speak.categoryLabel(name) : name,
      what: one(speak, number),
    }),
  );
  const rest = speak.say('points.else', { what: one(speak, value.otherwise) });
  return [...list, rest].join(speak.say('join.list'));
}

/** A factor in words: 70%, 1.5, or member by member (then all as numbers: 书记0.5、其他1). */
export function factors(speak: Speaker, value: Ratio | SharesByMember): string {
  if (!('by' in value)) return showRatio(value);
  const list = [...value.shares].map(([name, share]) =>
    speak.say('points.of', {
      name: value.by === 'category' ? speak.categoryLabel(name) : name,
      what: plainRatio(share),
    }),
  );
  return [...list, speak.say('points.else', { what: plainRatio(value.otherwise) })].join(speak.say('join.list'));
}

function plainRatio(ratio: Ratio): string {
  return (ratio.num * 10_000) % ratio.den === 0 ? String(ratio.num / ratio.den) : showRatio(ratio);
}

/** A share of people as a document writes it: 三分之一, 20%. */
export function shareOf(speak: Speaker, share: Ratio): string {
  const small = share.den <= 10 && share.num <= 10 && 100 % share.den !== 0;
  return small && speak.lang === 'zh-CN'
    ? speak.say('share.of', { num: chineseNumber(share.num), den: chineseNumber(share.den) })
    : showRatio(share);
}

/** Words one after the other, set off by commas; empty ones are left out. */
export function commas(speak: Speaker, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(speak.say('join.comma'));
}

/** A range in words, its ends said by `one`: 70分以上不满80分. */
export function range(
  speak: Speaker,
  ends: { readonly from?: number; readonly to?: number; readonly upTo?: number },
  one: (value: number) => string,
  counted = false,
): string {
  const from = ends.from === undefined ? '' : one(ends.from);
  const to = ends.to === undefined ? '' : one(ends.to);
  const upTo = ends.upTo === undefined ? '' : one(ends.upTo);
  if (ends.from !== undefined && ends.from === ends.upTo) return from;
  // Counts and quantities are never below nothing.
  if (counted && ends.from === undefined && ends.upTo === 0) return upTo;
  if (from !== '' && to !== '') return speak.say('range.from-to', { from, to });
  if (from !== '' && upTo !== '') return speak.say('range.from-upto', { from, upTo });
  if (from !== '') return speak.say('range.from', { from });
  if (to !== '') return speak.say('range.to', { to });
  return upTo === '' ? speak.say('range.any') : speak.say('range.upto', { upTo });
}

/** A day as people read it: 2026年3月5日. */
export function dayWords(speak: Speaker, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return speak.say('doc.day', {
    year,
    month: speak.lang === 'en' ? monthParams(month).mon : Number(month),
    date: Number(date),
  });
}
