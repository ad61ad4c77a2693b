import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathOf } from '#contract/path.ts';
import { ENGINES, type Engine, type Place, startEngine } from '#tests/postgres/engine.ts';
import { openBranch } from '#tests/process-branch.ts';
import { chanceOf } from './chance.ts';
import { Journal } from './journal.ts';
import { Load, MEMBERS } from './load.ts';
import { freePort, type Program, pause, startProgram } from './program.ts';
import { tokensOf } from './tokens.ts';
import { expectWhole } from './whole.ts';

/** Servers stopped under load, one after another, on each engine. */
const STOPS = 6;

let engine: Engine;
let place: Place;
let tokens: Map<string, string>;
let port: number;

describe.each(ENGINES)('a server on %s that is told to stop', (name) => {
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.place();
    const branch = await openBranch(place.at, { members: MEMBERS });
    tokens = await tokensOf(branch, MEMBERS);
    await branch.close();
    port = await freePort();
  });
  afterAll(async () => {
    await place.remove();
    await engine.stop();
  });

  test('answers what it has begun, takes nothing new, ends with 0, and starts again by itself (trust §6.7)', async () => {
    const { next } = chanceOf(`drain ${name}`);
    const journal = new Journal(tokens);
    const load = new Load(journal, next);
    const working = load.run();
    let program: Program | undefined;
    const took: number[] = [];
    for (let stopped = 0; stopped < STOPS; stopped++) {
      program = startProgram({ at: place.at, port });
      await program.ready();
      journal.open(program);
      await pause(200 + next() * 200);
      const began = performance.now();
      const ending = program.end('SIGTERM');
      journal.open(undefined);
      await journal.quiet();
      expect(await ending, program.said()).toBe(0);
      took.push(performance.now() - began);
      // What was done is told: where a connection was closed before the request was read, nothing of it was done.
      const { keys } = await expectWhole(place.at, journal.entries);
      const untold = journal.entries.filter(({ answer, key }) => answer === undefined && keys.has(key));
      expect(untold.map(({ action }) => action)).toEqual([]);
      expect(await program.send({ path: '/healthz' })).toBeUndefined();
    }
    const last = startProgram({ at: place.at, port });
    await last.ready();
    load.stop();
    journal.open(last);
    await working;
    expect(journal.faults).toEqual([]);
    await expectWhole(place.at, journal.entries);
    expect(await last.end('SIGTERM')).toBe(0);
    expect(Math.max(...took)).toBeLessThan(15_000); // a busy machine; connections kept open would hold it for 72 s
    const done = journal.entries.filter(({ answer }) => (answer?.status ?? 500) < 300).length;
    const cut = journal.entries.filter((entry) => entry.cut).length;
    const longest = Math.round(Math.max(...took));
    console.log(
      `${name}: stopped ${STOPS} times, ${journal.entries.length} requests, ${done} acknowledged, ${cut} not taken and sent again, longest ${longest} ms`,
    );
  });

  test('ends in order too when it is told while it still starts, or twice', async () => {
    const early = startProgram({ at: place.at, port });
    while (!early.said().includes('http://') && early.running()) await pause(1);
    expect(await early.end('SIGTERM'), early.said()).toBe(0);
    const program = startProgram({ at: place.at, port });
    await program.ready();
    const draft = { branch: 'B', subject: 'f', fact: { item: 'zhiyuan', day: '2026-03-05' } };
    const headers = { 'idempotency-key': 'last-request-1' };
    const asked = { path: pathOf('declaration.draft'), token: tokens.get('f'), body: draft, headers };
    let ending: Promise<number | null> | undefined;
    const sent = (): void => {
      ending = program.end('SIGTERM');
    };
    const reply = await program.send({ ...asked, sent });
    // Sent at the very moment: done and told, or not taken at all.
    expect([200, 503, undefined]).toContain(reply?.status);
    expect(await ending).toBe(0);
  });
});
