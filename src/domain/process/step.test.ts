import { describe, expect, test } from 'vitest';
import { month } from './month.ts';
import { notice } from './notice.ts';
import { actionsIn, hindrances, isRefused, isState, next, proceed, refusedBy, statesOf } from './step.ts';
import { undo } from './undo.ts';

const term = { window: { last: '2026-04-10', provisional: false }, today: '2026-04-13' };

describe('a step of the process', () => {
  test('leads to the next state, or names why the state does not allow it', () => {
    expect(next(notice, 'none', 'notice.draft')).toBe('drafted');
    expect(next(notice, 'posted', 'notice.feedback')).toBe('posted');
    expect(next(notice, 'drafted', 'notice.post')).toEqual({ refused: 'notice.not-reviewed' });
    expect(next(notice, 'filed', 'notice.close')).toEqual({ refused: 'notice.not-now' });
    expect(next(month, 'closed', 'month.confirm')).toEqual({ refused: 'month.closed' });
    expect(next(month, 'none', 'month.close')).toEqual({ refused: 'thing.unknown' });
  });

  test('asks the state first and then each guard in order', () => {
    const early = { sealed: false, days: 4, least: 5 };
    expect(proceed(notice, 'drafted', 'notice.post', early)).toEqual({ refused: 'notice.not-reviewed' });
    expect(proceed(notice, 'reviewed', 'notice.post', early)).toEqual({ refused: 'notice.not-sealed' });
    expect(proceed(notice, 'reviewed', 'notice.post', { ...early, sealed: true })).toEqual({
      refused: 'notice.too-short',
      params: { days: 4, least: 5 },
    });
    expect(proceed(notice, 'reviewed', 'notice.post', { sealed: true, days: 5, least: 5 })).toBe('posted');
  });

  test('names everything that stands in the way, for a page to say beforehand', () => {
    const codes = hindrances(notice, 'notice.post', { sealed: false, days: 4, least: 5 }).map((one) => one.refused);
    expect(codes).toEqual(['notice.not-sealed', 'notice.too-short']);
  });

  test('a notice closes the day after its last and never by a provisional day (§3(4))', () => {
    expect(proceed(notice, 'posted', 'notice.close', { ...term, today: '2026-04-10' })).toEqual({
      refused: 'notice.running',
      params: { last: '2026-04-10' },
    });
    expect(proceed(notice, 'posted', 'notice.close', { ...term, today: '2026-04-11' })).toBe('closed');
    const provisional = { window: { last: '2027-02-10', provisional: true }, today: '2027-12-31' };
    expect(proceed(notice, 'posted', 'notice.close', provisional)).toEqual({
      refused: 'term.unpublished',
      params: { last: '2027-02-10' },
    });
  });

  test('a name that is no action of the step is refused, also one that every object has', () => {
    for (const action of ['constructor', 'toString', 'notice.burn'] as unknown[])
      expect(next(notice, 'drafted', action as 'notice.post')).toEqual({ refused: 'notice.not-reviewed' });
  });

  test('facts of another action do not compile', () => {
    // @ts-expect-error notice.post asks for days and whether the register is sealed
    expect(isRefused(proceed(notice, 'drafted', 'notice.post', { author: 'a', by: 'b' }))).toBe(true);
    // @ts-expect-error a notice has no state "open"
    expect(isRefused(next(notice, 'open', 'notice.post'))).toBe(true);
  });

  test('a state says what can be done in it', () => {
    expect(statesOf(month)).toEqual(['open', 'closed', 'reopened', 'sealed']);
    expect(actionsIn(month, 'closed')).toEqual(['month.reopen', 'month.seal']);
    expect(['reopened', 'none', 'posted'].map((text) => isState(month, text))).toEqual([true, false, false]);
  });
});

describe('taking back (product §7)', () => {
  const act = { action: 'hearing.answer', actor: '1', by: '1', minutes: 10, actedOn: false };
  const refused = (change: Partial<typeof act>) =>
    undo.flatMap((guard) => refusedBy(guard, { ...act, ...change })?.refused ?? []);

  test('is possible for ten minutes, to whoever did it, until another has acted', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ minutes: 11 })).toEqual(['undo.too-late']);
    expect(refused({ by: '2' })).toEqual(['undo.not-yours']);
    expect(refused({ actedOn: true })).toEqual(['undo.acted-on']);
  });

  test('is never possible for votes, seals, notices, vetoes and filings', () => {
    for (const action of ['motion.cast', 'register.seal', 'notice.post', 'veto.confirm', 'filing.send'])
      expect(refused({ action })).toEqual(['undo.not-here']);
  });
});
