import { divideRounded, type Points } from '#domain/kernel/points.ts';
import { cell, count, heads, label, type PaperDocument, paragraph, points, type Row, row } from '#paper/document.ts';
import { cycleNote, GAP, proof, running, type Sealed, type Shown, signOff, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperPeriod } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What a summary 汇总表 of a quarter (2026Q1) or a year (2026) shows: a line for each member, in the columns that it names. */
export type SummarySheet = Sealed &
  Shown & {
    readonly branch: string;
    readonly period: string;
    /** How the total comes from periods that are scored each by itself, in words. */
    readonly cycle?: string;
    /** What the figures are: components, or months, or quarters, by their labels. */
    readonly columns: readonly string[];
    readonly members: readonly {
      readonly name: string;
      readonly category: string;
      /** One for each column; undefined where there is none. */
      readonly figures: readonly (Points | undefined)[];
      readonly total: Points;
      readonly rank?: number;
      readonly grade?: string;
      readonly note?: string;
    }[];
  };

const { frame, summary: say } = paperZhCN;

/** The summary of a quarter or a year; a year's has rank and grade too. */
export function summaryForm(summary: SummarySheet): PaperDocument {
  const { branch, period, columns, members, cycle, decimals } = summary;
  const year = period.length === 4;
  const title = fill(year ? say.year : say.quarter, { period: paperPeriod(period) });
  // A scheme without categories or grades leaves no empty columns.
  const [sorted, graded] = [members.some((one) => one.category !== ''), members.some((one) => one.grade !== undefined)];
  const total = cycle === undefined ? say.total : frame.byPeriod;
  const last = year ? [say.yearTotal, say.rank, ...(graded ? [say.grade] : []), frame.note] : [total, frame.note];
  const rows = members.map((one, at) =>
    row([
      count(at + 1),
      one.name,
      ...(sorted ? [cell(one.category, { align: 'center' })] : []),
      ...one.figures.map((figure) => points(figure, {}, decimals)),
      points(one.total, { bold: true }, decimals),
      ...(year ? [count(one.rank)] : []),
      ...(graded ? [cell(one.grade ?? '', { align: 'center' })] : []),
      one.note ?? '',
    ]),
  );
  const ranked = members.filter(({ rank }) => rank !== undefined).length;
  return {
    title,
    sheet: 'a4-wide',
    running: running(branch, summary),
    numbered: true,
    blocks: [
      paragraph('title', title),
      paragraph('under', branch),
      {
        kind: 'table',
        name: title,
        size: 10.5,
        columns: widthsOf(columns.length, { sorted, graded, year }).map((width) => ({ width })),
        head: [heads([frame.order, frame.name, ...(sorted ? [say.category] : []), ...columns, ...last])],
        rows: members.length > 0 ? [...rows, averages(summary, [sorted ? 3 : 2, last.length - 1])] : rows,
      },
      ...cycleNote(summary),
      ...(year ? [paragraph('note', fill(say.counts, { all: members.length, ranked }))] : []),
      together(GAP, ...signOff([{ title: say.maker }, { title: say.checker }], branch), ...proof(summary)),
    ],
  };
}

function widthsOf(
  n: number,
  { sorted, graded, year }: Readonly<Record<'sorted' | 'graded' | 'year', boolean>>,
): number[] {
  const before = sorted ? [5, 15, 9] : [5, 15];
  const last = graded ? [8, year ? 13 : 22] : [year ? 13 : 22];
  return [...before, ...Array.from({ length: n }, () => 36 / n), 9, ...(year ? [6] : []), ...last];
}

/** The last line: what each column comes to on the average. */
function averages({ columns, members, decimals }: SummarySheet, [before, after]: readonly [number, number]): Row {
  const of = (values: readonly (Points | undefined)[]): Points | undefined => {
    const told = values.filter((one) => one !== undefined);
    return told.length === 0
      ? undefined
      : divideRounded(
          told.reduce((sum, one) => sum + one, 0),
          told.length,
        );
  };
  return row([
    label(say.sum, { span: before }),
    ...columns.map((_, at) => points(of(members.map(({ figures }) => figures[at])), {}, decimals)),
    points(of(members.map(({ total }) => total)), { bold: true }, decimals),
    ...Array.from({ length: after }, () => ''),
  ]);
}
