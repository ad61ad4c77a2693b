import { describe, expect, test } from 'vitest';
import { SITTING_STEPS, type SittingNow, type SittingQuarter, sittingNext } from './sitting-next.ts';
import { meetingMeant, numbered } from './sitting-table.ts';
import { PLAIN_LAW } from './voting.ts';

const QUARTER: SittingQuarter = { id: '2026Q1', state: 'open', monthsOpen: 0, contested: [], rest: 0, undecided: 0 };
const NOW: SittingNow = {
  state: 'open',
  today: '2026-04-10',
  day: '2026-04-10',
  sameDay: false,
  chair: 'a',
  recorder: 'e',
  attended: true,
  entitled: 10,
  present: 8,
  law: PLAIN_LAW,
  owed: 0,
  told: false,
  unreported: [],
  motions: [],
  quarter: QUARTER,
  supplements: [],
  noticed: false,
};
const next = (more: Partial<SittingNow>) => sittingNext({ ...NOW, ...more });
const motion = { id: 'm', kind: 'contested', state: 'put', briefed: true, notVoting: 0 } as const;

describe('the next step of a general meeting (§三(三), product §3.6)', () => {
  test('the roll is frozen on the day alone; a meeting whose day is over is cancelled', () => {
    expect(next({ state: 'convened' })).toEqual({ step: 'freeze', by: 'recorder' });
    expect(next({ state: 'convened', today: '2026-04-09' })).toEqual({
      step: 'freeze',
      by: 'recorder',
      blocked: 'assembly.wrong-day',
    });
    expect(next({ state: 'convened', today: '2026-04-11' })).toMatchObject({
      blocked: 'assembly.wrong-day',
      or: 'cancel',
    });
    expect(next({ state: 'convened', sameDay: true })).toMatchObject({ blocked: 'assembly.same-day', or: 'cancel' });
  });

  test('who came is recorded before the meeting is opened, and it is opened with the quorum', () => {
    expect(next({ state: 'frozen', attended: false, present: 0 }).step).toBe('attend');
    expect(next({ state: 'frozen', present: 4 })).toEqual({
      step: 'quorum',
      by: 'recorder',
      blocked: 'motion.no-quorum',
      or: 'lapse',
    });
    expect(next({ state: 'frozen', present: 5 })).toEqual({ step: 'open', by: 'secretary' });
  });

  test('where members left after a decision, what waits is deferred and the meeting closed; nothing decided lapses', () => {
    const counted = { ...motion, id: 'c', state: 'counted' } as const;
    expect(next({ present: 4, motions: [motion] })).toMatchObject({ step: 'quorum', or: 'lapse' });
    expect(next({ present: 4, motions: [counted, motion] })).toMatchObject({
      step: 'quorum',
      or: 'defer',
      motion: 'm',
    });
    expect(next({ present: 4, motions: [counted], quarter: { ...QUARTER, contested: ['l'] } }).step).toBe('close');
    expect(next({ present: 4, motions: [counted], quarter: { ...QUARTER, passed: 'c' } })).toMatchObject({
      step: 'determine',
      motion: 'c',
    });
  });

  test('outcomes come first; one that is not carried out is not reported and holds up nothing', () => {
    const unreported = [
      { noun: 'objection', id: 'o1', blocked: 'finding.not-carried-out' },
      { noun: 'appeal', id: 'p2' },
    ] as const;
    expect(next({ owed: 2, unreported, motions: [motion] })).toEqual({ step: 'tell-outcomes', by: 'secretary' });
    expect(next({ owed: 2, told: true, unreported })).toEqual({
      step: 'report-outcome',
      by: 'secretary',
      outcome: { noun: 'appeal', id: 'p2' },
    });
    expect(next({ owed: 2, told: true, unreported: unreported.slice(0, 1) }).step).toBe('put-rest');
  });

  test('one motion at a time: briefed, opened, counted; one that nobody can pass is deferred', () => {
    const quarter = { ...QUARTER, contested: ['l2'], rest: 1, undecided: 2 };
    expect(next({ quarter, motions: [{ ...motion, briefed: false }] })).toEqual({
      step: 'brief',
      by: 'secretary',
      motion: 'm',
    });
    expect(next({ quarter, motions: [motion] })).toEqual({ step: 'open-vote', by: 'secretary', motion: 'm' });
    expect(next({ quarter, motions: [{ ...motion, state: 'open' }] })).toEqual({
      step: 'count',
      by: 'recorder',
      motion: 'm',
    });
    expect(next({ quarter, present: 6, motions: [{ ...motion, notVoting: 1 }] })).toMatchObject({
      step: 'open-vote',
      blocked: 'motion.cannot-pass',
      or: 'defer',
    });
  });

  test('contested lines before the rest; months that are open hold both up', () => {
    const quarter = { ...QUARTER, contested: ['l1', 'l2'], rest: 3, undecided: 5 };
    expect(next({ quarter })).toEqual({ step: 'put-contested', by: 'secretary', line: 'l1', quarter: '2026Q1' });
    expect(next({ quarter: { ...quarter, contested: [] } })).toEqual({
      step: 'put-rest',
      by: 'secretary',
      quarter: '2026Q1',
    });
    expect(next({ quarter: { ...quarter, monthsOpen: 1 } })).toMatchObject({
      step: 'put-contested',
      blocked: 'quarter.months-open',
      or: 'close',
    });
  });

  test('the rest is put once a meeting; a quarter with a line left over is determined by a later meeting', () => {
    const bundle = { ...motion, kind: 'bundle', state: 'counted' } as const;
    expect(next({ motions: [bundle], quarter: { ...QUARTER, rest: 3, undecided: 3 } }).step).toBe('close');
    expect(next({ motions: [bundle], quarter: { ...QUARTER, passed: 'm', undecided: 1 } }).step).toBe('close');
    expect(next({ motions: [bundle], quarter: { ...QUARTER, passed: 'm' } })).toEqual({
      step: 'determine',
      by: 'recorder',
      quarter: '2026Q1',
      motion: 'm',
    });
    // A bundle that passed before needs no other, unless there is something to put.
    expect(next({ quarter: { ...QUARTER, passed: 'earlier' } }).step).toBe('determine');
    expect(next({ quarter: { ...QUARTER, passed: 'earlier', rest: 1, undecided: 1 } }).step).toBe('put-rest');
    expect(next({ quarter: { ...QUARTER, state: 'determined' } }).step).toBe('close');
    const { quarter: _, ...without } = NOW;
    expect(sittingNext(without).step).toBe('close');
  });

  test('after the meeting: minutes, two signatures, the register, sheets of earlier quarters, the notice', () => {
    const closed = { ...NOW, state: 'closed', quarter: { ...QUARTER, state: 'determined' } } as const;
    const walked = [
      {},
      { minutes: { signed: false, chair: false, recorder: false } },
      { minutes: { signed: false, chair: true, recorder: false } },
      { minutes: { signed: true, chair: true, recorder: true } },
      { register: { id: 'r', sealed: false } },
      { register: { id: 'r', sealed: true }, supplements: [{ quarter: '2025Q4' }] },
      { supplements: [{ quarter: '2025Q4', drafted: 's' }] },
      { supplements: [] },
      { noticed: true },
    ] as const;
    let now: SittingNow = closed;
    const steps = walked.map((more) => {
      now = { ...now, ...more };
      return sittingNext(now);
    });
    expect(steps).toEqual([
      { step: 'draft-minutes', by: 'recorder' },
      { step: 'sign-chair', by: 'secretary', person: 'a', or: 'edit-minutes' },
      { step: 'sign-recorder', by: 'recorder', person: 'e' },
      { step: 'draw-register', by: 'recorder', quarter: '2026Q1' },
      { step: 'seal-register', by: 'recorder', quarter: '2026Q1', register: 'r' },
      { step: 'draw-supplement', by: 'recorder', quarter: '2025Q4' },
      { step: 'seal-supplement', by: 'recorder', quarter: '2025Q4', register: 's' },
      { step: 'draft-notice', by: 'secretary', quarter: '2026Q1' },
      { step: 'done', by: 'recorder' },
    ]);
    expect(next({ state: 'lapsed', minutes: { signed: true, chair: true, recorder: true } }).step).toBe('done');
    expect(next({ state: 'cancelled' }).step).toBe('done');
    expect(new Set(SITTING_STEPS).size).toBe(SITTING_STEPS.length);
  });
});

