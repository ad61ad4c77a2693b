import { type AssemblyState, assembly } from './assembly.ts';
import type { VotingWay } from './ballot.ts';
import { type MotionState, motion, type Poll } from './motion.ts';
import type { QuarterState } from './quarter.ts';
import type { RefusalCode } from './refusal.ts';
import { hindrances, type Refused } from './step.ts';
import { hasQuorum, type VotingLaw } from './voting.ts';

/** The steps of a meeting 会议步骤 in the order in which they are taken; the last four but `done` come after it. */
export const SITTING_STEPS = [
  'freeze',
  'cancel',
  'attend',
  'quorum',
  'lapse',
  'open',
  'tell-outcomes',
  'report-outcome',
  'put-contested',
  'put-rest',
  'brief',
  'open-vote',
  'count',
  'defer',
  'determine',
  'close',
  'draft-minutes',
  'edit-minutes',
  'sign-chair',
  'sign-recorder',
  'draw-register',
  'seal-register',
  'draw-supplement',
  'seal-supplement',
  'draft-notice',
  'done',
] as const;

/** One step of a meeting. */
export type SittingStep = (typeof SITTING_STEPS)[number];

/** An outcome 处理结果 that the meeting is owed and that was not reported to a meeting yet. */
export type Unreported = { readonly noun: 'objection' | 'appeal'; readonly id: string; readonly blocked?: RefusalCode };

/** A motion of the meeting as far as the next step hangs on it. */
export type SittingMotion = {
  readonly id: string;
  readonly kind: 'bundle' | 'contested' | 'scheme' | 'absence' | 'other';
  readonly state: MotionState;
  readonly briefed: boolean;
  readonly notVoting: number;
  readonly way?: VotingWay;
};

/** The quarter of a meeting: what is still to be put, and by which motion it can be determined. */
export type SittingQuarter = {
  readonly id: string;
  readonly state: QuarterState;
  readonly monthsOpen: number;
  /** Contested lines without a decision that are in no motion of this meeting, in the order of their numbers. */
  readonly contested: readonly string[];
  /** How many of the other lines without a decision are in no motion that waits. */
  readonly rest: number;
  /** How many lines of the quarter have no decision, whether put or not. */
  readonly undecided: number;
  /** The motion that passed the bundle of the quarter, in this meeting or an earlier one. */
  readonly passed?: string;
};

/** A meeting as it stands, as far as the next step hangs on it. */
export type SittingNow = {
  readonly state: AssemblyState;
  readonly today: string;
  readonly day: string;
  /** Whether a small branch reviews on this very day. */
  readonly sameDay: boolean;
  readonly chair: string;
  readonly recorder: string;
  /** Whether anybody was recorded as present or on leave. */
  readonly attended: boolean;
  readonly entitled: number;
  readonly present: number;
  readonly law: VotingLaw;
  readonly owed: number;
  readonly told: boolean;
  readonly unreported: readonly Unreported[];
  readonly motions: readonly SittingMotion[];
  readonly quarter?: SittingQuarter;
  readonly minutes?: { readonly signed: boolean; readonly chair: boolean; readonly recorder: boolean };
  readonly register?: { readonly id: string; readonly sealed: boolean };
  /** Earlier quarters that got a line in this meeting and have no sealed sheet of it, with the sheet that is drafted. */
  readonly supplements: readonly { readonly quarter: string; readonly drafted?: string }[];
  readonly noticed: boolean;
};

/** The next step 下一步: who takes it, what it is about, what stands in its way, and what can be done instead. */
export type SittingNext = {
  readonly step: SittingStep;
  readonly by: 'secretary' | 'recorder';
  /** Who must do it in person: whose signature is missing. */
  readonly person?: string;
  readonly motion?: string;
  readonly line?: string;
  readonly outcome?: { readonly noun: 'objection' | 'appeal'; readonly id: string };
  readonly quarter?: string;
  /** The sheet that is to be sealed. */
  readonly register?: string;
  readonly blocked?: RefusalCode;
  readonly or?: SittingStep;
};

/** The next step of a meeting 下一步, from the roll to the sealed register: whoever always takes it, or what stands in `or` where it is blocked, comes to the end. */
export function sittingNext(now: SittingNow): SittingNext {
  switch (now.state) {
    case 'convened':
      return freeze(now);
    case 'frozen':
      return now.attended ? (quorumMissing(now) ?? secretary('open')) : recorder('attend');
    case 'open':
      return quorumMissing(now) ?? outcomes(now) ?? voting(now) ?? quarterOf(now) ?? secretary('close');
    case 'closed':
      return determine(now) ?? minutesOf(now) ?? sheets(now) ?? recorder('done');
    case 'lapsed':
      return minutesOf(now) ?? recorder('done');
    case 'cancelled':
      return secretary('done');
  }
}

type More = Omit<SittingNext, 'step' | 'by'>;

function secretary(step: SittingStep, more: More = {}): SittingNext {
  return { step, by: 'secretary', ...more };
}

