import { type Block, cell, count, heads, type PaperDocument, paragraph, row } from '#paper/document.ts';
import { GAP, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the ballots 表决票 of a meeting show: the same matters on each, and the control code of each, which names nobody. */
export type Ballots = {
  readonly branch: string;
  readonly day: string;
  readonly motions: readonly { readonly title: string }[];
  readonly codes: readonly string[];
};

const { frame, ballot: say } = paperZhCN;

/** Ballots one under the other, each whole on a page, with a line to cut along between them. */
export function ballotForm({ branch, day, motions, codes }: Ballots): PaperDocument {
  const ballots = codes.map((code): Block => {
    const box = cell(say.box, { align: 'center' });
    return together(
      paragraph('title', say.title),
      paragraph('under', fill(say.about, { branch, day: paperDay(day) })),
      {
        kind: 'table',
        name: say.title,
        columns: [{ width: 8 }, { width: 56 }, { width: 12 }, { width: 12 }, { width: 12 }],
        head: [heads([frame.order, say.motion, say.aye, say.no, say.abstain])],
        rows: motions.map(({ title }, at) => row([count(at + 1), title, box, box, box], 1.6)),
      },
      paragraph('note', say.how),
      paragraph('note', say.issued),
      GAP,
      { kind: 'proof', address: code, lines: [fill(frame.code, { code })] },
    );
  });
  return {
    title: say.title,
    sheet: 'a4',
    numbered: false,
    blocks: ballots.flatMap((one, at) => (at === 0 ? [one] : [{ kind: 'cut' } as const, one])),
  };
}
