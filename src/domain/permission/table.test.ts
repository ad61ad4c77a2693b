import { describe, expect, test } from 'vitest';
import { may } from './may.ts';
import { SCOPES } from './permission.ts';
import { ADMINISTRATORS, GRANTABLE, isAdministrator, ROLES, type Role } from './role.ts';
import { ACTIONS, type Action, CHAPTERS, permissionOf } from './table.ts';

const everyone = (action: Action) => Object.keys(permissionOf(action).roles) as Role[];
const acting = (role: Role) => ACTIONS.filter((action) => everyone(action).includes(role));

describe('the permission table (product §2, trust §2.2)', () => {
  test('has each action once', () => {
    expect(Object.values(CHAPTERS).flatMap((chapter) => Object.keys(chapter))).toEqual([...ACTIONS]);
    for (const action of ACTIONS) expect(action).toMatch(/^[a-z]+\.[a-z]+$/);
  });

  test('has somebody for every action, and something for every role', () => {
    for (const action of ACTIONS) expect([action, everyone(action).length > 0]).toEqual([action, true]);
    for (const role of ROLES) expect([role, acting(role).length > 0]).toEqual([role, true]);
  });

  test('gives no administrator anything that reads or writes points (product §5.9)', () => {
    for (const role of ADMINISTRATORS)
      for (const action of acting(role)) expect([action, permissionOf(action).touches]).toEqual([action, 'nothing']);
  });

  test('opens a reporter’s name to the named verifier and to nobody else (product §5.7)', () => {
    const names = ACTIONS.filter((action) => permissionOf(action).touches === 'name');
    expect(names).toEqual(['reporter.read']);
    expect(permissionOf('reporter.read').roles).toEqual({ verifier: 'own' });
  });

  test('gives a probationary member everything of a member but votes and absences', () => {
    const lacking = acting('member').filter((action) => !acting('probationary').includes(action));
    expect(lacking).toEqual(['review.recuse', 'absence.ask', 'motion.cast', 'chain.verify']);
    expect(acting('probationary').filter((action) => !acting('member').includes(action))).toEqual([]);
  });

  test('lets observers read the notice and ask, and sign in; nothing else', () => {
    expect(acting('observer')).toEqual([
      'notice.show',
      'board.show',
      'question.raise',
      'concern.raise',
      'concern.follow',
      'branch.show',
      'scheme.show',
      'setting.show',
      'session.open',
    ]);
  });

  test('keeps appeals and concerns from everyone in the branch but the member (product §5.7)', () => {
    const branchRoles = ['committee', 'secretary', 'recorder', 'discipline', 'verifier', 'lent'] as const;
    for (const action of ACTIONS.filter(
      (one) => /^(appeal|concern)\./.test(one) && !['appeal.report', 'appeal.served'].includes(one),
    ))
      for (const role of branchRoles) expect([action, everyone(action).includes(role)]).toEqual([action, false]);
  });

  test('lets the recorder decide nothing: neither reviews, nor investigates, nor confirms as second person', () => {
    const decides =
      /^(review\.|veto\.|second\.|scheme\.(?!text)|filing\.|objection\.(assign|find|answer)|notice\.(review|post))/;
    expect(acting('recorder').filter((action) => decides.test(action))).toEqual([]);
  });

  test('the superior does not act inside the months of a branch', () => {
    const months =
      /^(declaration|month\.(?!list)|review|hearing|motion|assembly\.(?!show|follow)|register\.(?!show)|minutes|line\.(?!open|show))/;
    expect(acting('superior').filter((action) => months.test(action))).toEqual([]);
  });

  test('time is given to nobody', () => {
    expect(GRANTABLE).toHaveLength(ROLES.length - 2);
    expect(GRANTABLE.some((role) => role === 'clock' || role === 'observer')).toBe(false);
    for (const action of acting('clock')) expect(permissionOf(action).roles).toMatchObject({ clock: 'subtree' });
  });

  test('is what may() answers, for every action, role and scope', () => {
    for (const action of ACTIONS)
      for (const role of ROLES) {
        const reach = permissionOf(action).roles[role];
        const allowed = SCOPES.filter((scope) => may([role], action, scope));
        expect(allowed).toEqual(reach === undefined ? [] : SCOPES.slice(0, SCOPES.indexOf(reach) + 1));
      }
    for (const action of ACTIONS) expect(may([], action, 'own')).toBe(false);
  });

  test('several roles may what one of them may', () => {
    for (const action of ACTIONS)
      for (const scope of SCOPES)
        expect(may(GRANTABLE, action, scope)).toBe(GRANTABLE.some((role) => may([role], action, scope)));
  });

  test('is administrator exactly for three roles', () =>
    expect(ROLES.filter(isAdministrator)).toEqual(['system', 'security', 'audit']));
});
