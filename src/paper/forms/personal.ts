import type { Points } from '#domain/kernel/points.ts';
import {
  type Block,
  cell,
  count,
  heads,
  label,
  type PaperDocument,
  paragraph,
  points,
  row,
  type Table,
} from '#paper/document.ts';
import { GAP, proof, running, type Sealed, type Shown, signOff, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDate, paperDay, paperPeriod, paperTerm } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the yearly record 年度积分个人记录 of a member shows, for the member's file. */
export type PersonalRecord = Sealed &
  Shown & {
    readonly branch: string;
    readonly year: string;
    /** The day up to which it was computed, while the year is not sealed. */
    readonly asOf?: string;
    readonly member: {
      readonly name: string;
      readonly standing: string;
      readonly group?: string;
      readonly joined?: string;
    };
    readonly sums: readonly { readonly component: string; readonly points: Points }[];
    readonly total: Points;
    /** How the year's points come from those of its periods, in words, and what each came to; of a year that is scored as a whole there are quarters. */
    readonly cycle?: string;
    readonly periods?: readonly { readonly period: string; readonly points: Points }[];
    readonly quarters: readonly { readonly quarter: string; readonly gained: Points; readonly soFar: Points }[];
    readonly lines: readonly {
      readonly day: string;
      readonly item: string;
      readonly words?: string;
      readonly points?: Points;
      readonly determined?: string;
    }[];
    readonly rank?: { readonly rank: number; readonly of: number };
    /** Why there is no rank. */
    readonly unranked?: string;
    /** The grade that the points come to 积分等次, and the one that the meeting gave 民主评议等次. */
    readonly band?: string;
    readonly grade?: string;
    /** What followed: commendation, talk, improvement, in words. */
    readonly uses?: readonly string[];
    /** Objections and appeals of the year with what they came to, in words. */
    readonly objections?: readonly string[];
    /** An appeal stands among them that the branch does not know of: this sheet is the member's alone. */
    readonly keep?: boolean;
  };

const { frame, personal: say } = paperZhCN;

/** The yearly record of one member: sums, course, lines, result, signature. */
export function personalForm(record: PersonalRecord): PaperDocument {
  const { branch, year, asOf, member, keep = false } = record;
  return {
    title: say.title,
    sheet: 'a4',
    running: running(`${member.name}　${year}年度　${branch}`, record),
    numbered: true,
    blocks: [
      paragraph('title', say.title),
      paragraph(
        'under',
        fill(asOf === undefined ? say.about : say.aboutExpected, { branch, year, day: paperDate(asOf ?? '', year) }),
      ),
      whoTable(record),
      GAP,
      paragraph('plain', say.sums),
      sumsTable(record),
      GAP,
      ...courseOf(record),
      GAP,
      paragraph('plain', say.lines),
      linesTable(record),
      GAP,
      paragraph('plain', say.result),
      resultTable(record),
      ...(keep ? [paragraph('note', say.keep)] : []),
      together(
        GAP,
        paragraph('plain', say.read),
        ...signOff([{ title: frame.member }, { title: frame.secretary }], branch),
        ...proof(record),
      ),
    ],
  };
}

function whoTable({ member }: PersonalRecord): Table {
  return {
    kind: 'table',
    name: say.title,
    columns: [15, 35, 20, 30].map((width) => ({ width })),
    head: [],
    rows: [
      row([label(frame.name), member.name, label(say.standing), member.standing]),
      row([
        label(say.joined),
        member.joined === undefined ? '' : paperDay(member.joined),
        label(say.group),
        member.group ?? '',
      ]),
    ],
  };
}

function sumsTable({ sums, total, decimals }: PersonalRecord): Table {
  return {
    kind: 'table',
    name: say.sums.slice(2),
    columns: [{ width: 60 }, { width: 40, align: 'right' }],
    head: [heads([say.component, say.points])],
    rows: [
      ...sums.map(({ component, points: sum }) => row([component, points(sum, {}, decimals)])),
      row([label(say.total), points(total, { bold: true }, decimals)]),
    ],
  };
}

/** What the points were through the year: by quarters as they grew, or by the periods that are scored each by itself. */
function courseOf(record: PersonalRecord): readonly Block[] {
  const { cycle, periods, decimals } = record;
  if (!periods) return [paragraph('plain', say.course), courseTable(record)];
  return [
    paragraph('plain', say.periods),
    {
      kind: 'table',
      name: say.periods.slice(2),
      columns: [{ width: 60 }, { width: 40, align: 'right' }],
      head: [heads([say.period, say.periodPoints])],
      rows: periods.map((one) => row([paperTerm(one.period), points(one.points, {}, decimals)])),
    },
    ...(cycle === undefined ? [] : [paragraph('note', fill(say.cycle, { cycle }))]),
  ];
}

function courseTable({ quarters, decimals }: PersonalRecord): Table {
  return {
    kind: 'table',
    name: say.course.slice(2),
    columns: [{ width: 40 }, { width: 30, align: 'right' }, { width: 30, align: 'right' }],
    head: [heads([say.quarter, say.gained, say.soFar])],
    rows: quarters.map(({ quarter, gained, soFar }) =>
      row([paperPeriod(quarter), points(gained, {}, decimals), points(soFar, {}, decimals)]),
    ),
  };
}

function linesTable({ lines, year }: PersonalRecord): Table {
  const rows = lines.map((one, at) =>
    row([
      count(at + 1),
      paperDate(one.day, year),
      one.words === undefined || one.words === '' ? one.item : `${one.item}（${one.words}）`,
      points(one.points),
      paperDate(one.determined ?? '', year),
    ]),
  );
  return {
    kind: 'table',
    name: say.lines.slice(2),
    size: 10.5,
    columns: [
      { width: 7 },
      { width: 14, align: 'center' },
      { width: 47 },
      { width: 9 },
      { width: 23, align: 'center' },
    ],
    head: [heads([frame.order, frame.day, frame.item, say.worth, say.assembly])],
    rows: rows.length > 0 ? rows : [row([cell(frame.none, { span: 5, align: 'center' })])],
  };
}

function placeText({ rank, unranked }: PersonalRecord): string {
  if (rank) return fill(say.rankText, { ...rank });
  return unranked === undefined ? say.unranked : fill(say.unrankedWhy, { why: unranked });
}

function resultTable(record: PersonalRecord): Table {
  const { total, band, grade, uses = [], objections = [], decimals } = record;
  const list = (texts: readonly string[]) => (texts.length === 0 ? frame.none : texts.join('\n'));
  return {
    kind: 'table',
    name: say.result.slice(2),
    columns: [18, 26, 20, 36].map((width) => ({ width })),
    head: [],
    rows: [
      row([
        label(say.total),
        points(total, { align: 'left', bold: true }, decimals),
        label(say.rank),
        placeText(record),
      ]),
      row([label(say.band), band ?? '', label(say.grade), grade ?? '']),
      row([label(say.uses), cell(list(uses), { span: 3 })]),
      row([label(say.objections), cell(list(objections), { span: 3 })]),
    ],
  };
}
