import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_FILE } from '#store/database.ts';
import { openSqlite } from '#store/sqlite.ts';
import { type Place, startEngine } from '#tests/postgres/engine.ts';
import { openBranch } from '#tests/process-branch.ts';
import { chanceOf } from './chance.ts';
import { Journal } from './journal.ts';
import { Load, MEMBERS } from './load.ts';
import { environmentOf, freePort, type Program, pause, runCommand, startProgram } from './program.ts';
import { tokensOf } from './tokens.ts';
import { expectWhole } from './whole.ts';

/** How often each command is run while the server works. */
const ROUNDS = 2;

let place: Place;
let program: Program;
let journal: Journal;
let logins: string[];
let folder: string;

beforeAll(async () => {
  place = await (await startEngine('SQLite')).place();
  folder = mkdtempSync(join(tmpdir(), 'sunledger-one-file-'));
  const branch = await openBranch(place.at, { members: MEMBERS });
  journal = new Journal(await tokensOf(branch, MEMBERS));
  logins = (await branch.store.rows.selectFrom('account').select('login').execute()).map(({ login }) => login);
  await branch.close();
  program = startProgram({ at: place.at, port: await freePort() });
  await program.ready();
});
afterAll(async () => {
  await program.end('SIGKILL');
  await place.remove();
  rmSync(folder, { recursive: true });
});

describe('the command line and a running server share one SQLite file (issue 3)', () => {
  test('both finish while the server works; nobody is told of a locked file', { timeout: 300_000 }, async () => {
    const load = new Load(journal, chanceOf('one file').next);
    journal.open(program);
    const working = load.run();
    const began = journal.entries.length;
    const env = environmentOf(place.at);
    const [login = ''] = logins;
    const ran: number[] = [];
    try {
      for (let round = 0; round < ROUNDS; round++) {
        const commands = [
          ['verify', '--json'],
          ['backup', join(folder, `${round}.backup`)],
          ['user', 'token', login, '--label', `round ${round}`],
          ['user', 'add', `新人${round}`, '--branch', 'B'],
          ['doctor'],
          ['migrate'],
        ];
        for (const command of commands) {
          const from = performance.now();
          const { code, out, err } = await runCommand(env, ...command);
          expect(code, `${command.join(' ')}: ${out}${err}`).toBe(0);
          expect(`${out}${err}`).not.toMatch(/SQLITE_|database is locked/);
          ran.push(performance.now() - from);
        }
        // Several at once, too.
        const together = await Promise.all(
          ['verify', 'migrate', 'verify'].map(async (command) => await runCommand(env, command)),
        );
        for (const { code, out, err } of together) expect(code, `${out}${err}`).toBe(0);
      }
    } finally {
      load.stop();
      await working;
    }
    await expectWhole(place.at, journal.entries);
    expect(journal.faults).toEqual([]);
    const waited = journal.entries.filter((entry) => entry.cut).length;
    const longest = Math.round(Math.max(...ran));
    console.log(
      `one file: ${ran.length + 3 * ROUNDS} commands, longest ${longest} ms; ${journal.entries.length - began} requests meanwhile, ${waited} told to wait`,
    );
    expect(journal.entries.length - began).toBeGreaterThan(50);
  });

  test('while another writes for long the server answers 409 with Retry-After, and a command says so in one line', async () => {
    const [other, member] = [openSqlite(join(place.at, DATABASE_FILE)), 'f'];
    other.exec('begin immediate');
    try {
      const entry = { member, before: journal.entries.length };
      journal.open(program);
      const asked = journal.act(member, 'declaration.draft', {
        subject: member,
        fact: { item: 'zhiyuan', day: '2026-03-05' },
      });
      const [login = ''] = logins;
      const { code, out, err } = await runCommand(environmentOf(place.at), 'user', 'token', login, '--label', 'late');
      expect([1, 2]).toContain(code);
      expect(`${out}${err}`).not.toMatch(/ at |SQLITE_|locked/);
      expect(`${out}${err}`.trim().split('\n')).toHaveLength(1);
      expect((await program.send({ path: '/healthz' }))?.status).toBe(200);
      await pause(1000);
      const tries = journal.entries[entry.before]?.tries ?? 0;
      other.exec('rollback');
      expect(await asked, JSON.stringify(journal.entries[entry.before]?.answer)).toMatchObject({
        state: 'draft',
      });
      expect(journal.entries[entry.before]?.cut).toBe(true);
      // What was given up meanwhile stands in nobody's way: what is under way succeeds, or the one after it.
      expect((journal.entries[entry.before]?.tries ?? 0) - tries).toBeLessThanOrEqual(1);
      expect(journal.faults).toEqual([]);
    } finally {
      other.close();
    }
  });
});
