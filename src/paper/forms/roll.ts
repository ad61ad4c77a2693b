import { cell, count, heads, type PaperDocument, paragraph, row } from '#paper/document.ts';
import { GAP, proof, running, type Sealed, signOff, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the roll 应到名册 of a general meeting shows, which is signed on arrival. */
export type RollSheet = Sealed & {
  readonly branch: string;
  readonly day: string;
  readonly place: string;
  readonly chair?: string;
  readonly recorder?: string;
  /** Whether it is not frozen yet: as it would be today. */
  readonly draft?: boolean;
  readonly lines: readonly {
    readonly name: string;
    /** Full, probationary and so on, in words. */
    readonly standing: string;
    readonly entitled: boolean;
    readonly note?: string;
  }[];
};

const { frame, roll: say } = paperZhCN;

/** The roll and attendance sheet 签到册: everyone on it, who may vote, room to sign. */
export function rollForm(sheet: RollSheet): PaperDocument {
  const { branch, day, place, lines } = sheet;
  const title = sheet.draft ? `${say.title}${frame.draft}` : say.title;
  const entitled = lines.filter((one) => one.entitled).length;
  return {
    title,
    sheet: 'a4',
    running: running(branch, sheet),
    numbered: true,
    blocks: [
      paragraph('title', title),
      paragraph('under', branch),
      GAP,
      paragraph('plain', fill(say.about, { day: paperDay(day), place })),
      {
        kind: 'table',
        name: say.title,
        columns: [{ width: 8 }, { width: 24 }, { width: 18 }, { width: 11 }, { width: 24 }, { width: 15 }],
        head: [heads([frame.order, frame.name, say.standing, say.vote, say.signing, frame.note])],
        rows: lines.map((one, at) =>
          row(
            [
              count(at + 1),
              one.name,
              cell(one.standing, { align: 'center' }),
              cell(one.entitled ? say.has : say.hasNot, { align: 'center' }),
              '',
              one.note ?? '',
            ],
            1.4,
          ),
        ),
      },
      together(
        GAP,
        paragraph('plain', fill(say.counts, { entitled, all: lines.length })),
        ...(sheet.draft ? [paragraph('plain', say.draft)] : []),
        paragraph('plain', say.present),
        ...signOff([
          { title: say.chair, name: sheet.chair },
          { title: say.keeper, name: sheet.recorder },
        ]),
        ...proof(sheet),
      ),
    ],
  };
}
