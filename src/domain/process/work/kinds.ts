/** What a person owes or is owed 待办种类, in the order in which rows of one day stand: what ends first in a meeting, then one's own, then the office's. */
export const WORK_KINDS = [
  // in the meeting
  'vote-open',
  'assembly-today',
  'motion-count',
  // a member's own
  'hearing-answer',
  'opening-answer',
  'month-confirm',
  'line-confirm',
  'line-draft',
  'objection-answered',
  'objection-waits',
  'appeal-answered',
  'appeal-waits',
  'talk-sign',
  'appraisal-assess',
  'appraisal-rate',
  'notice-running',
  'assembly-next',
  // months, lines and review
  'line-verify',
  'hearing-serve',
  'hearing-waits',
  'opening-waits',
  'line-bring',
  'confirm-waits',
  'review-ready',
  'review-open',
  'review-close',
  'month-close',
  'veto-cite',
  'veto-confirm',
  'second-confirm',
  // quarter, register and notice
  'assembly-due',
  'quarter-determine',
  'minutes-draft',
  'minutes-sign',
  'register-draw',
  'register-seal',
  'quarter-post',
  'notice-draft',
  'notice-review',
  'notice-post',
  'notice-file',
  // objections, served appeals and questions
  'objection-assign',
  'objection-find',
  'objection-answer',
  'objection-report',
  'appeal-report',
  'question-admit',
  'question-answer',
  'question-show',
  // the year
  'settlement-preview',
  'settlement-seal',
  'filing-draft',
  'filing-send',
  'filing-sent',
  'filing-returned',
  'appraisal-open',
  'appraisal-peers',
  'appraisal-ballot',
  'appraisal-decide',
  'appraisal-tell',
  'commendation-approve',
  'talk-hold',
  'improvement-start',
  'improvement-judge',
  'disposition-next',
  'absence-approve',
  'import-apply',
  // the superior's
  'filing-in',
  'filing-archive',
  'absence-consent',
  'verifier-draw',
  'appeal-assign',
  'appeal-serve',
  'appeal-find',
  'appeal-answer',
  'concern-in',
  'concern-answer',
] as const;

/** One of these. */
export type WorkKind = (typeof WORK_KINDS)[number];

/** Who has to act 由谁办理: the caller, the member it concerns, somebody in office, the superior, or time by itself. */
export const WORK_OWERS = ['me', 'member', 'office', 'superior', 'clock'] as const;

/** One of these. */
export type WorkOwer = (typeof WORK_OWERS)[number];
