import { expect, test } from 'vitest';
import { fill } from '#words/fill.ts';
import { refusalsEn } from '#words/refusals.en.ts';
import { refusalsZhCN } from '#words/refusals.zh-CN.ts';
import { line } from './declaration.ts';
import { type Cases, caseFaults } from './guard-cases.ts';
import { hearing } from './hearing.ts';
import { month } from './month.ts';
import { review } from './review.ts';
import { scheme } from './scheme.ts';
import type { Refused, Step } from './step.ts';
import { veto } from './veto.ts';

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
const isHeard = { hearing: 'answered' } as const;
const unheard = { 'hearing.not-served': { hearing: 'not-served' }, 'hearing.not-over': { hearing: 'told' } } as const;
const window = { last: '2026-03-10', provisional: false };
const over = { window, today: '2026-03-11' };
const unpublished = { 'term.unpublished': { window: { ...window, provisional: true } } } as const;
const concerned = { subject: 's', declarant: 'd', reporter: 'd', relatives: [], steppedBack: [] };

tryGuards(scheme, {
  'scheme.check': [
    { errors: 0, byApplication: false },
    { 'scheme.has-errors': { errors: 2 }, 'scheme.by-application': { byApplication: true } },
  ],
  'scheme.adopt': [
    { ...motionPassed, ...two, resolved: '2026-01-05', effective: '2026-01-05' },
    { ...notPassed, ...second, 'scheme.retroactive': { effective: '2026-01-04' } },
  ],
  'scheme.start': [{ today: '2026-02-01', effective: '2026-02-01' }, { 'scheme.not-yet': { today: '2026-01-31' } }],
  'scheme.retire': [{ successor: true }, { 'scheme.no-successor': { successor: false } }],
  'scheme.revoke': [
    { ...motionPassed, ...two },
    { ...notPassed, ...second },
  ],
});

tryGuards(month, {
  'month.open': [{ schemeInForce: true }, { 'month.no-scheme': { schemeInForce: false } }],
  'month.close': [
    { today: '2026-04-01', last: '2026-03-31', pending: 0 },
    { 'month.not-over': { today: '2026-03-31' }, 'month.lines-pending': { pending: 3 } },
  ],
  'month.reopen': [
    { ...two, ...reason },
    { ...second, ...noReason },
  ],
  'month.seal': [{ determined: true }, { 'quarter.not-determined': { determined: false } }],
});

const submitted = {
  today: '2026-03-05',
  day: '2026-03-05',
  item: 'open',
  month: 'open',
  supplement: false,
  covered: false,
} as const;
const unsubmittable = {
  'declaration.item-unknown': { item: 'unknown' },
  'declaration.item-not-open': { item: 'not-open' },
  'declaration.future-day': { day: '2026-03-06' },
  'opening.covers-day': { covered: true },
  'month.not-open': { month: 'none' },
  'month.closed': { month: 'closed' },
  'quarter.determined': { month: 'sealed' },
} as const;
const vote = { body: ['a', 'b', 'c', 's'], present: ['a', 'b', 's'], ayes: ['a', 'b'] };
const decision = { session: 'open', month: 'open', vote, concerned, cites: true, twoNeeded: true, ...two } as const;
const undecided = {
  'review.not-open': { session: 'closed' },
  'month.closed': [{ month: 'closed' }, { month: 'sealed' }],
  'review.recused': { vote: { ...vote, ayes: ['a', 's'] } },
  'review.too-few-deciders': { vote: { ...vote, present: ['a', 's'], ayes: ['a'] } },
  'review.no-majority': { vote: { ...vote, ayes: ['a'] } },
  'review.no-citation': { cites: false },
  ...second,
} as const;

tryGuards(line, {
  'declaration.submit': [submitted, unsubmittable],
  'declaration.confirm': [
    { ...submitted, readBack: true },
    { ...unsubmittable, 'declaration.not-read-back': { readBack: false } },
  ],
  'declaration.verify': [
    { by: 'v', verifier: 'v', concerned },
    { 'verifier.not-named': { by: 'w' }, 'review.recused': { by: 's', verifier: 's' } },
  ],
  'review.propose': [
    { cites: true, covered: false },
    { 'review.no-citation': { cites: false }, 'opening.covers-day': { covered: true } },
  ],
  'review.serve': [{ hearing: 'told' }, { 'hearing.not-served': { hearing: 'not-served' } }],
  'review.take': [
    { ...isHeard, session: 'open', month: 'reopened', verified: true },
    {
      'review.not-open': { session: 'convened' },
      'month.closed': { month: 'closed' },
      'declaration.not-verified': { verified: false },
      ...unheard,
    },
  ],
  'review.accept': [
    { ...decision, reason: '', reasonNeeded: false },
    { ...undecided, 'reason.missing': { reasonNeeded: true } },
  ],
  'review.adjust': [
    { ...decision, ...reason },
    { ...undecided, ...noReason },
  ],
  'review.decline': [
    { ...decision, ...reason },
    { ...undecided, ...noReason },
  ],
  'review.refer': [
    { session: 'open', vote: { ...vote, ayes: ['a'] }, concerned },
    { 'review.not-open': { session: 'closed' }, 'review.can-decide': { vote } },
  ],
  'line.determine': [
    { ...motionPassed, ...isHeard, briefed: true },
    { ...notPassed, ...unheard, 'line.not-briefed': { briefed: false } },
  ],
  'line.reject': [
    { ...motionPassed, ...reason },
    { ...notPassed, ...noReason },
  ],
  'line.reverse': [
    { ...two, finding: '认定 1 号' },
    { ...second, 'reversal.no-finding': { finding: '' } },
  ],
});

tryGuards(hearing, {
  'hearing.serve': [{ needed: true }, { 'hearing.not-needed': { needed: false } }],
  'hearing.answer': [
    { window, today: '2026-03-10', by: 's', subject: 's', onBehalf: false, answer: 'contest', credit: false },
    {
      'hearing.not-subject': { by: 't' },
      'hearing.over': { today: '2026-03-11' },
      'hearing.only-credit': { answer: 'decline' },
    },
  ],
  'hearing.lapse': [over, { ...unpublished, 'hearing.running': { today: '2026-03-10' } }],
});

tryGuards(review, {
  'review.open': [{ body: 5, present: 3 }, { 'review.no-quorum': [{ present: 2 }, { body: 6 }] }],
  'review.close': [{ linesOpen: 0 }, { 'review.lines-open': { linesOpen: 1 } }],
  'review.cancel': [reason, noReason],
});

tryGuards(veto, {
  'veto.propose': [{ groundKnown: true }, { 'veto.ground-unknown': { groundKnown: false } }],
  'veto.cite': [
    { finding: { body: '纪委', number: '1 号', day: '2026-03-01' }, today: '2026-03-01' },
    {
      'veto.no-finding': [
        { finding: { body: ' ', number: '1', day: '2026-03-01' } },
        { finding: { body: '纪委', number: '', day: '2026-03-01' } },
      ],
      'veto.future-finding': { today: '2026-02-28' },
    },
  ],
  'veto.confirm': [
    { ...two, ...isHeard },
    { ...second, ...unheard },
  ],
  'veto.lift': [
    { ...two, withdrawal: '撤销 2 号' },
    { ...second, 'reversal.no-finding': { withdrawal: '' } },
  ],
  'veto.drop': [reason, noReason],
});
