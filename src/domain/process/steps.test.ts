import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ADMINISTRATORS } from '#domain/permission/role.ts';
import { ACTIONS, type Action, PERMISSIONS } from '#domain/permission/table.ts';
import { oncePerRoster } from './dossier.ts';
import { ASKS_PASSWORD, everyAction, grantable } from './every-action.ts';
import { FOUR_EYES } from './four-eyes.ts';
import { openable, samePlace } from './opening.ts';
import { REFUSAL_CODES } from './refusal.ts';
import { settable } from './setting.ts';
import { readReporter, verifierNamed } from './shield.ts';
import { actionsIn, isRefused, next, statesOf } from './step.ts';
import { steps } from './steps.ts';
import { UNDOABLE, undo } from './undo.ts';
import type { Who } from './who.ts';

/** The roles in which each part is played. */
const PLAYED_BY: Readonly<Record<Who, readonly string[]>> = {
  member: ['member', 'probationary'],
  declarant: ['member', 'probationary'],
  subject: ['member', 'probationary'],
  objector: ['member', 'probationary'],
  voter: ['member'],
  secretary: ['secretary'],
  committee: ['committee'],
  recorder: ['recorder'],
  discipline: ['discipline'],
  verifier: ['verifier'],
  investigator: ['committee', 'lent', 'superior'],
  'content-reviewer': ['committee', 'lent', 'superior'],
  superior: ['superior'],
  observer: ['observer'],
  clock: ['clock'],
};

const rows = steps.flatMap((step) => Object.entries(step.rows).map(([action, row]) => ({ step, action, row })));
const acts = new Set(rows.map(({ action }) => action));

describe.each(steps.map((step) => [step.noun, step] as const))('the table of %s', (_noun, step) => {
  const all = statesOf(step);
  const stage = (state: string) => step.stages.findIndex((states) => states.includes(state));
  const to = (state: string, action: string): string => {
    const answer = next(step, state, action);
    return isRefused(answer) ? answer.refused : answer;
  };

  test('names each of its states once, and every row uses only these', () => {
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining([...step.final, ...step.aside]));
    for (const { from, to } of Object.values(step.rows)) {
      for (const state of from) expect(['none', ...all]).toContain(state);
      expect([...all, 'same']).toContain(to);
      if (to === 'same') expect(from).not.toContain('none');
    }
  });

  test('reaches every state from nothing', () => {
    const reached = new Set(['none']);
    for (const state of reached) for (const action of actionsIn(step, state)) reached.add(to(state, action));
    expect([...reached].toSorted()).toEqual(['none', ...all].toSorted());
  });

  test('has a way out of every state that is not final, and none out of a final one', () => {
    for (const state of all) {
      const ways = actionsIn(step, state).filter((action) => to(state, action) !== state);
      expect([state, ways.length > 0]).toEqual([state, !step.final.includes(state)]);
      if (step.final.includes(state)) expect(actionsIn(step, state)).toEqual([]);
    }
  });

  test('skips no stage: an act goes on by one, back, or aside', () => {
    for (const state of ['none', ...all])
      for (const action of actionsIn(step, state)) {
        const answer = to(state, action);
        if (step.aside.includes(answer)) continue;
        expect(stage(answer) - stage(state), `${state} ${action}`).toBeLessThanOrEqual(1);
      }
  });

  test('leads from every state on to a final one', () => {
    const ends = new Set<string>(step.final);
    for (let size = -1; size !== ends.size; ) {
      size = ends.size;
      for (const state of all) if (actionsIn(step, state).some((one) => ends.has(to(state, one)))) ends.add(state);
    }
    expect(all.filter((state) => !ends.has(state))).toEqual([]);
  });
});

describe('all tables together', () => {
  test('each action stands in one table', () => expect(acts.size).toBe(rows.length));

  test('whoever acts in a table has the permission, and nobody else', () => {
    for (const { action, row } of rows) {
      const permission = PERMISSIONS[action as Action];
      const roles = new Set(row.by.flatMap((who) => PLAYED_BY[who]));
      expect([action, Object.keys(permission?.roles ?? {}).toSorted()]).toEqual([action, [...roles].toSorted()]);
    }
  });

  test('every refusal is given by some guard or some state, and no guard gives another', () => {
    const guards = rows.flatMap(({ row }) => row.guards ?? []);
    const single = [grantable, verifierNamed, oncePerRoster, samePlace];
    const outside = [...everyAction, ...undo, ...settable, ...readReporter, ...openable, ...single];
    const given = new Set([...guards, ...outside].map((guard) => guard.code));
    for (const { blocked, blockedIn = {} } of steps)
      for (const code of [blocked, ...Object.values(blockedIn)]) if (code) given.add(code);
    expect([...given].toSorted()).toEqual([...REFUSAL_CODES].toSorted());
  });

  test('the lists of four eyes, passwords and taking back name real actions', () => {
    for (const action of [...FOUR_EYES, ...ASKS_PASSWORD, ...UNDOABLE]) expect(ACTIONS).toContain(action);
  });

  test('what needs two persons asks for them in its table (trust §2.5)', () => {
    for (const { action, row } of rows.filter((one) => FOUR_EYES.has(one.action)))
      expect([action, (row.guards ?? []).map((guard) => guard.code)]).toEqual([
        action,
        expect.arrayContaining(['second.missing', 'second.same-person']),
      ]);
  });

  test('no administrator acts in the process', () => {
    for (const { row } of rows)
      expect(row.by.some((who) => ADMINISTRATORS.some((role) => PLAYED_BY[who].includes(role)))).toBe(false);
  });

  test('the guards of every step are tried by some test', () => {
    const folder = new URL('./', import.meta.url);
    const tests = readdirSync(folder).filter((name) => /^guards-.*\.test\.ts$/.test(name));
    const text = tests.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('');
    expect(steps.filter(({ noun }) => !text.includes(`tryGuards(${noun}, {`))).toEqual([]);
  });
});
