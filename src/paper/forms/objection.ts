import type { PaperDocument } from '#paper/document.ts';
import type { Sealed } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import { petition } from './petition.ts';

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
  const { branch, member, group, about, current, words, proof } = sheet;
  return petition(
    {
      ...say,
      org: branch,
      salute: fill(say.to, { branch }),
      from: [say.from, member, declaration.group, group],
      fields: [
        [say.about, about, 2],
        [say.current, current, 2],
        [say.words, words, 15],
        [say.proof, proof, 2],
      ],
    },
    sheet,
  );
}
