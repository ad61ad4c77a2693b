import type { Points } from '#domain/kernel/points.ts';
import { type Block, cell, count, heads, label, type PaperDocument, paragraph, points, row } from '#paper/document.ts';
import { cycleNote, GAP, proof, running, type Sealed, type Shown, signOff, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDate, paperPeriod } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the register 党员积分登记表 of one member shows, for a quarter (2026Q1) or a year (2026). */
export type MemberRegister = Sealed &
  Shown & {
    readonly branch: string;
    readonly period: string;
    readonly member: { readonly name: string; readonly standing: string; readonly group?: string };
    readonly lines: readonly {
      readonly day: string;
      readonly item: string;
      readonly words?: string;
      readonly claimed?: Points;
      readonly reviewed?: Points;
      readonly given?: Points;
      /** The day of the meeting that determined it. */
      readonly determined?: string;
      readonly entry?: number;
    }[];
    /** How the total comes from periods that are scored each by itself, in words. */
    readonly cycle?: string;
    readonly sums: readonly { readonly component: string; readonly points: Points }[];
    readonly total: Points;
  };

const { frame, register: say } = paperZhCN;

/** The register of one member: what was determined from declaration to entry, the sums, and room to sign. */
export function memberRegisterForm(register: MemberRegister): PaperDocument {
  const { branch, period, member, lines } = register;
  const head = [
    frame.order,
    frame.day,
    frame.item,
    frame.fact,
    say.claimed,
    say.reviewed,
    say.given,
    say.meeting,
    say.entry,
  ];
  const rows = lines.map((one, at) =>
    row([
      count(at + 1),
      cell(paperDate(one.day, period), { align: 'center' }),
      one.item,
      one.words ?? '',
      points(one.claimed),
      points(one.reviewed),
      points(one.given),
      cell(paperDate(one.determined ?? '', period), { align: 'center' }),
      count(one.entry),
    ]),
  );
  return {
    title: say.memberTitle,
    sheet: 'a4-wide',
    running: running(`${member.name}　${paperPeriod(period)}　${branch}`, register),
    numbered: true,
    blocks: [
      paragraph('title', say.title),
      paragraph('under', fill(say.about, { branch, period: paperPeriod(period) })),
      whoTable(register),
      GAP,
      {
        kind: 'table',
        name: say.determined,
        size: 10.5,
        columns: [5, 9, 18, 30, 7, 7, 7, 14, 6].map((width) => ({ width })),
        head: [heads(head)],
        rows: rows.length > 0 ? rows : [row([cell(say.nothing, { span: head.length, align: 'center' })])],
      },
      GAP,
      sumsTable(register),
      ...cycleNote(register),
      together(
        GAP,
        paragraph('plain', say.read),
        ...signOff([{ title: frame.member }, { title: frame.recorder }], branch),
        ...proof(register),
      ),
    ],
  };
}

function whoTable({ member, period }: MemberRegister): Block {
  const pairs = [
    [frame.name, member.name],
    [say.standing, member.standing],
    [say.group, member.group ?? ''],
    [say.period, paperPeriod(period)],
  ] as const;
  return {
    kind: 'table',
    name: say.memberTitle,
    columns: [10, 22, 10, 13, 10, 13, 10, 18].map((width) => ({ width })),
    head: [],
    rows: [{ cells: pairs.flatMap(([title, text]) => [label(title), cell(text)]) }],
  };
}

function sumsTable({ sums, total, cycle, decimals }: MemberRegister): Block {
  const names = [...sums.map(({ component }) => component), cycle === undefined ? say.total : frame.byPeriod];
  return {
    kind: 'table',
    name: say.sums,
    columns: [{ width: 1 }, ...names.map(() => ({ width: 1, align: 'right' }) as const)],
    head: [{ cells: [label(say.sums), ...names.map((one) => label(one))] }],
    rows: [
      row([
        label(say.worth),
        ...sums.map((one) => points(one.points, {}, decimals)),
        points(total, { bold: true }, decimals),
      ]),
    ],
  };
}
