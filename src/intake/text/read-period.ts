import { parsePeriod, type Span, yearOf } from '#domain/kernel/day.ts';
import type { Cell } from '#intake/table.ts';
import { labelKey } from './clean.ts';

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const YEAR = /^(\d{4})(?:年度?|[-./](?=\d|[qh]))?/;
const MONTH = /^(\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月份?)?$/;
const QUARTER = /^(?:第?([1-4一二三四])季度?|q([1-4]))$/;
const HALF = /^(?:(上|下)半年|h([12]))$/;

function ordinal(text: string): number {
  const han = HAN.indexOf(text);
  return han >= 0 ? han + 1 : Number(text);
}

/** What follows the year: "03" as "-03", "q2" and 第二季度 as "Q2", 上半年 as "H1"; undefined when it is none of these. */
function partOf(text: string, bareMonth: boolean): string | undefined {
  if (text === '' || text === '全年' || text === '年度') return '';
  const quarter = QUARTER.exec(text);
  if (quarter) return `Q${ordinal(quarter[1] ?? quarter[2] ?? '')}`;
  const half = HALF.exec(text);
  if (half) return half[1] === '上' || half[2] === '1' ? 'H1' : 'H2';
  const month = bareMonth || text.includes('月') ? MONTH.exec(text) : undefined;
  return month ? `-${String(ordinal(month[1] ?? '')).padStart(2, '0')}` : undefined;
}

/** Of the calendar years that a scheme's year touches, the first in which the part lies inside it. */
function yearFor(part: string, year: Span): number {
  for (let number = yearOf(year.from); number < yearOf(year.to); number++) {
    const span = parsePeriod(`${number}${part}`);
    if (span && span.from >= year.from && span.to <= year.to) return number;
  }
  return yearOf(year.to);
}

/** Reads a cell as a period 期间 in its one spelling (2026-03, 2026Q1, 2026H1, 2026): 2026年3月, 2026年第一季度, 上半年, 3月 where the year is known. */
export function readPeriod(cell: Pick<Cell, 'kind' | 'text'>, year?: Span): string | undefined {
  if (cell.kind === 'date') return cell.text.endsWith('-01') ? cell.text.slice(0, 7) : undefined;
  const text = labelKey(cell.text);
  if (text === '') return undefined;
  if (cell.kind === 'number' && text.includes('.')) return undefined;
  if (/^\d{6}$/.test(text)) return known(`${text.slice(0, 4)}-${text.slice(4)}`);
  const match = YEAR.exec(text);
  if (match) {
    const rest = text.slice(match[0].length);
    const part = partOf(rest, !/[\d年]$/.test(match[0]) || match[0].endsWith('年'));
    return part === undefined ? undefined : known(`${match[1]}${part}`);
  }
  const part = year && partOf(text, false);
  return part === undefined || !year ? undefined : known(`${yearFor(part, year)}${part}`);
}

function known(text: string): string | undefined {
  return parsePeriod(text) ? text : undefined;
}