describe('the table of a meeting', () => {
  test('numbers run over the contested lines first, then the rest, by the order of ids', () => {
    const lines = [
      { id: '3', contested: false },
      { id: '2', contested: true },
      { id: '1', contested: false },
      { id: '4', contested: true },
    ];
    expect([...numbered(lines)]).toEqual([
      ['2', 1],
      ['4', 2],
      ['1', 3],
      ['3', 4],
    ]);
  });

  test('the meeting that is meant: the one open or of today, else the next convened, else the last', () => {
    const of = (id: string, state: string, day: string) => ({ id, state, day });
    const last = of('last', 'closed', '2026-01-10');
    const future = of('next', 'convened', '2026-04-20');
    const far = of('far', 'convened', '2026-07-20');
    const meant = (...meetings: ReturnType<typeof of>[]) => meetingMeant(meetings, '2026-04-10')?.id;
    expect(meant()).toBeUndefined();
    expect(meant(last)).toBe('last');
    expect(meant(last, far, future)).toBe('next');
    expect(meant(last, future, of('today', 'closed', '2026-04-10'))).toBe('today');
    expect(meant(of('again', 'convened', '2026-04-10'), of('lapsed', 'lapsed', '2026-04-10'))).toBe('again');
    expect(meant(of('gone', 'cancelled', '2026-04-10'), last)).toBe('last');
    expect(meant(of('long', 'open', '2026-04-09'), of('today', 'convened', '2026-04-10'))).toBe('long');
  });
});
