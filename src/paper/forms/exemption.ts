import { cell, label, type PaperDocument, paragraph, row } from '#paper/document.ts';
import { opinion, proof, running, type Sealed } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the exemption form 免考核审批表 shows; what is not told is left to the hand. */
export type ExemptionForm = Sealed & {
  readonly branch: string;
  /** Whether it is for a long absence 长期外出, which takes a member off the roll, not out of the ranking. */
  readonly absence?: boolean;
  readonly member?: {
    readonly name: string;
    readonly sex?: string;
    readonly born?: string;
    readonly joined?: string;
    readonly standing?: string;
    readonly group?: string;
  };
  readonly from?: string;
  /** The last day; without an end where the first alone is told. */
  readonly to?: string;
  readonly reason?: string;
  readonly branchView?: string;
  readonly resolution?: string;
  readonly superiorView?: string;
};

const { exemption: say } = paperZhCN;

/** The exemption form: who, how long and why, then the member, the branch, the meeting and the superior in turn. */
export function exemptionForm(form: ExemptionForm): PaperDocument {
  const { branch, member } = form;
  const { title, span, reason, note } = form.absence === true ? say.away : say;
  const day = (text: string | undefined): string => (text === undefined ? '' : paperDay(text));
  return {
    title,
    sheet: 'a4',
    running: running(branch, form),
    numbered: false,
    blocks: [
      paragraph('title', title),
      paragraph('under', branch),
      {
        kind: 'table',
        name: title,
        columns: [16, 21, 13, 17, 15, 18].map((width) => ({ width })),
        head: [],
        rows: [
          row(
            [
              label(say.member),
              member?.name ?? '',
              label(say.sex),
              member?.sex ?? '',
              label(say.born),
              member?.born ?? '',
            ],
            1.6,
          ),
          row(
            [
              label(say.joined),
              day(member?.joined),
              label(say.standing),
              member?.standing ?? '',
              label(say.group),
              member?.group ?? '',
            ],
            1.6,
          ),
          row([label(span), cell(spanOf(form), { span: 5 })], 1.6),
          row([label(reason), cell(form.reason ?? '', { span: 5 })], 4),
          row([label(say.self), opinion(undefined, 'sign', 5)], 3.5),
          row([label(say.branch), opinion(form.branchView, 'seal', 5)], 5),
          row([label(say.meeting), opinion(form.resolution, 'seal', 5)], 5),
          row([label(say.superior), opinion(form.superiorView, 'seal', 5)], 5),
        ],
      },
      paragraph('note', note),
      ...proof(form),
    ],
  };
}

/** From when to when; with both left to the hand, room for two days. */
function spanOf({ from, to }: ExemptionForm): string {
  if (from !== undefined && to === undefined) return fill(say.spanOpen, { from: paperDay(from) });
  return fill(say.spanText, { from: paperDay(from ?? ''), to: paperDay(to ?? '') });
}
