import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readDemoFiles } from '#server/demo-files.ts';
import { openServices, type Services, YEAR_END } from '#service/open.ts';
import { openStore } from '#store/database.ts';
import { hashOf } from '#store/hash.ts';
import { listMembers } from '#store/member.ts';
import { ArchiveCheck } from '#verifier/archive-check.ts';
import type { Report } from '#verifier/report.ts';
import { ENGINES, type Engine, type Place, ROLES, startEngine, startPostgres } from './engine.ts';

const home = join(import.meta.dirname, '..', '..');

async function demoFiles() {
  const files = await readDemoFiles(home);
  if ('problems' in files) throw new Error(JSON.stringify(files.problems.slice(0, 5)));
  return files;
}

/** Every member's name with total, rank and proposal: what must not depend on the engine. */
async function scores(services: Services, at: string): Promise<readonly unknown[]> {
  const [branch = ''] = await services.branches();
  const store = await openStore(at);
  const members = await listMembers(store.rows, branch);
  await store.close();
  const all = [];
  for (const { code, member } of members) {
    // Everyone asks for the own score, those who left included: they are no members on the last day.
    const caller = { person: member.id, kind: 'person' } as const;
    const asked = services.read('score.brief', { branch, member: member.id }, caller);
    const { total, rank, proposal } = await asked.catch(() => ({ total: null, rank: null, proposal: null }));
    all.push({ code, name: member.name, total, rank, proposal });
  }
  return all;
}

async function verify(services: Services): Promise<Report> {
  const check = new ArchiveCheck(hashOf);
  const [branch = ''] = await services.branches();
  await services.verify({ branch }, (line) => check.take(line));
  return check.finish();
}

let engine: Engine;
let place: Place;
const shown: unknown[] = [];

describe.each(ENGINES)('the example year on %s', (name) => {
  beforeAll(async () => {
    engine = await startEngine(name);
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    place = await engine.place();
  });
  afterEach(() => place.remove());

  test('is seeded once by two programs at once, scored alike on every engine, and its chain is sound', async () => {
    const files = await demoFiles();
    const [one, two] = [await openServices(place.at, YEAR_END), await openServices(place.at, YEAR_END)];
    const seeded = await Promise.all([one.seedDemo(files), two.seedDemo(files)]);
    expect(seeded.filter(Boolean)).toHaveLength(1);
    expect(await one.branches()).toHaveLength(1);
    expect(await two.isReady()).toBe(true);
    const found = await scores(one, place.at);
    expect(found.length).toBeGreaterThan(10);
    shown.push(found);
    expect(found).toEqual(shown[0]);
    expect(await verify(two)).toMatchObject({ sound: true });
    await Promise.all([one.close(), two.close()]);
  });

  test('what its owner changes behind the chain is named', async () => {
    const services = await openServices(place.at, YEAR_END);
    await services.seedDemo(await demoFiles());
    await place.tamper(`update entry set quantity = coalesce(quantity, 0) + 10000 where seq = 2`);
    expect(await verify(services)).toMatchObject({ sound: false, faults: [{ entry: 2 }] });
    await services.close();
  });
});

describe('the command line on a server', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let url: string;
  let owner: string;
  const cli = (env: Record<string, string>, ...args: string[]) =>
    spawnSync(process.execPath, [join(home, 'dist/cli.js'), ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      encoding: 'utf8',
    });
  beforeAll(async () => {
    server = await startPostgres();
    await server.server.admin('postgres', `create database year owner ${ROLES.owner}`);
    url = server.server.url(ROLES.application, 'year');
    owner = server.server.url(ROLES.owner, 'year');
  });
  afterAll(() => server.stop());

  test('migrate makes the tables once as their owner; before, nothing opens the database', async () => {
    expect(cli({ DATABASE_URL: url }, 'verify')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('migrate'),
    });
    expect(cli({ DATABASE_URL: url }, 'migrate').status).toBe(2);
    expect(cli({ DATABASE_URL: owner, DATABASE_OWNER_URL: owner }, 'migrate').status).toBe(1);
    const env = { DATABASE_URL: url, DATABASE_OWNER_URL: owner };
    expect(cli(env, 'migrate').stdout).toContain('003-chain');
    expect(cli(env, 'migrate', '--lang', 'en').stdout).toBe(
      `The tables are up to date. Rights granted to ${ROLES.application}.\n`,
    );
    const services = await openServices(url);
    await services.seedDemo(await demoFiles());
    await services.close();
    expect(cli({ DATABASE_URL: url }, 'verify')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('全部相符'),
    });
    expect(cli({ DATABASE_URL: owner }, 'verify').status).toBe(2);
  });

  test('a server that does not answer is told in one line, without the password', () => {
    const { status, stderr } = cli({ DATABASE_URL: 'postgres://app:secret@127.0.0.1:1/x' }, 'verify');
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('secret');
  });
});
