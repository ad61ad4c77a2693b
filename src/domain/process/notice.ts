import { afterTerm, type InTime, type Reasoned, reasoned, type TwoPersons, twoPersons } from './guards.ts';
import { must, NONE, type Plain, type Step } from './step.ts';

/** The states of a notice 公示. */
export type NoticeState = 'drafted' | 'reviewed' | 'posted' | 'closed' | 'filed' | 'withdrawn';

/** What each act on a notice must know; `sealed` says that what it shows (register or settlement) is sealed. */
export type NoticeActs = {
  'notice.draft': Plain;
  'notice.edit': Plain;
  'notice.review': { readonly author: string; readonly by: string };
  'notice.return': Reasoned;
  'notice.post': { readonly sealed: boolean; readonly days: number; readonly least: number };
  'notice.feedback': Plain;
  'notice.close': InTime;
  'notice.withdraw': Reasoned & TwoPersons;
  'notice.file': { readonly openQuestions: number };
};

/** The notice 公示 (§三(四), product §3.7): prepared by one, its content reviewed by another, posted for its working days, closed by time, filed with feedback and outcome. */
export const notice: Step<NoticeState, NoticeActs> = {
  noun: 'notice',
  term: '公示',
  clause: '§三(四)',
  stages: [['drafted'], ['reviewed'], ['posted'], ['closed'], ['filed']],
  aside: ['withdrawn'],
  final: ['filed', 'withdrawn'],
  blocked: 'notice.not-now',
  blockedIn: { drafted: 'notice.not-reviewed', posted: 'notice.posted' },
  rows: {
    'notice.draft': { from: [NONE], by: ['secretary', 'committee', 'recorder'], to: 'drafted' },
    'notice.edit': { from: ['drafted', 'reviewed'], by: ['secretary', 'committee', 'recorder'], to: 'drafted' },
    'notice.review': {
      from: ['drafted'],
      by: ['content-reviewer'],
      guards: [must('notice.same-person', ({ author, by }) => author !== by)],
      to: 'reviewed',
    },
    'notice.return': { from: ['reviewed'], by: ['content-reviewer'], guards: [reasoned], to: 'drafted' },
    'notice.post': {
      from: ['reviewed'],
      by: ['secretary'],
      guards: [
        must('notice.not-sealed', ({ sealed }) => sealed),
        must(
          'notice.too-short',
          ({ days, least }) => days >= least,
          ({ days, least }) => ({ days, least }),
        ),
      ],
      to: 'posted',
    },
    'notice.feedback': { from: ['posted', 'closed'], by: ['secretary', 'recorder'], to: 'same' },
    'notice.close': { from: ['posted'], by: ['clock'], guards: afterTerm('notice.running'), to: 'closed' },
    'notice.withdraw': {
      from: ['posted'],
      by: ['secretary'],
      guards: [reasoned, ...twoPersons],
      to: 'withdrawn',
    },
    'notice.file': {
      from: ['closed'],
      by: ['secretary', 'recorder'],
      guards: [
        must(
          'notice.questions-open',
          ({ openQuestions }) => openQuestions === 0,
          ({ openQuestions }) => ({ questions: openQuestions }),
        ),
      ],
      to: 'filed',
    },
  },
};
