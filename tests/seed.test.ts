import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Claim } from '#domain/outcome/claim.ts';
import { statesOf } from '#domain/process/step.ts';
import { steps } from '#domain/process/steps.ts';
import { readDocument } from '#intake/read-document.ts';
import { openServices, type Services } from '#service/open.ts';
import type { SeedPlan } from '#service/seed/plan.ts';
import type { Seeded } from '#service/seed/seed.ts';
import type { SeedScheme } from '#service/seed/seed-scheme.ts';
import { hashOf } from '#store/hash.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import { at, HOME, sunledger } from './cli.ts';
import { startEngine } from './postgres/engine.ts';

type Printed = Seeded & { readonly size: string; readonly seed: number };

const SCHEME = join(HOME, 'schemes/primary-school.yaml');
const ROLES = ['secretary', 'committee', 'discipline', 'recorder', 'member', 'probationary', 'superior', 'lent'];
const ADMINISTRATORS = ['system', 'security', 'audit'];
/** Steps of which nothing can be there: the ladder under a scheme that opens item by item, and scans, which are of files. */
const NOTHING = ['disposition', 'scan'];
/** Of these a branch has one a year: of one branch alone, one state is left. */
const YEARLY = {
  filing: ['drafted', 'sent', 'approved', 'returned'],
  appraisal: ['open', 'peers', 'ballot', 'decided'],
};

async function scheme(): Promise<SeedScheme> {
  const { value } = await readDocument(SCHEME);
  return { source: readFileSync(SCHEME, 'utf8'), document: value as SeedScheme['document'] };
}

async function seeded(name: string, plan: SeedPlan): Promise<[Services, Seeded]> {
  const services = await openServices(at(name));
  return [services, await services.seed(plan, await scheme())];
}

/** What a branch came to, without ids: who settled with how many points, rank and grade. */
async function figures(services: Services, branch: string): Promise<readonly string[]> {
  const lines: string[] = [];
  await services.archive({ branch }, (line) => void lines.push(line));
  const claims = lines.flatMap((line) => (JSON.parse(line) as { claim?: Claim }).claim ?? []);
  return claims
    .map(({ total, rank, grade, components }) => JSON.stringify({ total, rank, grade, components }))
    .toSorted();
}

async function isSound(services: Services, branch: string): Promise<boolean> {
  const check = new ArchiveCheck(hashOf, undefined);
  const strays = await services.verify({ branch }, (line) => check.take(line));
  return check.finish().sound && strays.length === 0;
}

describe('one branch, seeded by the command (contracts)', () => {
  const folder = at('seed-S');
  const credentials = at('seed-S.json');
  let printed: Printed;

  test('it prints and keeps for its owner alone who can sign in and a thing in every state', async () => {
    const ran = await sunledger('seed', '--size', 'S', '--seed', '7', '--data', folder, '--credentials', credentials);
    expect(ran.status, ran.err).toBe(0);
    expect(ran.err).toContain('1/1');
    printed = JSON.parse(ran.out) as Printed;
    expect(JSON.parse(readFileSync(credentials, 'utf8'))).toEqual(printed);
    expect(statSync(credentials).mode & 0o777).toBe(0o600);
    expect(printed.credentials.map(({ role }) => role)).toEqual([...ROLES, ...ADMINISTRATORS]);
  }, 300_000);

  test('there is a thing in every state of every step, but of what a branch has once a year or cannot have', () => {
    const found = new Set(printed.fixtures.map(({ noun, state }) => `${noun} ${state}`));
    const all = steps.flatMap((step) => statesOf(step).map((state) => `${step.noun} ${state}`));
    const nothing = all.filter((one) => NOTHING.includes(one.split(' ')[0] ?? ''));
    const yearly = Object.entries(YEARLY).flatMap(([noun, states]) => states.map((state) => `${noun} ${state}`));
    const left = all.filter((one) => !found.has(one));
    // An import is reversed only when something of it was determined: its step tests play that.
    expect(left.toSorted()).toEqual([...nothing, ...yearly, 'dossier reversed'].toSorted());
    expect(printed.missing.map(({ noun, state }) => `${noun} ${state}`)).toEqual(left);
    const unplayed = printed.missing.filter(({ why }) => why === 'not-played');
    expect(unplayed.map(({ noun, state }) => `${noun} ${state}`)).toEqual(['dossier reversed']);
  });

  test('what was played is sound, and a folder with a branch is refused', async () => {
    expect(await sunledger('verify', '--data', folder)).toMatchObject({ status: 0 });
    const again = await sunledger('seed', '--data', folder, '--lang', 'en');
    expect(again).toMatchObject({ status: 1, out: '' });
    expect(again.err).not.toBe('');
  });

  test('everybody signs in with password and token, and holds the role', async () => {
    const services = await openServices(folder);
    for (const { role, at: place, login, password, token } of printed.credentials) {
      const { person } = await services.accounts.signIn({ login, password });
      const who = await services.accounts.signedIn(token);
      expect(who).toMatchObject({ person, login });
      const { places } = await services.accounts.show(who ?? expect.fail());
      expect(places.find(({ id }) => id === place)?.roles, role).toContain(role);
    }
    await services.close();
  });

  test('settle previews in the name of an account, shows the figures of the snapshot, and says in words what a rule refuses (§三(五))', async () => {
    const { login, at: branch, token } = printed.credentials[0] ?? expect.fail();
    const given = ['settle', '--branch', branch, '--data', folder, '--as', login] as const;
    const preview = await sunledger(...given, '--year', '2026', '--preview', '--json');
    expect(preview.status, preview.err).toBe(0);
    const { members, state } = JSON.parse(preview.out) as {
      state: string;
      members: { id: string; total: number; exact: { total: string } }[];
    };
    expect(state).toBe('previewed');
    const services = await openServices(folder);
    const shown = await services.settle(
      { person: printed.credentials[0]?.person ?? '', kind: 'person' },
      { branch, year: '2026', preview: true },
    );
    await services.close();
    expect(members.map(({ id, exact }) => [id, exact.total])).toEqual(
      shown.members.map(({ claim }) => [claim.member, (claim.total / 10_000).toFixed(4)]),
    );
    const sealed = await sunledger(...given, '--year', '2025', '--lang', 'en');
    expect(sealed).toMatchObject({ status: 1, out: '' });
    expect(sealed.err).toContain('The settlement is sealed');
    expect(await sunledger('settle', '--year', '2025', '--data', folder)).toMatchObject({ status: 2 });
    process.env['SUNLEDGER_TOKEN'] = token;
    const byToken = await sunledger('settle', '--branch', branch, '--data', folder, '--year', '2026', '--preview');
    delete process.env['SUNLEDGER_TOKEN'];
    expect(byToken.status, byToken.err).toBe(0);
    expect(byToken.out).toContain('预览，未封存');
    const member = printed.credentials.find(({ role }) => role === 'member')?.login ?? '';
    expect(await sunledger('settle', '--data', folder, '--as', member, '--year', '2026')).toMatchObject({
      status: 1,
      out: '',
    });
  });
});

