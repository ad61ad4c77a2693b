import { type PaperDocument, paragraph } from '#paper/document.ts';
import { GAP, proof, running, type Sealed, sealPlace, signature, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What a finding comes to 处理意见: upheld, in part, or not. */
export type Outcome = 'upheld' | 'partly' | 'dismissed';

/** What the answer to an objection 异议答复 says. */
export type ObjectionAnswer = Sealed & {
  readonly branch: string;
  readonly superior?: string;
  readonly member: string;
  readonly raised: string;
  /** What it was about, in words. */
  readonly about: string;
  readonly investigator: string;
  readonly findings: string;
  readonly result: Outcome;
  /** The entries that carry it out. */
  readonly entries?: readonly number[];
  readonly day?: string;
};

const { objectionAnswer: say } = paperZhCN;

/** The answer to an objection as a letter: what was found, what follows, where to appeal, and the receipt. */
export function objectionAnswerForm(answer: ObjectionAnswer): PaperDocument {
  const { branch, superior, member, about, investigator, findings, result, entries = [] } = answer;
  return {
    title: say.title,
    sheet: 'a4',
    running: running(branch, answer),
    numbered: true,
    blocks: [
      paragraph('title', say.title),
      GAP,
      paragraph('salute', fill(say.to, { member })),
      paragraph('body', fill(say.received, { day: paperDay(answer.raised), about, investigator }).trim()),
      paragraph('heading', say.found),
      ...findings.split('\n').map((one) => paragraph('body', one)),
      paragraph('heading', say.result),
      paragraph('body', say[result]),
      ...(entries.length > 0 ? [paragraph('body', fill(say.carried, { entries: entries.join('、') }))] : []),
      paragraph('body', superior === undefined ? say.toldAlone : fill(say.told, { superior })),
      together(GAP, ...sealPlace(branch, answer.day)),
      together(GAP, paragraph('plain', say.receipt), signature(say.receiver), ...proof(answer)),
    ],
  };
}
