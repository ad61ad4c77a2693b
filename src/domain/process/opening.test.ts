import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cut,
  coversDay,
  isSheetRef,
  notCovered,
  openable,
  openedBy,
  openingItem,
  resolvedRef,
  samePlace,
  sourceRef,
} from './opening.ts';
import { refusedBy } from './step.ts';

const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const day = days.map((date) => date.toISOString().slice(0, 10));
const state = fc.constantFrom('submitted', 'in-review', 'accepted', 'adjusted', 'referred', 'determined');
const source = {
  file: '积分.xlsx',
  sha256: '0f'.repeat(32),
  keeper: '组织委员',
  from: '2026-01-01',
  until: '2026-06-30',
};

describe('openings 启用前积分 (decision 022)', () => {
  test('speak for every day from the first of the year to the cut-off, and for no other', () => {
    fc.assert(
      fc.property(day, day, state, (until, asked, now) => {
        const opened = [{ from: '2026-01-01', to: until, state: now, declined: false }];
        expect(coversDay(opened, asked)).toBe(asked <= until);
      }),
    );
  });

  test('that came to nothing speak for no day', () => {
    const over = fc.constantFrom('withdrawn', 'rejected', 'reversed');
    fc.assert(
      fc.property(day, over, (asked, now) => {
        const span = { from: '2026-01-01', to: '2026-12-31' };
        expect(coversDay([{ ...span, state: now, declined: false }], asked)).toBe(false);
        expect(coversDay([{ ...span, state: 'determined', declined: true }], asked)).toBe(false);
      }),
    );
    expect(refusedBy(notCovered, { covered: true })?.refused).toBe('opening.covers-day');
  });

  test('are corrected in their points alone, and nothing else becomes one', () => {
    const place = (item: string, on = '2026-06-30', points?: number) => ({
      item,
      day: on,
      ...(points !== undefined && { points }),
    });
    const refused = (before: object, after: object): string | undefined =>
      refusedBy(samePlace, { before, after } as never)?.refused;
    const opening = place(openingItem('duty'), '2026-06-30', 10);
    expect(refused(opening, { ...opening, points: 20 })).toBeUndefined();
    expect(refused(place('zhiyuan'), place('zhiyuan', '2026-05-01'))).toBeUndefined();
    const others = [place(openingItem('base'), '2026-06-30', 10), place('zhiyuan'), { ...opening, day: '2026-05-31' }];
    for (const other of [...others, place(openingItem('duty'))])
      expect(refused(opening, other)).toBe('opening.only-points');
    expect(refused(place('zhiyuan'), opening)).toBe('opening.only-points');
  });

  test('are of the running year and of days that have come; of the first period where each counts by itself', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const refused = (cut: Cut) => openable.flatMap((guard) => refusedBy(guard, cut)?.refused ?? []);
    const cut = { until: '2026-06-30', today: '2026-07-02', year };
    expect(refused(cut)).toEqual([]);
    expect(refused({ ...cut, until: '2026-07-03' })).toEqual(['opening.other-year']);
    expect(refused({ ...cut, until: '2025-12-31' })).toEqual(['opening.other-year']);
    const alone = { from: '2026-01-01', to: '2026-03-31' };
    expect(refused({ ...cut, alone })).toEqual(['opening.by-period']);
    expect(refused({ ...cut, until: '2026-03-31', alone })).toEqual([]);
  });

  test('name their sheet with its digest, and once determined the meeting', () => {
    expect(openedBy(openingItem('基础'))).toBe('基础');
    expect(openedBy('zhiyuan')).toBeUndefined();
    const ref = resolvedRef(sourceRef(3, source), '2026-07-20');
    expect(ref).toBe(
      '启用前积分表第3号（积分.xlsx，截至2026年6月30日，组织委员保存，SHA-256 0f0f0f0f0f0f0f0f）；2026年7月20日党员大会表决通过',
    );
    expect([isSheetRef(ref), isSheetRef('某支部结转说明第2号')]).toEqual([true, false]);
  });
});