describe('several branches under superiors', () => {
  const plan: SeedPlan = { seed: 3, branches: 5, whole: 5, wide: 2 };

  test('each lives its year, every state of the filing is left somewhere, and all are sound', async () => {
    const [services, made] = await seeded('seed-M', plan);
    expect(made.branches).toBe(5);
    expect([...new Set(made.missing.map(({ noun }) => noun))]).toEqual(['disposition', 'dossier', 'scan']);
    for (const branch of await services.branches()) expect(await isSound(services, branch)).toBe(true);
    await services.close();
  }, 300_000);

  test('the same seed gives the same people, facts and totals, another seed gives others', async () => {
    const one: SeedPlan = { seed: 9, branches: 1, whole: 1, wide: 2 };
    const told: (readonly string[])[] = [];
    for (const [index, seed] of [9, 9, 10].entries()) {
      const [services, { acts, credentials }] = await seeded(`seed-again-${index}`, { ...one, seed });
      const [branch = ''] = await services.branches();
      told.push([String(acts), ...credentials.map(({ name }) => name), ...(await figures(services, branch))]);
      await services.close();
    }
    expect(told[0]?.length).toBeGreaterThan(20);
    expect(told[0]).toEqual(told[1]);
    expect(told[2]).not.toEqual(told[0]);
  }, 300_000);

  test('of many branches one in so many lives the year, the others a month', async () => {
    const [services, { acts, members, fixtures }] = await seeded('seed-L', { seed: 5, branches: 4, whole: 2, wide: 2 });
    const branches = await services.branches();
    expect(branches).toHaveLength(4);
    expect([acts > 2500, members > 40]).toEqual([true, true]);
    const filed = fixtures.filter(({ noun }) => noun === 'filing').map(({ state }) => state);
    expect(filed).toEqual(['approved', 'archived']);
    for (const branch of branches) expect(await isSound(services, branch)).toBe(true);
    await services.close();
  }, 300_000);
});

test('a branch is seeded on PostgreSQL too, with the same states and sound', async () => {
  const engine = await startEngine('PostgreSQL');
  const services = await openServices((await engine.place()).at, undefined, { folder: at('seed-postgres') });
  const made = await services.seed({ seed: 1, branches: 1, whole: 1, wide: 10 }, await scheme());
  expect(made.missing.filter(({ why, state }) => why === 'not-played' && state !== 'reversed')).toEqual([]);
  const [branch = ''] = await services.branches();
  expect(await isSound(services, branch)).toBe(true);
  await services.close();
  await engine.stop();
}, 300_000);
