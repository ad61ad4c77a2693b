import type { Points } from '#domain/kernel/points.ts';
import { cell, count, heads, label, type PaperDocument, paragraph, points, row, type Table } from '#paper/document.ts';
import { GAP, proof, running, type Sealed, signOff, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay, paperPeriod } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the yearly record 年度积分个人记录 of a member shows, for the member's file. */
export type PersonalRecord = Sealed & {
  readonly branch: string;
  readonly year: string;
  readonly member: {
    readonly name: string;
    readonly standing: string;
    readonly group?: string;
    readonly joined?: string;
  };
  readonly sums: readonly { readonly component: string; readonly points: Points }[];
  readonly total: Points;
  readonly quarters: readonly { readonly quarter: string; readonly gained: Points; readonly soFar: Points }[];
  readonly lines: readonly {
    readonly day: string;
    readonly item: string;
    readonly words?: string;
    readonly points?: Points;
    readonly determined?: string;
  }[];
  readonly rank?: { readonly rank: number; readonly of: number };
  readonly grade?: string;
  /** What followed: commendation, talk, improvement, in words. */
  readonly uses?: readonly string[];
  /** Objections and appeals of the year with what they came to, in words. */
  readonly objections?: readonly string[];
};

const { frame, personal: say } = paperZhCN;

/** The yearly record of one member: sums, course, lines, result, signature. */
export function personalForm(record: PersonalRecord): PaperDocument {
  const { branch, year, member } = record;
  return {
    title: say.title,
    sheet: 'a4',
    running: running(`${branch}　${year}年度　${member.name}`, record),
    numbered: true,
    blocks: [
      paragraph('title', say.title),
      paragraph('under', fill(say.about, { branch, year })),
      whoTable(record),
      GAP,
      paragraph('plain', say.sums),
      sumsTable(record),
      GAP,
      paragraph('plain', say.course),
      courseTable(record),
      GAP,
      paragraph('plain', say.lines),
      linesTable(record),
      GAP,
      paragraph('plain', say.result),
      resultTable(record),
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

function sumsTable({ sums, total }: PersonalRecord): Table {
  return {
    kind: 'table',
    name: say.sums.slice(2),
    columns: [{ width: 60 }, { width: 40, align: 'right' }],
    head: [heads([say.component, say.points])],
    rows: [
      ...sums.map(({ component, points: sum }) => row([component, points(sum)])),
      row([label(say.total), points(total, { bold: true })]),
    ],
  };
}

function courseTable({ quarters }: PersonalRecord): Table {
  return {
    kind: 'table',
    name: say.course.slice(2),
    columns: [{ width: 40 }, { width: 30, align: 'right' }, { width: 30, align: 'right' }],
    head: [heads([say.quarter, say.gained, say.soFar])],
    rows: quarters.map(({ quarter, gained, soFar }) => row([paperPeriod(quarter), points(gained), points(soFar)])),
  };
}

function linesTable({ lines }: PersonalRecord): Table {
  const rows = lines.map((one, at) =>
    row([
      count(at + 1),
      one.day,
      one.words === undefined || one.words === '' ? one.item : `${one.item}（${one.words}）`,
      points(one.points),
      one.determined ?? '',
    ]),
  );
  return {
    kind: 'table',
    name: say.lines.slice(2),
    size: 10.5,
    columns: [
      { width: 7 },
      { width: 19, align: 'center' },
      { width: 45 },
      { width: 10 },
      { width: 19, align: 'center' },
    ],
    head: [heads([frame.order, frame.day, frame.item, say.worth, say.assembly])],
    rows: rows.length > 0 ? rows : [row([cell(frame.none, { span: 5, align: 'center' })])],
  };
}

function resultTable({ total, rank, grade, uses = [], objections = [] }: PersonalRecord): Table {
  const place = rank === undefined ? say.unranked : fill(say.rankText, { ...rank });
  const list = (texts: readonly string[]) => (texts.length === 0 ? frame.none : texts.join('\n'));
  return {
    kind: 'table',
    name: say.result.slice(2),
    columns: [20, 30, 18, 32].map((width) => ({ width })),
    head: [],
    rows: [
      row([label(say.total), points(total, { align: 'left', bold: true }), label(say.rank), place]),
      row([label(say.grade), cell(grade ?? '', { span: 3 })]),
      row([label(say.uses), cell(list(uses), { span: 3 })]),
      row([label(say.objections), cell(list(objections), { span: 3 })]),
    ],
  };
}
