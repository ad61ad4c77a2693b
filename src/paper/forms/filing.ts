import { type Points, showPoints } from '#domain/kernel/points.ts';
import { type Block, cell, count, heads, label, type PaperDocument, paragraph, points, row } from '#paper/document.ts';
import { GAP, opinion, proof, running, type Sealed, type Shown } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the filing form 备案表 of a year shows: one submission, with what the superior said to it. */
export type FilingForm = Sealed &
  Shown & {
    readonly branch: string;
    readonly superior: string;
    readonly year: string;
    /** The number of the sealed settlement. */
    readonly settlement: number;
    readonly counts: {
      readonly members: number;
      readonly ranked: number;
      readonly exempt: number;
      readonly vetoed: number;
    };
    readonly average?: Points;
    /** How many members have points in each range, without names. */
    readonly spread: readonly { readonly label: string; readonly members: number }[];
    readonly notice?: {
      readonly from: string;
      readonly to: string;
      readonly days: number;
      /** What came of it, once it is filed. */
      readonly outcome?: { readonly objections: number; readonly questions: number };
    };
    readonly materials: readonly string[];
    readonly rounds: readonly {
      readonly day: string;
      readonly did: 'sent' | 'returned' | 'approved';
      readonly reason?: string;
      /** How many returned lines the branch stood by. */
      readonly confirmed?: number;
    }[];
    /** The number that the superior gave. */
    readonly filedAs?: string;
    readonly components: readonly string[];
    readonly members: readonly {
      readonly name: string;
      readonly sums: readonly Points[];
      readonly total: Points;
      readonly rank?: number;
      readonly note?: string;
    }[];
  };

const { frame, filing: say, summary: sums } = paperZhCN;

/** The filing form: the form itself on one page, every member's annual points behind it. */
export function filingForm(filing: FilingForm): PaperDocument {
  const { branch, year } = filing;
  return {
    title: say.title,
    sheet: 'a4',
    running: running(`${branch}　${year}年度`, filing),
    numbered: true,
    blocks: [
      paragraph('title', say.title),
      GAP,
      formTable(filing),
      ...proof(filing),
      { kind: 'break' },
      ...annex(filing),
    ],
  };
}

function formTable(filing: FilingForm): Block {
  const { branch, superior, year, settlement, counts, average, spread, notice, materials, rounds, filedAs } = filing;
  const listed = materials.map((one, at) => `${at + 1}. ${one}`).join('\n');
  const history = rounds.map(roundText).join('\n');
  const bars = inThrees(spread.map((one) => `${one.label}：${fill(frame.people, { n: one.members })}`));
  const [sentOn, approvedOn] = (['sent', 'approved'] as const).map(
    (did) => rounds.findLast((one) => one.did === did)?.day,
  );
  const agreed = approvedOn === undefined ? undefined : say.agreed;
  const wide = (title: string, text: string) => row([label(title), cell(text, { span: 3 })]);
  return {
    kind: 'table',
    name: say.title,
    columns: [25, 19, 22, 34].map((width) => ({ width })),
    size: 11,
    head: [],
    rows: [
      wide(say.branch, branch),
      wide(say.superior, superior),
      row([label(say.year), cell(`${year}年`), label(say.settlement), count(settlement)]),
      row([label(say.members), count(counts.members), label(say.ranked), count(counts.ranked)]),
      row([label(say.exempt), count(counts.exempt), label(say.vetoed), count(counts.vetoed)]),
      row([
        label(say.average),
        cell(average === undefined ? '' : showPoints(average, filing.decimals), { align: 'center' }),
        label(say.number),
        filedAs ?? '',
      ]),
      wide(say.spread, bars === '' ? say.spreadNone : bars),
      wide(say.notice, noticeText(notice)),
      wide(say.materials, listed),
      wide(say.rounds, history === '' ? frame.none : history),
      row([label(say.branchView), opinion(fill(say.branchText, { year }), 'seal', 3, sentOn)], 4),
      row([label(say.superiorView), opinion(agreed, 'seal', 3, approvedOn)], 4.5),
    ],
  };
}

/** Three beside each other, so that the form stays on its page. */
function inThrees(texts: readonly string[]): string {
  return texts.map((one, at) => (at === 0 ? one : `${at % 3 === 0 ? '\n' : '　　'}${one}`)).join('');
}

function noticeText(notice: FilingForm['notice']): string {
  if (!notice) return '';
  const { from, to, days, outcome } = notice;
  return fill(outcome ? say.noticeText : say.noticeTerm, { from: paperDay(from), to: paperDay(to), days, ...outcome });
}

function roundText({ day, did, reason = '', confirmed = 0 }: FilingForm['rounds'][number]): string {
  const said = did === 'sent' && confirmed > 0 ? say.sentAgain : say[did];
  return fill(said, { day: paperDay(day), reason, n: confirmed });
}

function annex({ year, components, members, decimals }: FilingForm): readonly Block[] {
  const title = fill(say.annex, { year });
  return [
    paragraph('under', title),
    {
      kind: 'table',
      name: title,
      size: 10.5,
      columns: [7, 24, ...components.map(() => 36 / components.length), 12, 8, 13].map((width) => ({ width })),
      head: [heads([frame.order, frame.name, ...components, say.total, sums.rank, frame.note])],
      rows: members.map((one, at) =>
        row([
          count(at + 1),
          one.name,
          ...one.sums.map((sum) => points(sum, {}, decimals)),
          points(one.total, { bold: true }, decimals),
          count(one.rank),
          one.note ?? '',
        ]),
      ),
    },
  ];
}
