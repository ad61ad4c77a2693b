import { cell, count, heads, label, type PaperDocument, paragraph, row } from '#paper/document.ts';
import { GAP, opinion, proof, running, type Sealed, signature, together } from '#paper/signing.ts';
import { fill } from '#words/fill.ts';
import { paperDay } from '#words/paper.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';

/** What the plan of an improvement 限期整改方案 shows. */
export type ImprovementPlan = Sealed & {
  readonly branch: string;
  readonly member: string;
  readonly helper: string;
  /** The first and the last day; empty for the hand. */
  readonly from: string;
  readonly to: string;
  readonly problems: string;
  readonly measures: readonly { readonly text: string; readonly due?: string; readonly done?: string }[];
  readonly branchView?: string;
  readonly result?: 'met' | 'missed';
  /** Why it was judged so. */
  readonly reason?: string;
};

const { frame, improvement: say } = paperZhCN;

/** The plan: who helps, until when, what is to change, and in the end what came of it. */
export function improvementForm(plan: ImprovementPlan): PaperDocument {
  const { branch, member, helper, from, to, problems, measures, result, reason = '' } = plan;
  const empty = Array.from({ length: Math.max(0, 4 - measures.length) }, (_, at) =>
    row([count(measures.length + at + 1), '', '', ''], 2.4),
  );
  const wide = [17, 33, 17, 33].map((width) => ({ width }));
  return {
    title: say.title,
    sheet: 'a4',
    running: running(branch, plan),
    numbered: true,
    blocks: [
      paragraph('title', say.title),
      paragraph('under', branch),
      {
        kind: 'table',
        name: say.title,
        columns: wide,
        head: [],
        rows: [
          row([label(say.member), member, label(say.helper), helper], 1.6),
          row(
            [label(say.span), cell(fill(say.spanText, { from: paperDay(from), to: paperDay(to) }), { span: 3 })],
            1.6,
          ),
          row([label(say.problems), cell(problems, { span: 3 })], 3),
        ],
      },
      GAP,
      {
        kind: 'table',
        name: say.measures,
        columns: [8, 46, 20, 26].map((width) => ({ width })),
        head: [heads([frame.order, say.measure, say.due, say.done])],
        rows: [
          ...measures.map(({ text, due, done }, at) => row([count(at + 1), text, due ?? '', done ?? ''], 2.4)),
          ...empty,
        ],
      },
      GAP,
      {
        kind: 'table',
        name: say.result,
        columns: wide,
        head: [],
        rows: [
          row([label(say.branch), opinion(plan.branchView, 'seal', 3)], 4),
          row([label(say.result), opinion(result && `${say[result]}${reason}`, 'seal', 3)], 4),
        ],
      },
      together(GAP, signature(say.memberSign), signature(say.helperSign), ...proof(plan)),
    ],
  };
}
