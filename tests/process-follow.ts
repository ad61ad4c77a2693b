import type { AnswerOf, InputOf } from '#contract/api.ts';
import { read } from '#service/services.ts';
import type { LineBody } from '#store/bodies.ts';
import { addMatter } from '#store/matter.ts';
import { CLOCK, type TestBranch } from './process-branch.ts';

/** A meeting as followed. */
export type Followed = NonNullable<AnswerOf<'assembly.follow'>['sitting']>;

/** Where a meeting is walked: a branch with what does its acts. */
export type Place = Pick<TestBranch, 'context' | 'branch' | 'act'>;

/** What a person is shown of a meeting. */
export async function follow(
  at: Place,
  person: string,
  asked: Omit<InputOf<'assembly.follow'>, 'branch'> = {},
): Promise<Followed> {
  const caller = { person, kind: 'person', password: true } as const;
  const { sitting } = await read(at.context, 'assembly.follow', { branch: at.branch, ...asked }, caller);
  if (!sitting) throw new Error('there is no meeting');
  return sitting;
}

/** How the people in the room decide while the steps are walked: the way and the counts of each vote, and what is deferred. */
export type Room = {
  /** Who is there when the roll is called, and after each time that was not enough. */
  readonly present: (time: number, sitting: Followed) => readonly string[];
  readonly noes?: (sitting: Followed, motion: string) => number;
  readonly defers?: (sitting: Followed, motion: string) => boolean;
};

type Act = (person: string, action: Parameters<TestBranch['act']>[1], input: object) => Promise<void>;

/** Walks a meeting to its end by always taking the next step, or where it is blocked what stands in its place; answers with the acts it took. */
export async function walk(at: Place, meeting: string, room: Room, secretary = 'a'): Promise<readonly string[]> {
  const acts: string[] = [];
  let called = 0;
  const act: Act = async (person, action, input) => {
    await at.act(person, action, input);
    acts.push(action);
  };
  for (let steps = 0; steps < 200; steps++) {
    const sitting = await follow(at, secretary, { id: meeting });
    const { next } = sitting;
    if (next.step === 'done') return acts;
    const { motion } = next;
    const deferred = next.step === 'open-vote' && motion !== undefined && room.defers?.(sitting, motion) === true;
    const step = deferred
      ? 'defer'
      : next.step === 'quorum' && called < 2
        ? 'attend'
        : next.blocked
          ? next.or
          : next.step;
    if (step === undefined) throw new Error(`blocked: ${next.step} ${next.blocked ?? ''}`);
    if (step === 'attend') called++;
    await take(act, { ...next, step }, { sitting, room, called });
  }
  throw new Error('the steps come to no end');
}

