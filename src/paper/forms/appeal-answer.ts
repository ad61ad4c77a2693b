import { type PaperDocument, paragraph } from '#paper/document.ts';
import { GAP, proof, running, type Sealed, sealPlace, signature, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import type { Outcome } from './objection-answer.ts';

/** What the answer to an appeal 申诉答复 says. */
export type AppealAnswer = Sealed & {
  readonly superior: string;
  readonly branch: string;
  readonly member: string;
  readonly lodged: string;
  readonly about: string;
  readonly investigator: string;
  readonly findings: string;
  readonly result: Outcome;
  readonly day?: string;
};

const { appealAnswer: say, objectionAnswer } = paperZhCN;

/** The superior's answer to an appeal as a letter, which the branch is served too. */
export function appealAnswerForm(answer: AppealAnswer): PaperDocument {
  const { superior, branch, member, about, investigator, findings, result } = answer;
  return {
    title: say.title,
    sheet: 'a4',
    running: running(superior, answer),
    numbered: true,
    blocks: [
      paragraph('title', say.title),
      GAP,
      paragraph('salute', fill(objectionAnswer.to, { member })),
      paragraph('body', fill(say.received, { day: paperDay(answer.lodged), about, investigator }).trim()),
      paragraph('heading', objectionAnswer.found),
      ...findings.split('\n').map((one) => paragraph('body', one)),
      paragraph('heading', objectionAnswer.result),
      paragraph('body', say[result]),
      paragraph('body', fill(say.told, { branch })),
      together(GAP, ...sealPlace(superior, answer.day)),
      together(
        { kind: 'space', lines: 1 },
        paragraph('plain', objectionAnswer.receipt),
        signature(objectionAnswer.receiver),
        ...proof(answer),
      ),
    ],
  };
}
