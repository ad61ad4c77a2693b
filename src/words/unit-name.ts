import type { Lang } from './lang.ts';

/** English for the units that schemes count in: one of it, and more. */
const ENGLISH: Readonly<Record<string, readonly [one: string, more: string]>> = {
  次: ['time', 'times'],
  小时: ['hour', 'hours'],
  分钟: ['minute', 'minutes'],
  节: ['lesson', 'lessons'],
  天: ['day', 'days'],
  日: ['day', 'days'],
  周: ['week', 'weeks'],
  月: ['month', 'months'],
  人: ['person', 'people'],
  人次: ['attendance', 'attendances'],
  户: ['household', 'households'],
  项: ['item', 'items'],
  件: ['case', 'cases'],
  篇: ['paper', 'papers'],
  场: ['session', 'sessions'],
  字: ['character', 'characters'],
  元: ['yuan', 'yuan'],
  分: ['point', 'points'],
};

/** A unit of a scheme 单位 in a language, for so many of it; one without an English name stays as the scheme writes it. */
export function unitName(unit: string, lang: Lang, n: number | string = 2): string {
  const [one, more] = (lang === 'en' ? ENGLISH[unit] : undefined) ?? [unit, unit];
  return String(n) === '1' ? one : more;
}

/** What a value is given for each of: 小时, 2小时; hour, 2 hours. */
export function eachOf(per: number | string | undefined, unit: string, lang: Lang): string {
  return per === undefined || String(per) === '1' ? unitName(unit, lang, 1) : withUnit(per, unit, lang);
}

/** So many of a unit: 2小时, 2 hours. */
export function withUnit(n: number | string, unit: string, lang: Lang): string {
  return lang === 'en' ? `${n} ${unitName(unit, lang, n)}` : `${n}${unit}`;
}
