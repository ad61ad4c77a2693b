import type { PaperDocument } from '#paper/document.ts';
import type { Sealed } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import { type Outcome, petitionAnswer } from './petition.ts';

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
  const { superior, branch, member, about, investigator, findings, result, lodged } = answer;
  return petitionAnswer(
    {
      ...objectionAnswer,
      title: say.title,
      org: superior,
      salute: fill(objectionAnswer.to, { member }),
      received: fill(say.received, { day: paperDay(lodged), about, investigator }),
      findings,
      follows: [say[result], fill(say.told, { branch })],
      over: { kind: 'space', lines: 1 },
    },
    answer,
  );
}
