import { type Block, type PaperDocument, paragraph } from '#paper/document.ts';
import { proof, running, type Sealed, signature, together } from '#paper/signing.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the minutes 会议记录 show: the text as sealed, its first line the title, and who signs. */
export type MinutesSheet = Sealed & {
  readonly branch: string;
  readonly text: string;
  readonly chair?: string;
  readonly recorder?: string;
  /** Whether both have not signed it yet. */
  readonly draft?: boolean;
};

const { minutes: say } = paperZhCN;

/** The minutes of a general meeting as a letter: title, one paragraph a line, both signatures. */
export function minutesForm(sheet: MinutesSheet): PaperDocument {
  const [title = say.title, ...lines] = sheet.text.split('\n').filter((one) => one.trim() !== '');
  const head = title.startsWith(sheet.branch) ? [sheet.branch, title.slice(sheet.branch.length)] : [title];
  return {
    title,
    sheet: 'a4',
    running: running(sheet.branch, sheet),
    numbered: true,
    blocks: [
      ...head.map((one) => paragraph('title', one)),
      ...(sheet.draft ? [paragraph('under', say.draft)] : []),
      { kind: 'space', lines: 1 },
      ...lines.map((one): Block => paragraph(one.endsWith('：') ? 'heading' : 'body', one)),
      together(
        { kind: 'space', lines: 1 },
        signature(say.chair, sheet.chair === undefined ? {} : { name: sheet.chair }),
        signature(say.recorder, sheet.recorder === undefined ? {} : { name: sheet.recorder }),
        ...proof(sheet),
      ),
    ],
  };
}
