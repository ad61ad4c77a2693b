import type { PaperDocument } from '#paper/document.ts';
import { GAP, type Sealed } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import { BY_HAND, type Outcome, petitionAnswer, results } from './petition.ts';

/** What the answer to an objection 异议答复 says; what is not told is left to the hand. */
export type ObjectionAnswer = Sealed & {
  readonly branch: string;
  readonly superior?: string;
  readonly member?: string;
  readonly raised?: string;
  /** What it was about, in words. */
  readonly about?: string;
  readonly investigator?: string;
  readonly findings?: string;
  readonly result?: Outcome;
  /** The entries that carry it out. */
  readonly entries?: readonly number[];
  readonly day?: string;
};

const { frame, objectionAnswer: say } = paperZhCN;

/** The answer to an objection as a letter: what was found, what follows, where to appeal, and the receipt. */
export function objectionAnswerForm(answer: ObjectionAnswer): PaperDocument {
  const { branch, superior, result, raised = '', findings, entries = [] } = answer;
  const { member = frame.blankName, about = frame.blankLine, investigator = frame.blankName } = answer;
  return petitionAnswer(
    {
      ...say,
      org: branch,
      salute: fill(say.to, { member }),
      received: fill(say.received, { day: paperDay(raised), about, investigator }),
      findings: findings ?? '',
      ...(findings === undefined && { room: BY_HAND }),
      follows: [
        ...results(result, say),
        ...(entries.length > 0 ? [fill(say.carried, { entries: entries.join('、') })] : []),
        superior === undefined ? say.toldAlone : fill(say.told, { superior }),
      ],
      over: GAP,
    },
    answer,
  );
}
