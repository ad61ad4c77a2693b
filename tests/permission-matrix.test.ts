import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ActAction, type Action, api, type InputOf, type ReadAction } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import { streamApi } from '#contract/stream.ts';
import { uploadApi } from '#contract/upload.ts';
import { ROLES, type Role } from '#domain/permission/role.ts';
import { ACTIONS, permissionOf } from '#domain/permission/table.ts';
import { type Caller, CLOCK, OBSERVER } from '#service/caller.ts';
import { exportArchive } from '#service/export-archive.ts';
import { exportPackage } from '#service/export-package.ts';
import { performAct } from '#service/perform.ts';
import { read } from '#service/services.ts';
import { addBranch } from '#store/branch.ts';
import { addGrant } from '#store/grant.ts';
import { addMembers } from '#store/member.ts';
import { addOrg } from '#store/org.ts';
import { openBranch, type TestBranch } from './process-branch.ts';

/** Where a role is held: in the branch that is acted in, or in another one; a superior's in the organisation above, or in another one. */
type Place = 'here' | 'elsewhere';

/** Of the two superiors' acts on appeals and concerns the superior itself is the branch. */
const AT_SUPERIOR = /^(appeal\.(?!report|served|show|lodge|withdraw)|concern\.)/;

let at: TestBranch;
const NOW = '2026-01-01T00:00:00.000Z';
const standings = { member: 'full', probationary: 'probationary' } as const;
const isStanding = (role: Role): role is keyof typeof standings => role === 'member' || role === 'probationary';
const personOf = (role: string, place: Place): string => `${role}-${place}`;

beforeAll(async () => {
  at = await openBranch(undefined, { offices: [] });
  const { store } = at;
  await addOrg(store.rows, { id: 'T', parent_id: null, path: '/T/', name: '另一上级', created_at: NOW });
  await store.transaction(async (rows) => {
    const superior = { org_id: 'T', name: '另一上级', kind: 'superior' as const, demo: 0 as const, created_at: NOW };
    await addBranch(rows, { branch_id: 'T', ...superior });
    await addBranch(rows, { branch_id: 'C', org_id: 'S', name: '另一支部', demo: 0, created_at: NOW });
  });
  for (const role of ROLES)
    for (const place of ['here', 'elsewhere'] as const) {
      const person = personOf(role, place);
      const branch = place === 'here' ? 'B' : 'C';
      if (isStanding(role)) {
        const history = [{ from: '2020-01-01', to: '9999-12-31', standing: standings[role] }];
        await addMembers(store.rows, branch, [{ code: person, member: { id: person, name: person, history } }], NOW);
      } else if (role !== 'observer' && role !== 'clock') {
        const org = role === 'superior' ? (place === 'here' ? 'S' : 'T') : branch;
        const given = { from_day: '2026-01-01', to_day: '9999-12-31', given_by: 'system', created_at: NOW };
        await addGrant(store.rows, { org_id: org, grant_id: person, person_id: person, role, ...given });
      }
    }
});
afterAll(async () => await at.close());

function callerOf(role: Role | 'stranger', place: Place): Caller {
  if (role === 'observer') return OBSERVER;
  if (role === 'clock') return CLOCK;
  return { person: personOf(role, place), kind: 'person', password: true };
}

type Shape = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Shape[];
};

/** Whose an act is about: the caller, so that what is one's own is asked for as one's own. */
const PERSONS = ['member', 'subject', 'concerns', 'one', 'person', 'investigator', 'chair', 'recorder', 'verifier'];
/** What tells of a thing that is asked for although it need not be. */
const TOLD = ['member', 'line'];
const BY_PATTERN: Readonly<Record<string, string>> = {
  '^\\d{4}-(0[1-9]|1[0-2])$': '2026-03',
  '^\\d{4}Q[1-4]$': '2026Q1',
  '^\\d{4}(Q[1-4])?$': '2026Q1',
  '^\\d{4}$': '2025',
};

