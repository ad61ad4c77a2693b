import { parsePeriod, type Span, yearOf } from '#domain/kernel/day.ts';
import type { Row } from '#intake/table.ts';
import { labelKey } from '#intake/text/clean.ts';
import { readPeriod } from '#intake/text/read-period.ts';

/** The days of which a sheet speaks 工作表所属期间: those of one month or quarter, or a longer stretch that it sums up. */
export type SheetTime =
  | { readonly is: 'period'; readonly period: string; readonly span: Span }
  | { readonly is: 'sum'; readonly span: Span };

const MONTH = '(?<!\\d)(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])';
const RANGE = new RegExp(`(?:(\\d{4})年)?(${MONTH})月?份?[-—–~～至到](${MONTH})月`);
const SINGLE = new RegExp(
  `(?:(?<!\\d)\\d{4}(?:年|[-./]))?(?:${MONTH}月|第?[1-4一二三四]季度?(?!\\d))|(?<!\\d)\\d{4}[-./]\\d{1,2}(?!\\d)|(?<!\\d)20\\d{4}(?!\\d)`,
  'g',
);
const HALF = /(?:\d{4}年)?[上下]半年/;
const SUMS = /汇总|总表|年度|全年|年终|累计|总分|总积分|合计|总计|统计|排名|排行|名次|summary|total/;
/** The day on which a sheet was filled in says nothing of what it is about. */
const FILLED_IN = /日期|时间|\d[日号]/;
/** A row of more cells is one of headings. */
const FEW = 2;
const YEAR = /(?<!\d)((?:19|20|21)\d\d)年/;

/** What a text says of time: the name of a sheet or its title. */
function timeIn(text: string, year: Span): SheetTime | undefined {
  const key = labelKey(text);
  const range = rangeIn(key, year);
  if (range) return { is: 'sum', span: range };
  const whole = readPeriod({ kind: 'text', text: key }, year);
  const found = new Set(
    whole === undefined
      ? [...key.matchAll(SINGLE)].flatMap(([one]) => readPeriod({ kind: 'text', text: one }, year) ?? [])
      : [whole],
  );
  const [period, another] = found;
  if (another !== undefined) return undefined;
  const span = period === undefined ? undefined : parsePeriod(period);
  if (period !== undefined && span)
    return /^\d{4}(?:-\d\d|Q\d)$/.test(period) ? { is: 'period', period, span } : { is: 'sum', span };
  const half = HALF.exec(key);
  const halfPeriod = half ? readPeriod({ kind: 'text', text: half[0] }, year) : undefined;
  const halfSpan = halfPeriod === undefined ? undefined : parsePeriod(halfPeriod);
  if (halfSpan) return { is: 'sum', span: halfSpan };
  return SUMS.test(key) ? { is: 'sum', span: yearIn(key) ?? year } : undefined;
}

function yearIn(key: string): Span | undefined {
  const [, number] = YEAR.exec(key) ?? [];
  return number === undefined ? undefined : parsePeriod(number);
}

function rangeIn(key: string, year: Span): Span | undefined {
  const [, number, first = '', last = ''] = RANGE.exec(key) ?? [];
  const ends = [first, last].map((month) => {
    const text = `${number === undefined ? '' : `${number}年`}${month}月`;
    const period = first === '' ? undefined : readPeriod({ kind: 'text', text }, year);
    return period === undefined ? undefined : parsePeriod(period);
  });
  const [from, to] = ends;
  return from && to && from.from < to.to ? { from: from.from, to: to.to } : undefined;
}

/** The days of which a sheet speaks by its name, else by the titles above its headings; undefined where neither says so. */
export function sheetTime(name: string, titles: readonly Row[], year: Span): SheetTime | undefined {
  return timeIn(name, year) ?? titleTime(titles, year);
}

/** The days of which the titles above the headings speak 标题所写期间: a sheet that was copied often keeps those of the one before. */
export function titleTime(titles: readonly Row[], year: Span): SheetTime | undefined {
  const told = titles
    .filter(({ cells }) => cells.length <= FEW)
    .flatMap(({ cells }) =>
      cells.flatMap(({ kind, text }) => (kind === 'text' && !FILLED_IN.test(labelKey(text)) ? [text] : [])),
    );
  const times = told.flatMap((text) => timeIn(text, year) ?? []);
  const spans = new Set(times.map(({ span }) => `${span.from} ${span.to}`));
  return spans.size === 1 ? times[0] : undefined;
}

/** Whether a stretch of days belongs to a scheme's year. */
export function isInYear(span: Span, year: Span): boolean {
  return span.from >= year.from && span.to <= year.to;
}

/** The months of a stretch of days, each in its one spelling. */
export function monthsIn({ from, to }: Span): readonly string[] {
  const months: string[] = [];
  for (let number = yearOf(from); number <= yearOf(to); number++)
    for (let month = 1; month <= 12; month++) {
      const text = `${number}-${String(month).padStart(2, '0')}`;
      const span = parsePeriod(text);
      if (span && span.from >= from && span.to <= to) months.push(text);
    }
  return months;
}
