import { Refusal } from '#contract/problem.ts';
import type { Context } from '#service/context.ts';
import { newId } from '#service/new-id.ts';
import { appoint, setUpBranch, setUpSuperior } from '#service/set-up.ts';
import { listBranches } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { addOrg } from '#store/org.ts';
import { castOf, type SeedBranch, type SeedSuperior } from './cast.ts';
import { Chance } from './chance.ts';
import { type Credentials, openAccounts } from './credentials.ts';
import { type Fixtures, fixturesOf } from './fixtures.ts';
import { playMonth } from './month.ts';
import { branchName, nameOf } from './names.ts';
import { type SeedPlan, turnOf, YEAR } from './plan.ts';
import { type Playing, playWithin, type SeedClock } from './playing.ts';
import { type SeedScheme, schemeFrom } from './seed-scheme.ts';
import { playStates } from './states.ts';
import { playYear } from './year.ts';

/** What was seeded: counts, who can sign in, and a thing in every state. */
export type Seeded = {
  readonly branches: number;
  readonly members: number;
  readonly acts: number;
  readonly credentials: readonly Credentials[];
} & Fixtures;

/** How far the seeding has come. */
export type SeedProgress = { readonly branches: number; readonly of: number; readonly acts: number };

const FIRST_DAY = `${YEAR}-01-01`;

/**
 * Fills an empty database with invented branches 生成演练数据, whose whole life is played through the actions of everybody, many in one transaction.
 * The same seed gives the same people, facts and decisions; ids and secrets are new each time. @throws branch.there
 */
export async function seed(
  context: Context,
  plan: SeedPlan,
  scheme: SeedScheme,
  progress: (done: SeedProgress) => void = () => undefined,
): Promise<Seeded> {
  if ((await listBranches(context.store.rows)).length > 0) throw new Refusal('branch.there');
  const clock: SeedClock = { day: FIRST_DAY };
  const playing: Context = {
    ...context,
    clock: { today: () => clock.day, now: () => `${clock.day}T04:00:00.000Z` },
  };
  const superiors = await setUpSuperiors(playing, plan);
  let [acts, members] = [0, 0];
  let first: SeedBranch | undefined;
  for (let index = 0; index < plan.branches; index++) {
    const superior = superiors[Math.floor(index / plan.wide)];
    if (!superior) throw new Error(`no superior for branch ${index}`);
    clock.day = FIRST_DAY;
    const chance = new Chance(plan.seed, `branch ${index}`);
    const { isWhole, turn } = turnOf(plan, index);
    const name = branchName(chance, index + 1);
    const branch = castOf(
      chance,
      { index, turn, id: newId(), name, superior },
      isWhole ? chance.between(16, 22) : chance.between(9, 11),
    );
    await context.store.transaction((rows) => setUp(playing, rows, branch, scheme));
    const play = (work: (on: Playing) => Promise<void>): Promise<number> =>
      playWithin(playing, clock, { branch, chance }, work);
    acts += await play(isWhole ? playYear : async (on) => void (await playMonth(on, `${YEAR}-03`)));
    if (index === 0) acts += await play((on) => playStates(on, scheme));
    first ??= branch;
    members += branch.members.length;
    progress({ branches: index + 1, of: plan.branches, acts });
  }
  if (!first) throw new Error('a seed without a branch');
  const credentials = await openAccounts(context, first);
  return { branches: plan.branches, members, acts, credentials, ...(await fixturesOf(context.store.rows, first)) };
}

/** The tree of superiors 组织层级: the lowest have so many branches each, every other so many superiors, up to one at the top. */
async function setUpSuperiors(
  context: Context,
  { seed: from, branches, wide }: SeedPlan,
): Promise<readonly SeedSuperior[]> {
  const levels: number[] = [Math.ceil(branches / wide)];
  while ((levels[0] ?? 1) > 1) levels.unshift(Math.ceil((levels[0] ?? 1) / wide));
  let above: readonly SeedSuperior[] = [];
  const titles = ['县委', '工委', '镇党委', '党总支'] as const;
  for (const [level, many] of levels.entries()) {
    const title = titles[level + titles.length - levels.length - 1] ?? '党委';
    above = Array.from({ length: many }, (_, at) => {
      const chance = new Chance(from, `superior ${level} ${at}`);
      const [id, parent] = [newId(), above[Math.floor(at / wide)]];
      const reviewers = Array.from({ length: 3 }, () => ({ id: newId(), name: nameOf(chance) }));
      const path = `${parent?.path ?? '/'}${id}/`;
      return { id, name: `演练第${at + 1}${title}`, path, parent: parent?.id ?? null, reviewers };
    });
    await context.store.transaction(async (rows) => {
      for (const superior of above) await addSuperior(context, rows, superior);
    });
  }
  return above;
}

async function addSuperior({ clock }: Context, rows: Rows, superior: SeedSuperior): Promise<void> {
  const { id, name, path, parent, reviewers } = superior;
  await addOrg(rows, { id, parent_id: parent, path, name, created_at: clock.now() });
  await setUpSuperior(rows, { id, name }, true, clock.now());
  for (const person of reviewers)
    await appoint(rows, id, { person: person.id, role: 'superior', from: FIRST_DAY }, clock.now());
}

async function setUp({ clock }: Context, rows: Rows, branch: SeedBranch, scheme: SeedScheme): Promise<void> {
  const { id, name, superior, members, secretary, committee, discipline, recorder } = branch;
  const offices = [
    { person: secretary, role: 'secretary' },
    ...[...committee, discipline].map((person) => ({ person, role: 'committee' as const })),
    { person: discipline, role: 'discipline' },
    { person: recorder, role: 'recorder' },
  ] as const;
  await setUpBranch(
    rows,
    {
      id,
      name,
      superior,
      demo: true,
      scheme: schemeFrom(scheme, 1, FIRST_DAY),
      members,
      offices: offices.map((office) => ({ ...office, from: FIRST_DAY })),
    },
    clock.now(),
  );
}
