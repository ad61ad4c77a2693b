import { describe, expect, test } from 'vitest';
import { ALWAYS, type Member, STANDINGS, type Standing } from '#domain/ledger/member.ts';
import { type Absence, hasVote, presentEntitled, rollOn } from './roll.ts';

const one = (id: string, standing: Standing, from = ALWAYS.from, to = ALWAYS.to): Member => ({
  id,
  name: id,
  history: [{ from, to, standing }],
});
const absent: Absence = {
  member: 'm',
  from: '2026-03-01',
  to: '2026-09-30',
  consented: '2026-03-02',
  approved: '2026-03-20',
};
const day = '2026-06-30';
const entitled = (absences: readonly Absence[], standing: Standing = 'mobile', on = day) =>
  rollOn([one('m', standing)], absences, on).entitled;

describe('the entitled roll (product §2, §3.6)', () => {
  test('holds full, mobile and exempt members; the others are on it with the reason why not', () => {
    const roll = rollOn(
      STANDINGS.map((standing) => one(standing, standing)),
      [],
      day,
    );
    expect(roll.lines.filter((line) => line.entitled).map((line) => line.member)).toEqual(['full', 'exempt', 'mobile']);
    expect(roll.lines.map((line) => line.reason)).toEqual([...STANDINGS]);
    expect(roll.entitled).toBe(3);
    expect(STANDINGS.filter(hasVote)).toEqual(['full', 'exempt', 'mobile']);
  });

  test('leaves out a mobile or exempt member whose absence superior and meeting agreed to beforehand', () => {
    expect(rollOn([one('m', 'mobile')], [absent], day).lines).toEqual([
      { member: 'm', entitled: false, reason: 'absence-agreed' },
    ]);
    expect(entitled([absent], 'exempt')).toBe(0);
  });

  test('keeps them when either has not agreed, agreed only on the day, or the absence does not cover the day', () => {
    const { consented, approved, ...asked } = absent;
    expect(entitled([{ ...asked, approved: approved ?? '' }])).toBe(1);
    expect(entitled([{ ...asked, consented: consented ?? '' }])).toBe(1);
    expect(entitled([{ ...absent, approved: day }])).toBe(1);
    expect(entitled([{ ...absent, consented: day }])).toBe(1);
    expect(entitled([{ ...absent, to: '2026-06-29' }])).toBe(1);
    expect(entitled([{ ...absent, member: 'other' }])).toBe(1);
  });

  test('never leaves out a full member for an absence', () => expect(entitled([absent], 'full')).toBe(1));

  test('gives back who had a vote on any day, and why', () => {
    const member: Member = {
      id: 'p',
      name: 'p',
      history: [
        { from: '2026-01-01', to: '2026-05-31', standing: 'probationary' },
        { from: '2026-06-01', to: '2026-08-31', standing: 'full' },
        { from: '2026-09-01', to: '9999-12-31', standing: 'suspended' },
      ],
    };
    const votes = ['2025-12-31', '2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map((on) =>
      rollOn([member], [], on).lines.map((line) => `${line.entitled} ${line.reason}`),
    );
    expect(votes).toEqual([[], ['false probationary'], ['true full'], ['true full'], ['false suspended']]);
  });

  test('counts as present only the entitled, each once', () => {
    const roll = rollOn([one('a', 'full'), one('b', 'probationary'), one('c', 'mobile')], [], day);
    expect(presentEntitled(roll, ['c', 'b', 'a', 'a', 'guest'])).toEqual(['a', 'c']);
  });
});
