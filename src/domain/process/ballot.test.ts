import { describe, expect, test } from 'vitest';
import { type Counts, countFault, resultOf, screenOffered } from './ballot.ts';
import { PLAIN_LAW } from './voting.ts';

const hands = (ayes: number, noes: number, abstentions: number): Counts => ({ way: 'hands', ayes, noes, abstentions });
const paper = { way: 'paper', issued: 8, returned: 7, ayes: 5, noes: 1, abstentions: 0, invalid: 1 } as const;

describe('the counts of a vote (product §3.6)', () => {
  test('a show of hands may count fewer than the voters, never more', () => {
    for (let present = 0; present <= 12; present++)
      for (let notVoting = 0; notVoting <= Math.min(1, present); notVoting++)
        for (let ayes = 0; ayes <= 12; ayes++)
          for (let noes = 0; ayes + noes <= 12; noes++) {
            const fault = countFault(hands(ayes, noes, 1), present, notVoting);
            expect(fault === undefined).toBe(ayes + noes + 1 + notVoting <= present);
          }
  });

  test('are whole numbers, 0 or more', () => {
    for (const odd of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(countFault(hands(odd, 0, 0), 9, 0)).toBe('motion.counts-not-whole');
  });

  test('on the screen are held to the voters too', () => {
    expect(countFault({ way: 'screen', ayes: 5, noes: 4, abstentions: 0 }, 9, 1)).toBe('motion.too-many-votes');
  });

  test('of paper ballots: no more out than voters, no more back than out, and all sheets accounted for', () => {
    expect(countFault(paper, 8, 0)).toBeUndefined();
    expect(countFault(paper, 8, 1)).toBe('motion.too-many-ballots');
    expect(countFault({ ...paper, returned: 9, ayes: 7 }, 8, 0)).toBe('motion.too-many-ballots');
    expect(countFault({ ...paper, ayes: 6 }, 8, 0)).toBe('motion.ballots-differ');
    expect(countFault({ ...paper, ayes: 4 }, 8, 0)).toBe('motion.ballots-differ');
  });

  test('give the result by the entitled', () => {
    expect(resultOf(10, { ...paper, ayes: 5 }, PLAIN_LAW)).toBe('lost');
    expect(resultOf(9, { ...paper, ayes: 5 }, PLAIN_LAW)).toBe('passed');
  });

  test('under five ballots the screen is not offered', () => {
    expect([4, 5].map(screenOffered)).toEqual([false, true]);
  });
});
