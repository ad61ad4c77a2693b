import { cell, label, type PaperDocument, paragraph, row } from '#paper/document.ts';
import { GAP, opinionFoot, running, type Sealed, signature, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What an objection 异议书 to the branch shows; what is not told is left to the hand. */
export type ObjectionSheet = Sealed & {
  readonly branch: string;
  readonly member?: string;
  readonly group?: string;
  /** The determined line or the total of a year, in words. */
  readonly about?: string;
  /** What was determined, in words. */
  readonly current?: string;
  readonly words?: string;
  readonly proof?: string;
  readonly day?: string;
};

const { objection: say, declaration } = paperZhCN;

/** The objection of a member on one's own points, to the branch. */
export function objectionForm(sheet: ObjectionSheet): PaperDocument {
  const wide = (name: string, text: string, least: number) => row([label(name), cell(text, { span: 3 })], least);
  return {
    title: say.title,
    sheet: 'a4',
    running: running(sheet.branch, sheet),
    numbered: false,
    blocks: [
      paragraph('title', say.title),
      GAP,
      paragraph('salute', fill(say.to, { branch: sheet.branch })),
      {
        kind: 'table',
        name: say.title,
        columns: [18, 32, 18, 32].map((width) => ({ width })),
        head: [],
        rows: [
          row([label(say.from), sheet.member ?? '', label(declaration.group), sheet.group ?? '']),
          wide(say.about, sheet.about ?? '', 2),
          wide(say.current, sheet.current ?? '', 2),
          wide(say.words, sheet.words ?? '', 12),
          wide(say.proof, sheet.proof ?? '', 2),
          row([label(say.wish), { text: '', span: 3, foot: opinionFoot('sign', sheet.day) }], 5),
        ],
      },
      paragraph('note', say.note),
      together(GAP, signature(say.receiver)),
    ],
  };
}