async function take(
  act: Act,
  { step, motion: id = '', line = '', outcome, quarter = '', register }: Followed['next'],
  { sitting, room, called }: { readonly sitting: Followed; readonly room: Room; readonly called: number },
): Promise<void> {
  const { meeting, minutes } = sitting;
  // Who chairs is the secretary of these branches.
  const [secretary, recorder] = [meeting.chair.id, meeting.recorder.id];
  const about = { id: meeting.id };
  switch (step) {
    case 'freeze':
      return await act(recorder, 'assembly.freeze', about);
    case 'attend':
      return await act(recorder, 'assembly.attend', { ...about, present: room.present(called, sitting), leave: [] });
    case 'lapse':
      return await act(secretary, 'assembly.lapse', about);
    case 'open':
      return await act(secretary, 'assembly.open', about);
    case 'tell-outcomes':
      return await act(secretary, 'assembly.brief', { ...about, outcomes: true });
    case 'report-outcome':
      return await act(secretary, `${outcome?.noun ?? 'objection'}.report`, { id: outcome?.id, assembly: meeting.id });
    case 'put-contested': {
      const { number, label } = sitting.contested.find((one) => one.line === line) ?? {};
      const title = `第${number ?? 0}项 ${label ?? ''}`;
      return await act(secretary, 'motion.put', {
        assembly: meeting.id,
        kind: 'contested',
        title,
        quarter,
        lines: [line],
      });
    }
    case 'put-rest':
      return await act(secretary, 'motion.put', { assembly: meeting.id, kind: 'bundle', title: '其余事项', quarter });
    case 'brief':
      return await act(secretary, 'assembly.brief', { ...about, motion: id });
    case 'open-vote':
      return await act(secretary, 'motion.open', { id, way: 'hands' });
    case 'count': {
      const { present = 0, notVoting = 0 } = sitting.motions.find((one) => one.id === id) ?? {};
      const noes = room.noes?.(sitting, id) ?? 0;
      return await act(recorder, 'motion.count', {
        id,
        counts: { ayes: present - notVoting - noes, noes, abstentions: 0 },
      });
    }
    case 'defer':
      return await act(secretary, 'motion.defer', { id, reason: '补充材料后再议' });
    case 'determine':
      return await act(recorder, 'quarter.determine', { id: quarter, motion: id });
    case 'close':
      return await act(secretary, 'assembly.close', about);
    case 'draft-minutes':
      return await act(recorder, 'minutes.draft', { assembly: meeting.id });
    case 'sign-chair':
      return await act(secretary, 'minutes.sign', { id: minutes?.id });
    case 'sign-recorder':
      return await act(recorder, 'minutes.sign', { id: minutes?.id });
    case 'draw-register':
      return await act(recorder, 'register.draw', { quarter });
    case 'seal-register':
      return await act(recorder, 'register.seal', { id: register });
    case 'draw-supplement':
      return await act(recorder, 'register.supplement', { quarter });
    case 'seal-supplement':
      return await act(recorder, 'register.seal', { id: register });
    case 'draft-notice':
      return await act(secretary, 'notice.draft', { of: 'quarter', period: quarter });
    default:
      throw new Error(`nobody in the room does ${step}`);
  }
}

/** A line as the review leaves it to the meeting, with the answer of its member where it is contested. */
export async function layLine(
  at: TestBranch,
  { id, subject, item = 'zhiyuan', day, contested = false }: LaidLine,
): Promise<void> {
  const now = `${day}T04:00:00.000Z`;
  const deduction = item !== 'zhiyuan';
  const by = deduction ? { origin: 'proposed', declarant: 'b' } : { origin: 'own', declarant: subject };
  const body = {
    ...by,
    fact: { item, day },
    points: deduction ? -20_000 : 20_000,
    deduction,
    words: '签到表',
    decision: { as: 'accepted', review: 'r', ayes: ['b', 'c', 'd'], by: 'b', reason: '有记录' },
  } as LineBody;
  const kept = { revision: 1, subject, created: now, changed: now };
  await at.store.transaction(async (rows) => {
    await addMatter(rows, at.branch, { noun: 'line', id, state: 'accepted', period: day.slice(0, 7), body, ...kept });
    if (!contested && !deduction) return;
    const answer = contested ? ({ answer: 'contest', words: '情况不符' } as const) : ({ answer: 'accept' } as const);
    const heard = { about: 'line', credit: !deduction, start: day, days: 5, ...answer } as const;
    const hearing = { noun: 'hearing', id: `h-${id}`, state: 'answered', parent: id, body: heard, ...kept } as const;
    await addMatter(rows, at.branch, hearing);
  });
}

type LaidLine = {
  readonly id: string;
  readonly subject: string;
  readonly item?: string;
  readonly day: string;
  readonly contested?: boolean;
};

/** Opens the quarter and the month in which a test lays its lines. */
export async function openQuarter(at: TestBranch): Promise<void> {
  at.day = '2026-03-10';
  await at.act(CLOCK, 'quarter.open', { quarter: '2026Q1' });
  await at.act(CLOCK, 'month.open', { month: '2026-03' });
}
