import type { Points } from '#domain/kernel/points.ts';
import { cell, count, heads, type PaperDocument, paragraph, points, row } from '#paper/document.ts';
import { GAP, proof, running, type Sealed, type Shown, sealPlace, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { pageWords } from '#words/pages.ts';
import { paperDay, paperPeriod } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import { publicZhCN } from '#words/public.zh-CN.ts';

/** What a notice sheet 公示 shows, of a quarter (2026Q1) or a year (2026): totals and components, no reasons, nobody's order (product §6). */
export type NoticeSheet = Sealed &
  Shown & {
    readonly sheet: 'a4' | 'a3';
    readonly branch: string;
    readonly period: string;
    readonly scheme: string;
    /** The day of the general meeting, for a quarter. */
    readonly determinedOn?: string;
    /** Words of the branch's own. */
    readonly text?: string;
    readonly from: string;
    readonly to: string;
    readonly days: number;
    /** The last day rests on holidays that are not published yet 未公布. */
    readonly provisional?: boolean;
    /** Working days within which a question and an objection are answered, months within which an appeal is. */
    readonly terms: { readonly question: number; readonly objection: number; readonly appeal: number };
    /** Whether a superior is connected, to whom an appeal goes by itself. */
    readonly superior: boolean;
    /** Whether the address is the notice's own page, not the one where fingerprints are checked. */
    readonly open?: boolean;
    readonly contact?: { readonly who: string; readonly how: string };
    readonly components: readonly string[];
    /** By surname; without a name where the member does not want it shown. */
    readonly members: readonly {
      readonly name?: string;
      readonly sums: readonly Points[];
      readonly total: Points;
      readonly front: boolean;
    }[];
  };

const { frame, notice: say } = paperZhCN;

/** The notice sheet for the wall, on A4 or A3. */
export function noticeForm(notice: NoticeSheet): PaperDocument {
  const { branch, period, components, members, text, contact, decimals } = notice;
  const masked = members.some(({ name }) => name === undefined);
  const said = paperPeriod(period);
  const quarter = period.includes('Q');
  const title = fill(quarter ? say.quarter : say.year, { period: said });
  const day = notice.determinedOn === undefined ? '' : paperDay(notice.determinedOn);
  const lead = fill(quarter ? say.leadQuarter : say.leadYear, { scheme: notice.scheme, day, period: said });
  const { from, to, days } = notice;
  return {
    title,
    sheet: notice.sheet,
    running: running(branch, notice),
    numbered: true,
    blocks: [
      paragraph('title', branch),
      paragraph('title', title),
      { kind: 'space', lines: 1 },
      paragraph('body', lead.trim()),
      ...(text === undefined || text.trim() === '' ? [] : text.split('\n').map((one) => paragraph('body', one))),
      paragraph(
        'body',
        fill(notice.provisional ? say.termUnpublished : say.term, { from: paperDay(from), to: paperDay(to), days }),
      ),
      GAP,
      {
        kind: 'table',
        name: title,
        columns: [
          { width: 8, align: 'center' },
          { width: 28, align: 'center' },
          ...components.map(() => ({ width: 38 / components.length, align: 'right' }) as const),
          { width: 13, align: 'right' },
          { width: 13, align: 'center' },
        ],
        head: [heads([frame.order, frame.name, ...components, say.total, say.isFront])],
        rows: members.map(({ name, sums, total, front }, at) =>
          row([
            count(at + 1),
            name ?? say.masked,
            ...sums.map((one) => points(one, {}, decimals)),
            points(total, { bold: true }, decimals),
            cell(front ? '√' : ''),
          ]),
        ),
      },
      paragraph('note', masked ? `${say.order}${say.maskedNote}` : say.order),
      GAP,
      paragraph('body', fill(publicZhCN.notice.askText, { days: notice.terms.question })),
      paragraph('body', objectText(notice)),
      ...(contact === undefined ? [] : [paragraph('body', fill(say.contact, { ...contact }))]),
      together(GAP, ...sealPlace(branch, from), ...proof(notice, notice.open ? say.page : undefined)),
    ],
  };
}

/** How a member objects and appeals 异议和申诉, in the words of the page. */
function objectText({ terms, superior }: NoticeSheet): string {
  const { objectText: text, objectNone } = pageWords('zh-CN').board;
  const said = fill(text, { days: terms.objection, months: terms.appeal });
  return superior ? said : `${said}${objectNone}`;
}
