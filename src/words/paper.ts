import { dayText } from '#domain/kernel/day.ts';
import { paperZhCN } from './paper.zh-CN.ts';

/** A day as official documents write it: 2026年3月5日; room to write one where it is empty. */
export function paperDay(day: string): string {
  if (day === '') return paperZhCN.frame.blankDay;
  return dayText(day);
}

/** A day under a head that tells the year: 3月5日; with its own year where that is another one. */
export function paperDate(day: string, period: string): string {
  if (day === '') return '';
  return day.startsWith(period.slice(0, 4)) ? paperDay(day).slice(5) : paperDay(day);
}

const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];

/** A period that a scheme scores by itself 考核期: by its name where it has one, as a term has. */
export function paperTerm(period: string): string {
  const [, year, half] = /^(\d{4})H([12])$/.exec(period) ?? [];
  if (half !== undefined) return `${year}年${half === '1' ? '上半年' : '下半年'}`;
  return /^\d{4}(Q[1-4]|-\d{2})?$/.test(period) ? paperPeriod(period) : period;
}

/** A month, quarter or year as official documents write it: 2026年3月, 2026年第一季度, 2026年. */
export function paperPeriod(period: string): string {
  const [, year = '', quarter, month] = /^(\d{4})(?:Q([1-4])|-(\d{2}))?$/.exec(period) ?? [];
  if (quarter !== undefined) return `${year}年${QUARTERS[Number(quarter) - 1] ?? ''}`;
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}
