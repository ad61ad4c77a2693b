import type { PaperDocument } from '#paper/document.ts';
import type { Sealed } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import { petition } from './petition.ts';

/** What an appeal 申诉书 to the superior shows; what is not told is left to the hand. */
export type AppealSheet = Sealed & {
  /** The superior; left to the hand where the installation has none. */
  readonly superior?: string;
  /** Where the superior is found, as the branch has written it down. */
  readonly address?: string;
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
  const { superior = say.blank, address, member, branch, about, before, words, proof } = sheet;
  return petition(
    {
      ...say,
      org: sheet.superior ?? '',
      salute: fill(say.to, { superior }),
      // What was lodged already is on its way.
      where: words === undefined ? fill(say.where, { address: address ?? say.blank }) : undefined,
      from: [say.from, member, frame.branch, branch],
      fields: [
        [say.about, about, 2],
        [say.before, before, 3],
        [say.words, words, 13],
        [objection.proof, proof, 2],
      ],
      wish: objection.wish,
    },
    sheet,
  );
}
