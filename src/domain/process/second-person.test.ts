import { describe, expect, test } from 'vitest';
import { POINT } from '#domain/kernel/points.ts';
import { deductionNeedsTwo, rosterNeedsTwo } from './four-eyes.ts';
import { namedVerifier, readReporter } from './shield.ts';
import { daysApart, findSecond, isSmall, reviewBody } from './small-branch.ts';
import { refusedBy } from './step.ts';

const nobody = () => false;
const candidates = { branch: ['a'], lent: ['guest'], superior: ['above'] };

describe('a small branch (product §2)', () => {
  test('has fewer than seven full members and no committee', () => {
    expect(isSmall({ fullMembers: 6, committee: [] })).toBe(true);
    expect(isSmall({ fullMembers: 7, committee: [] })).toBe(false);
    expect(isSmall({ fullMembers: 6, committee: ['a', 'b', 'c'] })).toBe(false);
  });

  test('reviews in the branch meeting and determines on another day', () => {
    expect([reviewBody([]), reviewBody(['a'])]).toEqual(['branch-meeting', 'committee']);
    expect(daysApart([], '2026-03-31', ['2026-03-31'])).toBe(false);
    expect(daysApart([], '2026-03-31', ['2026-03-30'])).toBe(true);
    expect(daysApart(['a'], '2026-03-31', ['2026-03-31'])).toBe(true);
  });

  test('takes its second person from a lent member or the superior, else the step waits', () => {
    expect(findSecond(true, candidates, nobody)).toEqual({ person: 'guest', from: 'lent' });
    expect(findSecond(true, { ...candidates, lent: [] }, nobody)).toEqual({ person: 'above', from: 'superior' });
    expect(findSecond(true, { branch: ['a'], lent: [], superior: [] }, nobody)).toEqual({ waits: 'second.waiting' });
  });

  test('elsewhere the branch comes first, and nobody who is barred', () => {
    expect(findSecond(false, candidates, nobody)).toEqual({ person: 'a', from: 'branch' });
    expect(findSecond(false, candidates, (person) => person === 'a')).toEqual({ person: 'guest', from: 'lent' });
    expect(findSecond(false, candidates, () => true)).toEqual({ waits: 'second.waiting' });
  });
});

describe('four eyes (trust §2.5)', () => {
  test('a deduction of the set size or more needs two persons; a credit never', () => {
    expect([-5, -4.9999, 5].map((points) => deductionNeedsTwo(points * POINT))).toEqual([true, false, false]);
    expect(deductionNeedsTwo(-2 * POINT, 2 * POINT)).toBe(true);
  });

  test('a change of the roster needs two persons when a vote changes', () => {
    expect(rosterNeedsTwo([true, true], [true, false])).toBe(true);
    expect(rosterNeedsTwo([], [true])).toBe(true);
    expect(rosterNeedsTwo([true, false], [true, false])).toBe(false);
  });
});

describe('a reporter’s name (product §3.3)', () => {
  const matter = { subject: 's', declarant: 'r', reporter: 'r', relatives: [], steppedBack: [] };

  test('is known to the discipline member unless concerned, else to whom the superior drew, else the matter waits', () => {
    expect(namedVerifier('d', undefined, matter)).toEqual({ person: 'd' });
    expect(namedVerifier('s', 'b', matter)).toEqual({ person: 'b' });
    expect(namedVerifier(undefined, 'r', matter)).toEqual({ waits: 'verifier.waiting' });
  });

  test('is opened to the named verifier only, with a second person', () => {
    const codes = (facts: { by: string; verifier: string; second?: string }) =>
      readReporter.flatMap((guard) => refusedBy(guard, facts)?.refused ?? []);
    expect(codes({ by: 'd', verifier: 'd', second: 'above' })).toEqual([]);
    expect(codes({ by: 'secretary', verifier: 'd', second: 'above' })).toEqual(['verifier.not-named']);
    expect(codes({ by: 'd', verifier: 'd' })).toEqual(['second.missing']);
    expect(codes({ by: 'd', verifier: 'd', second: 'd' })).toEqual(['second.same-person']);
  });
});
