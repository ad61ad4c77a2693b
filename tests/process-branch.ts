import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Role } from '#domain/permission/role.ts';
import { ACCOUNT_LIMITS } from '#service/account/limits.ts';
import { BranchScores } from '#service/branch-scores.ts';
import { type Caller, CLOCK } from '#service/caller.ts';
import type { Context } from '#service/context.ts';
import { performAct } from '#service/perform.ts';
import { BranchSchemes } from '#service/schemes.ts';
import { secretsOf } from '#service/secrets.ts';
import { addBranch } from '#store/branch.ts';
import { openStore, type Store } from '#store/database.ts';
import { addGrant } from '#store/grant.ts';
import { addMembers } from '#store/member.ts';
import { addOrg } from '#store/org.ts';
import { addScheme } from '#store/scheme.ts';

/** The scheme of the small test branches: an activity to declare, base items that can be failed, deductions, one ground of veto. */
export const SCHEME = {
  scheme: 'process',
  title: '办理试验方案',
  effective: '2026-01-01',
  display: { decimals: 1 },
  total: { floor: 0 },
  vetoes: [{ id: 'lian', label: '违反廉洁纪律', effect: 'zero' }],
  rank: { within: 'branch', front: '1/3', rear: '1/3' },
  grades: [
    { label: '好', from: 90 },
    { label: '一般', from: 60 },
    { label: '差', to: 60 },
  ],
  components: [
    { id: 'base', label: '基础分', opens: 60, items: [] },
    {
      id: 'duty',
      label: '履职分',
      cap: 40,
      items: [
        { id: 'zhiyuan', label: '志愿服务', each: 2, basis: 'act' },
        { id: 'huojiang', label: '获奖', levels: { 区级: 5, 校级: 3 }, basis: 'award' },
      ],
    },
    {
      id: 'minus',
      label: '扣分',
      items: [
        { id: 'quexi', label: '无故缺席', each: -2, basis: 'attendance' },
        { id: 'weigui', label: '违反规定', each: -6, basis: 'act' },
      ],
    },
  ],
};

/** A branch in which things happen, with a day that tests set. */
export type TestBranch = {
  readonly context: Context;
  readonly store: Store;
  readonly branch: string;
  readonly superior: string;
  day: Day;
  /** Does an act as a person, with the latest revision unless one is told. */
  readonly act: <A extends ActAction>(
    person: string | Caller,
    action: A,
    input: Omit<InputOf<A>, 'branch'>,
    more?: { readonly revision?: number; readonly key?: string; readonly branch?: string },
  ) => Promise<ActAnswer>;
  readonly close: () => Promise<void>;
};

/** The persons of the test branch: eight members, of whom f, g, h hold no office; `sup` belongs to the superior. */
export const OFFICES: readonly (readonly [person: string, role: Role])[] = [
  ['a', 'secretary'],
  ['b', 'committee'],
  ['c', 'committee'],
  ['d', 'discipline'],
  ['d', 'committee'],
  ['e', 'recorder'],
];

const MEMBERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Opens a branch with eight members, its offices, a superior and a scheme in force since 1 January 2026, on a place or in a fresh folder. */
export async function openBranch(
  place?: string,
  { members = MEMBERS, offices = OFFICES, scheme = SCHEME } = {},
): Promise<TestBranch> {
  const folder = place ?? mkdtempSync(join(tmpdir(), 'sunledger-process-'));
  const store = await openStore(folder);
  const clock = { now: () => `${at.day}T04:00:00.000Z`, today: () => at.day };
  const secrets = secretsOf('test'.repeat(16));
  const [scores, schemes] = [new BranchScores(), new BranchSchemes()];
  const context: Context = { store, clock, scores, schemes, secrets, accountLimits: ACCOUNT_LIMITS };
  const now = '2026-01-01T00:00:00.000Z';
  await addOrg(store.rows, { id: 'S', parent_id: null, path: '/S/', name: '上级党委', created_at: now });
  const grant = async (person: string, role: Role, org: string): Promise<void> =>
    await addGrant(store.rows, {
      org_id: org,
      grant_id: `${person}-${role}`,
      person_id: person,
      role,
      from_day: '2026-01-01',
      to_day: '9999-12-31',
      given_by: 'system',
      created_at: now,
    });
  await store.transaction(async (rows) => {
    await addBranch(rows, {
      branch_id: 'S',
      org_id: 'S',
      name: '上级党委',
      kind: 'superior',
      demo: 0,
      created_at: now,
    });
    await addBranch(rows, { branch_id: 'B', org_id: 'S', name: '某支部', demo: 0, created_at: now });
    await addScheme(rows, 'B', { version: 1, effective: '2026-01-01', source: '', document: scheme }, now);
    const kept = members.map((id) => ({
      code: id,
      member: {
        id,
        name: `党员${id}`,
        history: [{ from: '2020-01-01', to: '9999-12-31', standing: 'full' as const }],
      },
    }));
    await addMembers(rows, 'B', kept, now);
  });
  for (const [person, role] of offices) await grant(person, role, 'B');
  for (const person of ['sup', 'sup2']) await grant(person, 'superior', 'S');
  const at: TestBranch = {
    context,
    store,
    branch: 'B',
    superior: 'S',
    day: '2026-03-10',
    act: async (person, action, input, more = {}) => {
      const caller: Caller = typeof person === 'string' ? { person, kind: 'person', password: true } : person;
      const full = { branch: more.branch ?? 'B', ...input } as InputOf<typeof action>;
      const revision = more.revision ?? (await latest(store, full));
      return await performAct(context, caller, action, { input: full, revision, key: more.key });
    },
    close: async () => {
      await store.close();
      if (place === undefined) rmSync(folder, { recursive: true });
    },
  };
  return at;
}

/** The revision of what an act is about, as whoever acts has just seen it. */
async function latest({ rows }: Store, { branch, id }: { branch: string; id?: string }): Promise<number | undefined> {
  if (id === undefined) return undefined;
  const query = rows.selectFrom('matter').select('revision').where('branch_id', '=', branch).where('id', '=', id);
  return (await query.executeTakeFirst())?.revision ?? 0;
}

/** The code with which an act is refused; undefined when it is not. */
export async function refusedWith(act: Promise<unknown>): Promise<string | undefined> {
  try {
    await act;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

export { CLOCK };