/** Makes up what an action takes, by its own schema. */
function sample(shape: Shape, name: string, by: string): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf) return sample(shape.anyOf[0] ?? {}, name, by);
  if (shape.type === 'object') {
    const given = Object.entries(shape.properties ?? {}).filter(
      ([key]) => shape.required?.includes(key) === true || (TOLD.includes(key) && name === ''),
    );
    return Object.fromEntries(given.map(([key, inside]) => [key, sample(inside, key, by)]));
  }
  if (shape.type === 'array') return [];
  if (shape.type === 'boolean') return true;
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 1);
  if (shape.pattern !== undefined) return BY_PATTERN[shape.pattern] ?? '2026-03-10';
  return PERSONS.includes(name) ? by : name === 'of' ? 'B' : 'none';
}

function inputFor(action: Action, by: string): Record<string, unknown> & { branch: string } {
  const schema = z.toJSONSchema(api[action].input as z.ZodType, { io: 'input' }) as Shape;
  const input = sample(schema, '', by) as Record<string, unknown>;
  return { ...input, branch: AT_SUPERIOR.test(action) || action === 'appeal.lodge' ? 'S' : 'B' };
}

/** How the door answers: the code of its refusal, or that it did. */
async function answered(action: Action, caller: Caller): Promise<string> {
  const input = inputFor(action, caller.person);
  const endpoint: Endpoint = api[action];
  try {
    if (endpoint.method === 'GET') await read(at.context, action as ReadAction, input as InputOf<ReadAction>, caller);
    else
      await performAct(at.context, caller, action as ActAction, {
        input,
        revision: 0,
      });
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Whether the table gives the action to the role, held here: what is asked for is one's own wherever it can be. */
function allowed(action: Action, role: Role | 'stranger', place: Place): boolean {
  if (role === 'stranger') return false;
  const reach = permissionOf(action).roles[role];
  if (reach === undefined) return false;
  // Time and whoever reads the board hold no role in a branch: they are everywhere.
  if (role === 'clock' || role === 'observer') return true;
  // In the superior's own organisation a branch's office is none; a member's own appeal is lodged there by its standing.
  if (AT_SUPERIOR.test(action) && role !== 'superior') return false;
  // An appeal about branch B is lodged as a member of B.
  return place === 'here';
}

const exportPackaged = async (...asked: Parameters<typeof exportArchive>) => await exportPackage(...asked, new Map());

const actions = Object.keys(api) as Action[];

describe('who may do what, asked of the door itself (product §2, trust §2.2)', () => {
  test.each(actions)('%s', async (action) => {
    const wrong: string[] = [];
    for (const role of [...ROLES, 'stranger'] as const)
      for (const place of ['here', 'elsewhere'] as const) {
        const code = await answered(action, callerOf(role, place));
        const may = allowed(action, role, place);
        if ((code !== 'right.missing') !== may) wrong.push(`${role} ${place}: ${code}`);
      }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['archive.export', exportArchive],
    ['archive.package', exportPackaged],
  ] as const)('%s, which is no JSON, asks for the same right', async (action, ask) => {
    for (const role of [...ROLES, 'stranger'] as const)
      for (const place of ['here', 'elsewhere'] as const) {
        const done = await ask(at.context, callerOf(role, place), { branch: 'B' }).then(
          () => true,
          (error: unknown) => !(error instanceof Refusal && error.code === 'right.missing'),
        );
        const reach = role === 'stranger' ? undefined : permissionOf(action).roles[role];
        expect([role, place, done]).toEqual([role, place, reach !== undefined && place === 'here']);
      }
  });

  test('every action of the table has its endpoint, or stands among those that are served otherwise or later', () => {
    const served = new Set<string>([
      ...Object.keys(api),
      ...Object.keys(streamApi),
      ...Object.keys(uploadApi),
      ...LATER,
    ]);
    expect(ACTIONS.filter((action) => !served.has(action))).toEqual([]);
  });
});

/** Signing in has routes of its own; the board is a page; a reporter's name is opened by `reporter.read` and its second person; the rest comes later. */
const LATER = [
  'session.open',
  'session.end',
  'password.change',
  'board.show',
  'reporter.agree',
  'identity.show',
  'reminder.choose',
  'dossier.export',
  'factor.set',
  'policy.set',
  'key.rotate',
  'notification.set',
  'backup.make',
  'backup.restore',
  'database.migrate',
  'record.export',
];
