import { describe, expect, test } from 'vitest';
import { ayesNeeded, canPass, hasQuorum, passes, quorumOf, type VotingLaw } from './voting.ts';

const range = (to: number, from = 0) => Array.from({ length: to - from + 1 }, (_, at) => at + from);
const share = (num: number, den: number) => ({ num, den });

describe('the voting law for every roll up to 12 (§3(3), product §3.6)', () => {
  for (const entitled of range(12, 1))
    test(`of ${entitled} entitled`, () => {
      for (const present of range(entitled)) {
        // By hand: the quorum is there when those who came are no fewer than those who stayed away.
        expect(hasQuorum(entitled, present)).toBe(present >= entitled - present);
        for (const notVoting of range(Math.min(2, present))) {
          let possible = false;
          for (const ayes of range(present - notVoting)) {
            // By hand: it passes when those for it outnumber all others on the roll, whether against, abstaining, absent or without a vote.
            const others = range(entitled).filter((person) => person > ayes).length;
            expect(passes(entitled, ayes)).toBe(ayes > others);
            possible ||= ayes > others && present >= entitled - present;
          }
          expect(canPass(entitled, present, notVoting)).toBe(possible);
        }
      }
    });
});

describe('a vote', () => {
  test('may start with 5 of 10, and then nothing can pass', () => {
    expect(hasQuorum(10, 5)).toBe(true);
    expect(canPass(10, 5)).toBe(false);
    expect(canPass(10, 6)).toBe(true);
    expect(canPass(10, 6, 1)).toBe(false);
  });

  test('counts against all entitled, not against those present', () => {
    expect(passes(12, 6)).toBe(false);
    expect(passes(12, 7)).toBe(true);
    expect(passes(11, 6)).toBe(true);
  });

  test('has no quorum on an empty roll', () => {
    expect([hasQuorum(0, 0), canPass(0, 0), passes(0, 0)]).toEqual([false, false, false]);
  });

  test('follows a stricter setting: two thirds includes two thirds', () => {
    const law: VotingLaw = { quorum: share(2, 3), majority: share(2, 3) };
    expect([quorumOf(9, law), quorumOf(10, law), ayesNeeded(9, law), ayesNeeded(10, law)]).toEqual([6, 7, 6, 7]);
    expect(ayesNeeded(9, { quorum: share(1, 1), majority: share(1, 1) })).toBe(9);
  });

  test('is never looser than the law, whatever is set', () => {
    for (const entitled of range(12, 1))
      for (const den of range(12, 1))
        for (const num of range(den)) {
          const law: VotingLaw = { quorum: share(num, den), majority: share(num, den) };
          for (const count of range(entitled)) {
            if (hasQuorum(entitled, count, law)) expect(hasQuorum(entitled, count)).toBe(true);
            if (passes(entitled, count, law)) expect(passes(entitled, count)).toBe(true);
            if (passes(entitled, count, law)) expect(count * den).toBeGreaterThanOrEqual(entitled * num);
          }
        }
  });
});
