import { cell, label, type PaperDocument, paragraph, row } from '#paper/document.ts';
import { GAP, opinionFoot, running, type Sealed, signature, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What an appeal 申诉书 to the superior shows; what is not told is left to the hand. */
export type AppealSheet = Sealed & {
  readonly superior: string;
  readonly branch?: string;
  readonly member?: string;
  readonly about?: string;
  /** What the branch answered before, in words. */
  readonly before?: string;
  readonly words?: string;
  readonly proof?: string;
  readonly day?: string;
};

const { appeal: say, objection, frame } = paperZhCN;

/** The appeal of a member, straight to the superior. */
export function appealForm(sheet: AppealSheet): PaperDocument {
  const wide = (name: string, text: string, least: number) => row([label(name), cell(text, { span: 3 })], least);
  return {
    title: say.title,
    sheet: 'a4',
    running: running(sheet.superior, sheet),
    numbered: false,
    blocks: [
      paragraph('title', say.title),
      GAP,
      paragraph('salute', fill(say.to, { superior: sheet.superior })),
      {
        kind: 'table',
        name: say.title,
        columns: [18, 32, 18, 32].map((width) => ({ width })),
        head: [],
        rows: [
          row([label(say.from), sheet.member ?? '', label(frame.branch), sheet.branch ?? '']),
          wide(say.about, sheet.about ?? '', 2),
          wide(say.before, sheet.before ?? '', 3),
          wide(say.words, sheet.words ?? '', 11),
          wide(objection.proof, sheet.proof ?? '', 2),
          row([label(objection.wish), { text: '', span: 3, foot: opinionFoot('sign', sheet.day) }], 5),
        ],
      },
      paragraph('note', say.note),
      together(GAP, signature(say.receiver)),
    ],
  };
}
