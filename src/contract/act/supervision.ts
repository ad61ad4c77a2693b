import { z } from 'zod';
import { change, id, make } from '#contract/endpoint.ts';
import { claimed, reason, words } from './words.ts';

/** What a finding comes to, with its reasons; upheld and partly say what is right, of which line. */
const finding = {
  result: z.enum(['upheld', 'partly', 'dismissed']),
  reason,
  line: id.optional(),
  correction: z.union([claimed, z.literal('removed')]).optional(),
};

/** What is contested: a line, or the total of a year. */
const contested = {
  concerns: id,
  about: z.enum(['line', 'total']),
  line: id.optional(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  reason,
};

/** Without a sign-in: whoever reads the board. */
const open = { access: 'public' } as const;

/** The acts of notice, objection, appeal, questions and concerns 公示与监督 (§三(四), §五(三)). */
export const supervision = {
  'notice.draft': make('Drafts the notice of a quarter or of the annual settlement', {
    of: z.enum(['quarter', 'settlement']),
    period: z.string().regex(/^\d{4}(Q[1-4])?$/),
    text: words.optional(),
  }),
  'notice.edit': change('Edits the words of a notice, which are then reviewed anew', { text: words }),
  'notice.review': change('Reviews the content of a notice that another person wrote', {}),
  'notice.return': change('Gives a reviewed notice back to its author', { reason }),
  'notice.post': change('Posts a reviewed notice for its working days', { days: z.int().min(0).max(365).optional() }),
  'notice.feedback': change('Writes feedback into the file of a notice', { text: words }),
  'notice.close': change('Closes a notice whose term is over', {}),
  'notice.withdraw': change('Withdraws a posted notice, by two persons', { reason }),
  'notice.file': change('Files a closed notice with feedback and outcome', {}),
  'notice.mask': change('A member objects to being named online', {}),
  'objection.raise': make('Objects to a line or a total of one’s own', contested),
  'objection.assign': change('Names who looks into an objection', { investigator: id.optional() }),
  'objection.find': change('Finds on an objection, with reasons', finding),
  'objection.answer': change('Answers the member and carries the finding out', {}),
  'objection.report': change('Reports the outcome to the general meeting', { assembly: id }),
  'objection.withdraw': change('Withdraws an objection', {}),
  'appeal.lodge': make('Appeals straight to the superior, sealed', { of: id, ...contested }),
  'appeal.assign': change('Names who looks into an appeal', { investigator: id }),
  'appeal.serve': change('Serves an appeal on the branch, which learns of it only now', {}),
  'appeal.find': change('Finds on an appeal, with reasons', finding),
  'appeal.answer': change('Answers the member and carries the finding out in the branch', {}),
  'appeal.report': change('Reports the outcome of an appeal to the general meeting', { assembly: id }),
  'appeal.withdraw': change('Withdraws an appeal', {}),
  'question.raise': { ...make('Asks about a notice', { notice: id.optional(), words: z.string().max(2000) }), ...open },
  'question.admit': change('Lets a question be answered and shown', { namesOffice: z.boolean().optional() }),
  'question.forward': change('Forwards a question to the superior', {}),
  'question.decline': change('Declines a question, with the reason', { reason }),
  'question.answer': change('Answers a question', { reason }),
  'question.show': change('Shows a question with its answer', {}),
  'concern.raise': {
    ...make('Raises a concern with the superior, anonymously', { words: z.string().max(2000) }),
    ...open,
  },
  'concern.take': change('Takes a concern up', {}),
  'concern.serve': change('Serves a concern on a branch in the superior’s own words', { to: id, words }),
  'concern.answer': change('Answers a concern', { reason }),
  'concern.decline': change('Declines a concern, with the reason', { reason }),
  'concern.follow': { ...make('Follows a concern by its case number', { case: z.string().min(1).max(100) }), ...open },
} as const;
