import { expect, test } from 'vitest';
import { fill } from '#words/fill.ts';
import { refusalsEn } from '#words/refusals.en.ts';
import { refusalsZhCN } from '#words/refusals.zh-CN.ts';
import { appraisal } from './appraisal.ts';
import { commendation } from './commendation.ts';
import { disposition } from './disposition.ts';
import { dossier } from './dossier.ts';
import { filing } from './filing.ts';
import { type Cases, caseFaults } from './guard-cases.ts';
import { improvement } from './improvement.ts';
import { scan } from './scan.ts';
import { settlement } from './settlement.ts';
import type { Refused, Step } from './step.ts';
import { talk } from './talk.ts';

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
const rule = { rule: '§四(三)', objectionRunning: false };
const ruled = { 'consequence.no-rule': { rule: '' }, 'consequence.stayed': { objectionRunning: true } } as const;

tryGuards(settlement, {
  'settlement.amend': [
    { ...reason, ...two },
    { ...noReason, ...second },
  ],
  'settlement.seal': [
    { today: '2027-01-01', yearEnd: '2026-12-31', quartersOpen: 0, objectionsRunning: 0 },
    {
      'settlement.year-running': { today: '2026-12-31' },
      'settlement.quarters-open': { quartersOpen: 1 },
      'settlement.objections-running': { objectionsRunning: 1 },
    },
  ],
  'settlement.supersede': [{ amendedSealed: true }, { 'settlement.no-successor': { amendedSealed: false } }],
});

tryGuards(filing, {
  'filing.draft': [{ settlementSealed: true }, { 'settlement.not-sealed': { settlementSealed: false } }],
  'filing.send': [
    { noticeOver: true, returnedLinesOpen: 0 },
    { 'notice.not-over': { noticeOver: false }, 'filing.lines-open': { returnedLinesOpen: 1 } },
  ],
  'filing.return': [
    { ...reason, lines: 1 },
    { ...noReason, 'filing.no-lines': { lines: 0 } },
  ],
});

tryGuards(appraisal, {
  'appraisal.open': [
    { settlementSealed: true, noticeOver: true },
    { 'settlement.not-sealed': { settlementSealed: false }, 'appraisal.before-notice': { noticeOver: false } },
  ],
  'appraisal.ballot': [{ assembly: 'open' }, { 'assembly.not-open': { assembly: 'convened' } }],
  'appraisal.decide': [
    { ...motionPassed, appraised: 11, excellent: 3, withoutReason: 0, probationary: 0, unqualifiedUnasked: 0 },
    {
      ...notPassed,
      'appraisal.no-reasons': { withoutReason: 1 },
      'appraisal.probationary': { probationary: 1 },
      'appraisal.places-over': { excellent: 4 },
      'appraisal.unqualified-alone': { unqualifiedUnasked: 1 },
    },
  ],
});

tryGuards(commendation, {
  'commendation.propose': [
    { ...rule, barred: false },
    { ...ruled, 'commendation.barred': { barred: true } },
  ],
  'commendation.bar': [
    { ...rule, today: '2026-01-20', ends: '2026-12-31' },
    { ...ruled, 'consequence.no-end': { ends: '2026-01-20' } },
  ],
  'commendation.approve': [motionPassed, notPassed],
  'commendation.end': [
    { ends: '2026-12-31', today: '2027-01-01' },
    { 'commendation.running': { today: '2026-12-31' } },
  ],
  'commendation.drop': [reason, noReason],
});

const talked = {
  subject: 's',
  talker: 'h',
  recorder: 'r',
  time: '9:00',
  place: '会议室',
  cause: '靠后',
  content: '……',
};
tryGuards(talk, {
  'talk.propose': [rule, ruled],
  'talk.hold': [
    { objectionRunning: false, record: talked, head: 'h', superiors: ['u'], admonition: false, ordered: false },
    {
      'consequence.stayed': { objectionRunning: true },
      'talk.wrong-talker': [{ head: 'g' }, { record: { ...talked, subject: 'h' } }],
      'talk.not-ordered': { admonition: true },
      'talk.record-incomplete': { record: { ...talked, place: '' } },
    },
  ],
  'talk.sign': [{ by: 's', subject: 's' }, { 'talk.not-subject': { by: 'h' } }],
  'talk.drop': [reason, noReason],
});

const deadline = { begins: '2026-01-20', last: '2027-01-20', most: 12 };
const undated = {
  'consequence.no-end': { last: '2026-01-20' },
  'improvement.too-long': { last: '2027-01-21' },
} as const;
tryGuards(improvement, {
  'improvement.propose': [rule, ruled],
  'improvement.start': [
    { ...deadline, objectionRunning: false, helper: 'a', subject: 's', plan: '内容' },
    {
      ...undated,
      'consequence.stayed': { objectionRunning: true },
      'improvement.no-plan': { plan: '' },
      'improvement.no-helper': [{ helper: 's' }, { helper: '' }],
    },
  ],
  'improvement.extend': [
    { ...deadline, ...reason },
    { ...undated, ...noReason },
  ],
  'improvement.meet': [reason, noReason],
  'improvement.miss': [
    { ...over, ...reason },
    { ...unpublished, ...noReason, 'improvement.running': { today: '2026-03-10' } },
  ],
  'improvement.drop': [reason, noReason],
});

const legal = { ...rule, ...motionPassed, ...isHeard, approval: '1 号' };
const illegal = { ...ruled, ...notPassed, ...unheard, 'disposition.no-approval': { approval: '' } } as const;
tryGuards(disposition, {
  'disposition.list': [
    { ...rule, ...motionPassed, ...isHeard, belowBase: true },
    { ...ruled, ...notPassed, ...unheard, 'disposition.not-below-base': { belowBase: false } },
  ],
  'disposition.remind': [rule, ruled],
  'disposition.criticise': [rule, ruled],
  'disposition.improve': [legal, illegal],
  'disposition.urge': [
    { ...legal, improvement: 'missed' },
    {
      ...illegal,
      'disposition.improvement-running': { improvement: 'running' },
      'disposition.improved': { improvement: 'met' },
    },
  ],
  'disposition.remove': [legal, illegal],
  'disposition.leave': [
    { ...legal, monthsAway: 6 },
    { ...illegal, 'disposition.not-away': { monthsAway: 5 } },
  ],
  'disposition.end': [reason, noReason],
});

tryGuards(scan, {
  'scan.keep': [
    { stands: true, shielded: false },
    { 'scan.not-signed': { stands: false }, 'scan.of-report': { shielded: true } },
  ],
});

tryGuards(dossier, {
  'dossier.apply': [
    { ...two, problems: 0, seen: true, twoNeeded: true },
    { ...second, 'dossier.has-problems': { problems: 1 }, 'dossier.not-seen': { seen: false } },
  ],
  'dossier.undo': [{ determined: 0 }, { 'dossier.determined': { determined: 1 } }],
  'dossier.reverse': [
    { ...two, determined: 1 },
    { ...second, 'dossier.not-determined': { determined: 0 } },
  ],
});
