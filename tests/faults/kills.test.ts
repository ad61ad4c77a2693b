import { describe, expect, test } from 'vitest';
import { type Place, startEngine, startPostgres } from '#tests/postgres/engine.ts';
import type { Server } from '#tests/postgres/server.ts';
import { openBranch } from '#tests/process-branch.ts';
import { chanceOf } from './chance.ts';
import { Journal } from './journal.ts';
import { Load, MEMBERS } from './load.ts';
import { freePort, type Program, pause, startProgram } from './program.ts';
import { tokensOf } from './tokens.ts';
import { expectWhole } from './whole.ts';

/** How often the server is killed on each engine, and how often of these the database server is crashed too. */
const [KILLS, CRASHES] = [52, 16];

/** So many of the requests that were answered at once are sent again at the end; of those that were cut off, all. */
const SAMPLE = 100;

/** What is killed: the server, or the database below it in one of two ways, with or without the server. */
type Blow = { readonly database?: 'SIGQUIT' | 'SIGKILL'; readonly server: boolean };

/** The blows of a run, mixed: every `CRASHES`th kind of crash by turns. */
function blows(crashes: number): readonly Blow[] {
  const every = crashes === 0 ? Number.POSITIVE_INFINITY : Math.floor(KILLS / crashes);
  return Array.from({ length: KILLS }, (_, at) => {
    const count = Math.floor(at / every);
    if (at % every !== every - 1 || count >= crashes) return { server: true };
    return { database: count % 2 === 0 ? 'SIGQUIT' : 'SIGKILL', server: count % 4 < 2 };
  });
}

/** Plays the load on a place and kills meanwhile; prints how much that was, and answers with how many acts were done of which nobody heard. */
async function killed(name: string, place: Place, server: Server | undefined): Promise<number> {
  const began = performance.now();
  const { seed, next } = chanceOf(name);
  const branch = await openBranch(place.at, { members: MEMBERS });
  const tokens = await tokensOf(branch, MEMBERS);
  await branch.close();
  const journal = new Journal(tokens);
  const load = new Load(journal, next);
  const port = await freePort();
  let program: Program = startProgram({ at: place.at, port });
  const starts: number[] = [];
  const unheard = new Set<string>();
  let databases = 0;
  const working = load.run();
  try {
    for (const blow of blows(server ? CRASHES : 0)) {
      await program.ready();
      journal.open(program);
      await aMoment(journal, next);
      if (blow.server) void program.end('SIGKILL');
      journal.open(undefined);
      if (blow.database) await server?.down(blow.database);
      await journal.quiet();
      if (blow.database) databases++;
      if (blow.database) await server?.up();
      if (blow.server) program = startProgram({ at: place.at, port });
      else expect(program.running(), program.said()).toBe(true);
      starts.push(await program.ready());
      const { keys } = await expectWhole(place.at, journal.entries);
      for (const { cut, answer, key } of journal.entries) if (cut && !answer && keys.has(key)) unheard.add(key);
    }
    load.stop();
    journal.open(program);
    await working;
    const cut = journal.entries.filter((entry) => entry.cut);
    const done = journal.entries.filter(({ answer }) => (answer?.status ?? 500) < 300);
    const sample = done.filter((entry) => !entry.cut && next() < SAMPLE / done.length);
    for (const entry of [...cut, ...sample]) {
      const again = await journal.repeat(entry);
      if ((entry.answer?.status ?? 500) < 300) expect(again?.body).toEqual(entry.answer?.body);
      else expect(again?.status).toBeGreaterThanOrEqual(400);
    }
    const held = await expectWhole(place.at, journal.entries);
    expect(journal.faults).toEqual([]);
    expect(await program.end('SIGTERM')).toBe(0);
    const repeated = cut.filter(({ answer }) => (answer?.status ?? 500) < 300).length;
    expect(cut.length).toBeGreaterThan(KILLS / 2);
    const refused = journal.entries.length - done.length;
    const seconds = Math.round((performance.now() - began) / 1000);
    const start = Math.round(starts.reduce((sum, one) => sum + one, 0) / starts.length);
    console.log(
      `${name}: ${KILLS} kills (${databases} of the database), ${journal.entries.length} requests: ${done.length} acknowledged, ${refused} refused; ` +
        `${cut.length} cut off and repeated (${repeated} done once, ${unheard.size} of them before anybody heard), ${held.events} events, ready after ${start} ms, ${seconds} s, seed ${seed}`,
    );
    return unheard.size;
  } finally {
    load.stop();
    await program.end('SIGKILL');
  }
}

/** A random moment of the load: at any time, or just after a request has left. */
async function aMoment(journal: Journal, next: () => number): Promise<void> {
  await pause(50 + next() * 350);
  if (next() < 0.5) return;
  await Promise.race([new Promise<void>((resolve) => (journal.sent = resolve)), pause(1000)]);
  journal.sent = () => undefined;
  // Most acts are done within a few milliseconds, some wait for others.
  await pause(next() * next() * 30);
}

describe('the server is killed while it works: what it acknowledged is there, nothing is half done, and a repeated request is done once (issue 3)', () => {
  let unheard = 0;

  test('on SQLite', { timeout: 600_000 }, async () => {
    const engine = await startEngine('SQLite');
    const place = await engine.place();
    unheard += await killed('SQLite', place, undefined);
    await place.remove();
  });

  test('on PostgreSQL, which crashes too', { timeout: 600_000 }, async () => {
    const engine = await startPostgres();
    const place = await engine.place();
    unheard += await killed('PostgreSQL', place, engine.server);
    await place.remove();
    await engine.stop();
  });

  test('some were hit between the disk and the answer', () => {
    expect(unheard).toBeGreaterThan(0);
  });
});
