import { expect, test } from 'vitest';
import { fill } from '#words/fill.ts';
import { refusalsEn } from '#words/refusals.en.ts';
import { refusalsZhCN } from '#words/refusals.zh-CN.ts';
import { appeal } from './appeal.ts';
import { assembly } from './assembly.ts';
import { concern, question } from './concern.ts';
import { type Cases, caseFaults } from './guard-cases.ts';
import type { Looked } from './investigation.ts';
import { minutes } from './minutes.ts';
import { motion } from './motion.ts';
import { notice } from './notice.ts';
import { objection } from './objection.ts';
import { quarter } from './quarter.ts';
import { register } from './register.ts';
import type { Refused, Step } from './step.ts';
import { PLAIN_LAW as law } from './voting.ts';

const said = ({ refused, params }: Refused) => fill(refusalsZhCN[refused], params) + fill(refusalsEn[refused], params);

function tryGuards<S extends string, Acts extends object>(step: Step<S, Acts>, cases: Cases<Acts>): void {
  test(`each guard of ${step.noun} refuses what it should and nothing else`, () =>
    expect(caseFaults(step, cases, said)).toEqual([]));
}

const two = { by: 'a', second: 'b' };
const none = { second: undefined } as unknown as { second: string };
const second = { 'second.missing': none, 'second.same-person': { second: 'a' } } as const;
const motionPassed = { motion: 'passed' } as const;
const notPassed = { 'motion.not-passed': { motion: 'lost' } } as const;
const reason = { reason: '理由' };
const noReason = { 'reason.missing': { reason: ' ' } } as const;
const window = { last: '2026-03-10', provisional: false };
const over = { window, today: '2026-03-11' };
const unpublished = { 'term.unpublished': { window: { ...window, provisional: true } } } as const;
const concerned = { subject: 's', declarant: 'd', reporter: 'd', relatives: [], steppedBack: [] };
const matter: Looked = { ...concerned, raisedBy: 's', decided: ['x'], investigated: [] };

tryGuards(assembly, {
  'assembly.convene': [
    { items: 2, outcomesMissing: 0, day: '2026-03-31', reviews: ['2026-03-30'], committee: [] },
    {
      'assembly.no-agenda': { items: 0 },
      'assembly.outcomes-missing': { outcomesMissing: 1 },
      'assembly.same-day': { reviews: ['2026-03-31'] },
    },
  ],
  'assembly.freeze': [{ today: '2026-03-31', day: '2026-03-31' }, { 'assembly.wrong-day': { today: '2026-03-30' } }],
  'assembly.brief': [{ outcomes: true, outcomesTold: false }, { 'assembly.outcomes-first': { outcomes: false } }],
  'assembly.close': [
    { motionsOpen: 0, outcomesTold: true },
    { 'motion.still-open': { motionsOpen: 1 }, 'assembly.outcomes-first': { outcomesTold: false } },
  ],
  'assembly.lapse': [
    { entitled: 10, present: 4, law, counted: 0 },
    { 'assembly.quorum-there': { present: 5 }, 'assembly.has-decided': { counted: 1 } },
  ],
  'assembly.cancel': [reason, noReason],
});

const poll = { entitled: 10, present: 6, notVoting: 0, law };
tryGuards(motion, {
  'motion.put': [
    { assembly: 'open', kind: 'bundle', contested: 0 },
    {
      'assembly.not-open': { assembly: 'frozen' },
      'motion.contested-alone': [{ contested: 1 }, { kind: 'contested', contested: 2 }, { kind: 'contested' }],
    },
  ],
  'motion.open': [
    { ...poll, briefed: true, way: 'hands', knowing: false },
    {
      'motion.not-briefed': { briefed: false },
      'motion.no-quorum': { present: 4 },
      'motion.cannot-pass': [{ present: 5 }, { notVoting: 1 }],
      'motion.screen-too-few': { entitled: 4, present: 4, way: 'screen' },
    },
  ],
  'motion.cast': [
    { way: 'screen', entitled: true, present: true, ownLine: false, hasVoted: false },
    {
      'motion.not-on-screen': { way: 'paper' },
      'motion.not-entitled': { entitled: false },
      'motion.not-present': { present: false },
      'motion.own-line': { ownLine: true },
      'motion.voted-already': { hasVoted: true },
    },
  ],
  'motion.count': [
    { ...poll, counts: { way: 'hands', ayes: 6, noes: 0, abstentions: 0 } },
    {
      'motion.no-quorum': { present: 4 },
      'motion.counts-not-whole': { counts: { way: 'hands', ayes: 1.5, noes: 0, abstentions: 0 } },
      'motion.too-many-votes': { notVoting: 1 },
      'motion.too-many-ballots': {
        counts: { way: 'paper', issued: 7, returned: 6, ayes: 6, noes: 0, abstentions: 0, invalid: 0 },
      },
      'motion.ballots-differ': {
        counts: { way: 'paper', issued: 6, returned: 6, ayes: 5, noes: 0, abstentions: 0, invalid: 0 },
      },
    },
  ],
  'motion.defer': [
    { ...reason, votes: 0 },
    { ...noReason, 'motion.vote-begun': { votes: 1 } },
  ],
});

