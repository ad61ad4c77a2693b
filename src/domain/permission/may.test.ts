import { describe, expect, test } from 'vitest';
import { conflictsIn, exclude } from './exclusive.ts';
import { mayOn, reachNeeded, type Target } from './may.ts';
import { ADMINISTRATORS, type Grant, ROLES, type Role, rolesOn } from './role.ts';

const grant = (role: Role, person = 'p', org = 'branch', from = '2026-01-01', to = '2026-12-31'): Grant => ({
  role,
  person,
  org,
  from,
  to,
});
const target: Target = { branch: 'branch', above: ['county', 'city'], own: ['p'] };
const others: Target = { ...target, own: ['q'] };
const day = '2026-06-30';

describe('who may, on a day (product §2)', () => {
  test('rights hold from their first day to their last', () => {
    const grants = [grant('committee', 'p', 'branch', '2026-03-01', '2026-06-30')];
    const answers = ['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map((on) =>
      mayOn(grants, 'p', 'review.accept', others, on),
    );
    expect(answers).toEqual([false, true, true, false]);
    expect(rolesOn(grants, 'p', '2026-07-01')).toEqual([]);
  });

  test('one’s own is one’s own, the branch is the branch', () => {
    expect(mayOn([grant('member')], 'p', 'declaration.submit', target, day)).toBe(true);
    expect(mayOn([grant('member')], 'p', 'declaration.submit', others, day)).toBe(false);
    expect(mayOn([grant('member')], 'p', 'score.show', others, day)).toBe(false);
    expect(mayOn([grant('recorder')], 'p', 'score.show', others, day)).toBe(true);
  });

  test('a role held elsewhere counts for nothing, not even for what is one’s own', () => {
    for (const org of ['other branch', 'other county']) {
      expect(mayOn([grant('secretary', 'p', org)], 'p', 'score.show', target, day)).toBe(false);
      expect(reachNeeded(grant('superior', 'p', org), target)).toBeUndefined();
    }
    expect(mayOn([grant('secretary', 'q')], 'p', 'score.show', others, day)).toBe(false);
  });

  test('a superior reaches all below; a committee above does not reach down', () => {
    expect(mayOn([grant('superior', 'p', 'city')], 'p', 'filing.approve', others, day)).toBe(true);
    expect(mayOn([grant('secretary', 'p', 'county')], 'p', 'filing.send', others, day)).toBe(false);
    expect(reachNeeded(grant('superior', 'p', 'county'), others)).toBe('subtree');
    expect(reachNeeded(grant('superior', 'p', 'county'), target)).toBe('own');
    expect(reachNeeded(grant('committee'), others)).toBe('branch');
  });

  test('only the named verifier reads a reporter’s name', () => {
    expect(mayOn([grant('verifier')], 'p', 'reporter.read', target, day)).toBe(true);
    expect(mayOn([grant('verifier')], 'p', 'reporter.read', others, day)).toBe(false);
    for (const role of ROLES.filter((one) => one !== 'verifier'))
      for (const org of ['branch', 'county'])
        expect([role, mayOn([grant(role, 'p', org)], 'p', 'reporter.read', target, day)]).toEqual([role, false]);
  });
});

describe('roles that exclude each other (product §2)', () => {
  test('the three administrators exclude each other and every role that deals with points', () => {
    for (const one of ADMINISTRATORS)
      for (const other of ROLES) {
        const free = one === other || other === 'observer';
        expect([one, other, exclude(one, other), exclude(other, one)]).toEqual([one, other, !free, !free]);
      }
  });

  test('roles of the branch go together', () => {
    const business = ROLES.filter((role) => !ADMINISTRATORS.some((one) => one === role));
    for (const one of business) for (const other of business) expect(exclude(one, other)).toBe(false);
  });

  test('conflict when one person holds them on a common day, wherever', () => {
    const secretary = grant('secretary', 'p', 'branch', '2026-01-01', '2026-06-30');
    const system = (from: string, person = 'p') => grant('system', person, 'county', from, '2026-12-31');
    expect(conflictsIn([secretary, system('2026-06-30')])).toEqual([[secretary, system('2026-06-30')]]);
    expect(conflictsIn([secretary, system('2026-07-01')])).toEqual([]);
    expect(conflictsIn([secretary, system('2026-01-01', 'q')])).toEqual([]);
    expect(conflictsIn([system('2026-01-01'), grant('audit'), grant('security')])).toHaveLength(3);
  });
});