function recorder(step: SittingStep, more: More = {}): SittingNext {
  return { step, by: 'recorder', ...more };
}

/** The refusal of a guard, and what can be done instead. */
function blockedBy([first]: readonly Refused[], or: SittingStep): Pick<SittingNext, 'blocked' | 'or'> {
  return first ? { blocked: first.refused, or } : {};
}

function freeze({ today, day, sameDay }: SittingNow): SittingNext {
  const [wrong] = hindrances(assembly, 'assembly.freeze', { today, day });
  const blocked = wrong?.refused ?? (sameDay ? 'assembly.same-day' : undefined);
  // Before its day a meeting is only waited for.
  const over = today > day || (today === day && sameDay);
  return recorder('freeze', { ...(blocked && { blocked }), ...(over && { or: 'cancel' as const }) });
}

/** Without the quorum the meeting waits for more members; else it lapses, or where it has decided already what waits is deferred. */
function quorumMissing(now: SittingNow): SittingNext | undefined {
  const { entitled, present, law, motions } = now;
  if (hasQuorum(entitled, present, law)) return undefined;
  const decided = motions.some(({ state }) => state === 'counted');
  const waiting = motions.find(({ state }) => state === 'put' || state === 'open');
  const blocked = 'motion.no-quorum' as const;
  if (!decided) return recorder('quorum', { blocked, or: 'lapse' });
  if (waiting) return recorder('quorum', { blocked, or: 'defer', motion: waiting.id });
  return determine(now) ?? outcomes(now) ?? secretary('close');
}

function outcomes({ owed, told, unreported }: SittingNow): SittingNext | undefined {
  if (owed > 0 && !told) return secretary('tell-outcomes');
  // What has not been carried out cannot be reported: it is told again at the next meeting.
  const first = unreported.find(({ blocked }) => blocked === undefined);
  return first && secretary('report-outcome', { outcome: { noun: first.noun, id: first.id } });
}

/** One vote at a time: what was put first is briefed, voted on and counted before anything else is put. */
function voting(now: SittingNow): SittingNext | undefined {
  const { motions, entitled, present, law } = now;
  const first = motions.find(({ state }) => state === 'open') ?? motions.find(({ state }) => state === 'put');
  if (!first) return undefined;
  const about = { motion: first.id };
  if (first.state === 'open') return recorder('count', about);
  if (!first.briefed) return secretary('brief', about);
  const poll: Poll = { entitled, present, law, notVoting: first.notVoting };
  const facts = { ...poll, briefed: true, way: 'hands', knowing: false } as const;
  return secretary('open-vote', { ...about, ...blockedBy(hindrances(motion, 'motion.open', facts), 'defer') });
}

/** What of the quarter is still to be put: each contested line once a meeting, then the rest once; what was deferred or lost goes to the next meeting. */
function quarterOf(now: SittingNow): SittingNext | undefined {
  const { quarter, motions } = now;
  if (quarter?.state !== 'open') return undefined;
  const blocked = quarter.monthsOpen > 0 ? ({ blocked: 'quarter.months-open', or: 'close' } as const) : {};
  const about = { quarter: quarter.id, ...blocked };
  const [line] = quarter.contested;
  if (line !== undefined) return secretary('put-contested', { line, ...about });
  const put = motions.some(({ kind }) => kind === 'bundle');
  if (!put && (quarter.rest > 0 || quarter.passed === undefined)) return secretary('put-rest', about);
  return determine(now);
}

function determine({ quarter }: SittingNow): SittingNext | undefined {
  if (quarter?.state !== 'open' || quarter.passed === undefined) return undefined;
  if (quarter.undecided > 0 || quarter.monthsOpen > 0) return undefined;
  return recorder('determine', { quarter: quarter.id, motion: quarter.passed });
}

function minutesOf({ minutes, chair, recorder: keeper }: SittingNow): SittingNext | undefined {
  if (!minutes) return recorder('draft-minutes');
  if (minutes.signed) return undefined;
  // Until somebody has signed they are read through and mended.
  const or = minutes.chair || minutes.recorder ? {} : { or: 'edit-minutes' as const };
  if (!minutes.chair) return secretary('sign-chair', { person: chair, ...or });
  return recorder('sign-recorder', { person: keeper, ...or });
}

function sheets({ quarter, register, supplements, noticed }: SittingNow): SittingNext | undefined {
  if (!quarter || quarter.state === 'open') return undefined;
  const about = { quarter: quarter.id };
  if (register === undefined) return recorder('draw-register', about);
  if (!register.sealed) return recorder('seal-register', { ...about, register: register.id });
  const [sheet] = supplements;
  if (sheet?.drafted !== undefined)
    return recorder('seal-supplement', { quarter: sheet.quarter, register: sheet.drafted });
  if (sheet) return recorder('draw-supplement', { quarter: sheet.quarter });
  return noticed ? undefined : secretary('draft-notice', about);
}
