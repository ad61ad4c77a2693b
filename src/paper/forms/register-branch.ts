import type { Points } from '#domain/kernel/points.ts';
import { cell, count, label, type PaperDocument, paragraph, points, type Row, row } from '#paper/document.ts';
import { cycleNote, GAP, proof, running, type Sealed, type Shown, signOff, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDate, paperDay, paperPeriod } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the register 党员积分登记表 of a branch shows, for a quarter (2026Q1) or a year (2026). */
export type BranchRegister = Sealed &
  Shown & {
    readonly branch: string;
    readonly period: string;
    readonly kind?: 'register' | 'supplement';
    /** How the total comes from periods that are scored each by itself, in words. */
    readonly cycle?: string;
    /** The components of the scheme in their order, by their labels. */
    readonly components: readonly string[];
    readonly members: readonly {
      readonly name: string;
      readonly lines: readonly {
        readonly day: string;
        readonly item: string;
        readonly words?: string;
        readonly points?: Points;
      }[];
      /** One for each component. */
      readonly sums: readonly Points[];
      readonly total: Points;
    }[];
    /** Numbers of entries of an earlier sheet that do not count any more. */
    readonly withdrawn?: readonly number[];
    readonly determinedOn?: string;
    readonly recorder?: string;
    readonly secretary?: string;
  };

const { frame, register: say } = paperZhCN;

/** The register of a branch: a member's points once, what was determined line by line beside them. */
export function branchRegisterForm(register: BranchRegister): PaperDocument {
  const { branch, period, kind = 'register', components, members, withdrawn = [], determinedOn } = register;
  const title = kind === 'register' ? say.title : say.supplement;
  const about = fill(say.about, { branch, period: paperPeriod(period) });
  return {
    title,
    sheet: 'a4-wide',
    running: running(about, register),
    numbered: true,
    blocks: [
      paragraph('title', title),
      paragraph('under', about),
      {
        kind: 'table',
        name: title,
        size: 10.5,
        columns: [
          { width: 5, align: 'center' },
          { width: 13, align: 'center' },
          ...components.map(() => ({ width: 28 / components.length, align: 'right' }) as const),
          { width: 9, align: 'right' },
          { width: 10, align: 'center' },
          { width: 42 },
          { width: 7, align: 'right' },
        ],
        head: headOf(register),
        rows: members.flatMap((one, at) => rowsOf(one, at, register)),
      },
      ...cycleNote(register),
      ...(withdrawn.length > 0 ? [paragraph('note', fill(say.withdrawn, { entries: withdrawn.join('、') }))] : []),
      together(
        GAP,
        ...(determinedOn === undefined
          ? []
          : [paragraph('plain', fill(say.assembly, { day: paperDay(determinedOn) }))]),
        ...signOff(
          [
            { title: frame.recorder, name: register.recorder },
            { title: frame.secretary, name: register.secretary },
          ],
          branch,
        ),
        ...proof(register),
      ),
    ],
  };
}

function headOf({ components, cycle }: BranchRegister): readonly Row[] {
  const total = cycle === undefined ? say.total : frame.byPeriod;
  const above = [frame.order, frame.name, ...components, total].map((text) => label(text));
  const below = above.map((one) => ({ ...one, joined: true }));
  return [
    { cells: [...above, label(say.determined, { span: 3 })] },
    { cells: [...below, label(frame.day), label(frame.item), label(say.worth)] },
  ];
}

function rowsOf(
  { name, lines, sums, total }: BranchRegister['members'][number],
  at: number,
  { period, decimals }: BranchRegister,
): Row[] {
  const shown = sums.map((one) => points(one, {}, decimals));
  const own = [count(at + 1), cell(name), ...shown, points(total, { bold: true }, decimals)];
  const [first, ...rest] = lines;
  if (!first) return [row([...own, '', say.nothing, ''])];
  const joined = own.map((one) => ({ ...one, joined: true }));
  return [row([...own, ...placesOf(first, period)]), ...rest.map((one) => row([...joined, ...placesOf(one, period)]))];
}

function placesOf(
  { day, item, words, points: given }: BranchRegister['members'][number]['lines'][number],
  period: string,
) {
  const text = words === undefined || words === '' ? item : `${item}（${words}）`;
  return [cell(paperDate(day, period)), cell(text), points(given)];
}
