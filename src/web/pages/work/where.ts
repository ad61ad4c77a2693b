import type { AnswerOf } from '#contract/api.ts';

type Row = AnswerOf<'work.list'>['rows'][number];

/** What begins the name of a kind, and the page on which it is done. */
const WHERE: readonly (readonly [RegExp, (branch: string, row: Row) => string])[] = [
  [/^vote-open/, () => '/my/meeting'],
  [/^appraisal-(assess|rate)/, () => '/my/appraisal'],
  [/^talk-sign/, () => '/my/talks'],
  [/^(month-confirm|objection-answered|objection-waits|appeal-answered|appeal-waits)/, () => '/my'],
  [/^opening-answer/, () => '/my/openings'],
  [/^(opening-waits|import)/, (branch) => `/desk/${branch}/import`],
  [/^(line-confirm|line-draft|hearing-answer)/, () => '/my/lines'],
  [/^(assembly|motion|quarter-determine)/, (branch) => `/meeting/${branch}`],
  [
    /^(line-verify|hearing-waits)/,
    (branch, { noun, id, about }) =>
      `/desk/${branch}/${noun === 'line' || about?.noun === 'line' ? `line/${noun === 'line' ? id : about?.id}` : 'deductions'}`,
  ],
  [/^(hearing|line-bring|veto)/, (branch) => `/desk/${branch}/deductions`],
  [/^confirm-waits/, (branch) => `/desk/${branch}/batch`],
  [/^review-(open|close)/, (branch, { id, noun }) => `/desk/${branch}/review${noun === 'review' ? `/${id}` : ''}`],
  [/^review/, (branch) => `/desk/${branch}/review`],
  [/^(month|quarter)/, (branch) => `/desk/${branch}/months`],
  [/^(minutes|register)/, (branch) => `/desk/${branch}/registers`],
  [/^notice/, (branch) => `/desk/${branch}/notices`],
  [/^(objection|appeal-report|question)/, (branch) => `/desk/${branch}/supervision`],
  [/^filing-(in|archive)/, () => '/above/filings'],
  [/^(verifier-draw|absence-consent)/, () => '/above'],
  [/^appeal/, () => '/above/appeals'],
  [/^concern/, () => '/above/concerns'],
  [/^(settlement|filing)/, (branch) => `/desk/${branch}/year`],
  [/^(appraisal|commendation|talk|improvement|disposition)/, (branch) => `/desk/${branch}/appraisal`],
  [/^absence/, (branch) => `/desk/${branch}/roster`],
];

/** The page on which a row of the work list is done 办理处; nothing for what is done in the row itself. */
export function whereOf(branch: string, row: Row): string | undefined {
  return WHERE.find(([kind]) => kind.test(row.kind))?.[1](branch, row);
}
