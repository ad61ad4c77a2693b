import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settable } from './setting.ts';
import { refusedBy } from './step.ts';
import { steps } from './steps.ts';
import { type BranchSettings, TERM_NAMES, TERMS, termsOf } from './terms.ts';

const half = { num: 1, den: 2 };

describe('terms (product §3 preamble)', () => {
  test('are the defaults where nobody has set anything', () => {
    expect(termsOf()).toEqual({
      hearingDays: 5,
      noticeDays: 5,
      objectionReplyDays: 15,
      questionReplyDays: 10,
      appealReplyMonths: 3,
      improvementMonths: 12,
      voting: { quorum: half, majority: half },
      declare: 'month',
      review: 'month',
      determine: 'quarter',
    });
  });

  test('the branch comes before the scheme, the scheme before the default', () => {
    expect(termsOf({ noticeDays: 7 }).noticeDays).toBe(7);
    expect(termsOf({ noticeDays: 7 }, { noticeDays: 6 }).noticeDays).toBe(6);
  });

  test('are held to the minima and maxima', () => {
    const terms = termsOf(
      { noticeDays: 3, hearingDays: 0, appealReplyMonths: 12 },
      { objectionReplyDays: 30, improvementMonths: 24 },
    );
    expect(terms).toMatchObject({
      noticeDays: 5,
      hearingDays: 3,
      appealReplyMonths: 3,
      objectionReplyDays: 15,
      improvementMonths: 12,
    });
  });

  test('of two shares of the vote the stricter holds, and never less than half', () => {
    const third = { num: 2, den: 3 };
    expect(termsOf({ majority: third }, { majority: half }).voting.majority).toEqual(third);
    expect(termsOf({}, { quorum: third }).voting.quorum).toEqual(third);
    expect(termsOf({ quorum: { num: 1, den: 3 } }, { quorum: { num: 3, den: 2 } }).voting.quorum).toEqual({
      num: 1,
      den: 1,
    });
  });

  test('stay in their bounds whatever is set', () => {
    const value = fc.option(fc.oneof(fc.integer({ min: -10, max: 1000 }), fc.double()), { nil: undefined });
    const settings = fc.record(Object.fromEntries(TERM_NAMES.map((name) => [name, value])));
    fc.assert(
      fc.property(settings, settings, (scheme, branch) => {
        const clean = (set: object) => Object.fromEntries(Object.entries(set).filter(([, one]) => one !== undefined));
        const terms = termsOf(clean(scheme), clean(branch));
        return TERM_NAMES.every((name) => terms[name] >= TERMS[name].least && terms[name] <= TERMS[name].most);
      }),
    );
  });

  test('begin and end with acts of the process', () => {
    const acts = steps.flatMap((step) => Object.keys(step.rows));
    for (const name of TERM_NAMES) expect(acts).toEqual(expect.arrayContaining([TERMS[name].begins, TERMS[name].ends]));
  });
});

describe('settings of a branch', () => {
  const refused = (set: BranchSettings) => settable.flatMap((guard) => refusedBy(guard, set) ?? []);

  test('outside the bounds are refused with what the bound is', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ noticeDays: 5, objectionReplyDays: 15, quorum: half })).toEqual([]);
    expect(refused({ noticeDays: 4 })).toEqual([{ refused: 'setting.below-least', params: { found: 4, least: 5 } }]);
    expect(refused({ appealReplyMonths: 4 })).toEqual([
      { refused: 'setting.above-most', params: { found: 4, most: 3 } },
    ]);
    expect(refused({ majority: { num: 1, den: 3 } })[0]?.refused).toBe('setting.looser-vote');
    expect(refused({ quorum: { num: 4, den: 3 } })[0]?.refused).toBe('setting.looser-vote');
  });
});
