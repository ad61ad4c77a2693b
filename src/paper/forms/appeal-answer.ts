import type { PaperDocument } from '#paper/document.ts';
import type { Sealed } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import { BY_HAND, type Outcome, petitionAnswer, results } from './petition.ts';

/** What the answer to an appeal 申诉答复 says; what is not told is left to the hand. */
export type AppealAnswer = Sealed & {
  /** Empty where the installation has none. */
  readonly superior: string;
  readonly branch?: string;
  readonly member?: string;
  /** When it was lodged and who looked into it; the branch, which is served the answer, is told neither. */
  readonly lodged?: string;
  readonly about?: string;
  readonly investigator?: string;
  readonly findings?: string;
  readonly result?: Outcome;
  readonly day?: string;
};

const { frame, appealAnswer: say, objectionAnswer } = paperZhCN;

/** The superior's answer to an appeal as a letter, which the branch is served too. */
export function appealAnswerForm(answer: AppealAnswer): PaperDocument {
  const { superior, findings, result, lodged, investigator } = answer;
  const { branch = frame.blankName, member = frame.blankName, about = frame.blankLine } = answer;
  const received =
    result !== undefined && investigator === undefined
      ? fill(say.receivedPlain, { about })
      : fill(say.received, { day: paperDay(lodged ?? ''), about, investigator: investigator ?? frame.blankName });
  return petitionAnswer(
    {
      ...objectionAnswer,
      title: say.title,
      org: superior,
      salute: fill(objectionAnswer.to, { member }),
      received,
      findings: findings ?? '',
      ...(findings === undefined && { room: BY_HAND }),
      follows: [...results(result, say), fill(say.told, { branch })],
      over: { kind: 'space', lines: 1 },
    },
    answer,
  );
}