tryGuards(minutes, {
  'minutes.draft': [{ assembly: 'closed' }, { 'assembly.still-open': { assembly: 'open' } }],
  'minutes.sign': [
    { chair: true, recorder: true },
    { 'minutes.two-signatures': [{ chair: false }, { recorder: false }] },
  ],
});

tryGuards(quarter, {
  'quarter.determine': [
    { ...motionPassed, monthsOpen: 0 },
    { ...notPassed, 'quarter.months-open': { monthsOpen: 1 } },
  ],
  'quarter.post': [{ registerSealed: true }, { 'register.not-sealed': { registerSealed: false } }],
  'quarter.close': [{ noticeOver: true }, { 'notice.not-over': { noticeOver: false } }],
});

tryGuards(register, {
  'register.draw': [{ determined: true }, { 'quarter.not-determined': { determined: false } }],
  'register.supplement': [{ determined: true }, { 'quarter.not-determined': { determined: false } }],
  'register.seal': [
    { differences: 0, meetingOver: true },
    { 'register.differs': { differences: 1 }, 'assembly.still-open': { meetingOver: false } },
  ],
});

tryGuards(notice, {
  'notice.review': [{ author: 'a', by: 'b' }, { 'notice.same-person': { by: 'a' } }],
  'notice.return': [reason, noReason],
  'notice.post': [
    { sealed: true, days: 5, least: 5 },
    { 'notice.not-sealed': { sealed: false }, 'notice.too-short': { days: 4 } },
  ],
  'notice.close': [over, { ...unpublished, 'notice.running': { today: '2026-03-10' } }],
  'notice.withdraw': [
    { ...reason, ...two },
    { ...noReason, ...second },
  ],
  'notice.file': [{ openQuestions: 0 }, { 'notice.questions-open': { openQuestions: 1 } }],
});

const found = { ...reason, by: 'i', investigator: 'i', matter };
const unfound = {
  ...noReason,
  'investigation.not-yours': { by: 'j' },
  'investigation.barred': { by: 'x', investigator: 'x' },
};
const report = { assembly: 'open', result: 'upheld', carriedOut: true } as const;
const unreported = {
  'assembly.not-open': { assembly: 'closed' },
  'finding.not-carried-out': { carriedOut: false },
} as const;
tryGuards(objection, {
  'objection.raise': [
    { ...reason, raisedBy: 's', concerns: 's' },
    { ...noReason, 'objection.not-own': { raisedBy: 't' } },
  ],
  'objection.assign': [
    { investigator: 'i', matter },
    {
      'second.waiting': { investigator: undefined } as unknown as { investigator: string },
      'investigation.barred': { investigator: 'x' },
    },
  ],
  'objection.find': [found, unfound],
  'objection.report': [report, unreported],
});
tryGuards(appeal, {
  'appeal.lodge': [
    { ...reason, superior: true, raisedBy: 's', concerns: 's' },
    { ...noReason, 'appeal.no-superior': { superior: false }, 'appeal.not-own': { raisedBy: 't' } },
  ],
  'appeal.assign': [{ investigator: 'i', matter }, { 'investigation.barred': { investigator: 's' } }],
  'appeal.find': [found, unfound],
  'appeal.report': [report, unreported],
});

const anonymous = { tooMany: false, text: '请问' };
const unheardOf = { 'concern.too-many': { tooMany: true }, 'concern.no-words': { text: ' ' } } as const;
tryGuards(question, {
  'question.raise': [anonymous, unheardOf],
  'question.admit': [{ namesOffice: false }, { 'question.names-office': { namesOffice: true } }],
  'question.decline': [reason, noReason],
  'question.answer': [reason, noReason],
});
tryGuards(concern, {
  'concern.raise': [
    { ...anonymous, superior: true },
    { ...unheardOf, 'concern.no-superior': { superior: false } },
  ],
  'concern.answer': [reason, noReason],
  'concern.decline': [reason, noReason],
});
