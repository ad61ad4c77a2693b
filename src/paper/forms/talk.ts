import { cell, label, type PaperDocument, paragraph, row } from '#paper/document.ts';
import { GAP, proof, running, type Sealed, signature, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the record of a talk 谈话记录 shows; empty texts are left to the hand. */
export type TalkSheet = Sealed & {
  readonly branch: string;
  /** Whether the superior ordered it as an admonition 诫勉. */
  readonly admonition: boolean;
  readonly subject: string;
  readonly talker: string;
  readonly recorder: string;
  /** Day and hour, in words. */
  readonly time: string;
  readonly place: string;
  readonly cause: string;
  readonly content: string;
  readonly attitude?: string;
  /** The day on which the member signed it on its own account. */
  readonly signed?: string;
};

const { talk: say } = paperZhCN;

/** The record of a talk, which the member reads and signs. */
export function talkForm(talk: TalkSheet): PaperDocument {
  const title = talk.admonition ? say.admonition : say.title;
  const tall = (text: string, least: number): number | undefined => (text === '' ? least : undefined);
  const wide = (name: string, text: string, least = 0) =>
    row([label(name), cell(text, { span: 3 })], Math.max(1, tall(text, least) ?? 3));
  return {
    title,
    sheet: 'a4',
    running: running(talk.branch, talk),
    numbered: true,
    blocks: [
      paragraph('title', title),
      paragraph('under', talk.branch),
      {
        kind: 'table',
        name: title,
        columns: [17, 33, 17, 33].map((width) => ({ width })),
        head: [],
        rows: [
          row([label(say.subject), talk.subject, label(say.talker), talk.talker], 1.6),
          row([label(say.recorder), talk.recorder, label(say.time), talk.time], 1.6),
          row([label(say.place), cell(talk.place, { span: 3 })], 1.6),
          wide(say.cause, talk.cause, 4),
          wide(say.content, talk.content, 10),
          wide(say.attitude, talk.attitude ?? '', 5),
        ],
      },
      together(
        GAP,
        paragraph('plain', say.read),
        talk.signed === undefined
          ? signature(say.subjectSign)
          : signature(say.subjectSign, { name: fill(say.signedHere, { name: talk.subject }), day: talk.signed }),
        signature(say.talkerSign),
        signature(say.recorderSign),
        ...proof(talk),
      ),
    ],
  };
}
