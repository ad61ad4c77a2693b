import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ballotCodes, codeOf, type Sheet, standsFor } from '#service/paper-codes.ts';
import { secretsOf } from '#service/secrets.ts';
import { ENGINES, type Engine, type Place, startEngine } from './postgres/engine.ts';
import { openBranch, type TestBranch } from './process-branch.ts';

const PRINTED = /^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/;

describe.each(ENGINES)('the control codes of printed sheets, on %s (product §7)', (name) => {
  let engine: Engine;
  let place: Place;
  let at: TestBranch;

  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.place();
    at = await openBranch(place.at);
  });
  afterAll(async () => {
    await at.close();
    await place.remove();
    await engine.stop();
  });

  const code = async (sheet: Sheet, branch = 'B', { context } = at) =>
    await at.store.reading(async (rows) => await codeOf(context, rows, branch, sheet));
  const ballots = async (motions: readonly string[], count: number) =>
    await at.store.reading(async (rows) => await ballotCodes(rows, 'B', { assembly: 'M', motions }, count));

  test('the same sheet has the same code each time, another sheet another', async () => {
    const sheets: readonly Sheet[] = [
      { kind: 'slip', of: 'f', month: '2026-03' },
      { kind: 'slip', of: 'f', month: '2026-04' },
      { kind: 'slip', of: 'g', month: '2026-03' },
      { kind: 'slip', month: '2026-03' },
      { kind: 'register', of: 1 },
      { kind: 'minutes', of: 1 },
      { kind: 'minutes', of: 2 },
      { kind: 'roll', of: 'M' },
    ];
    const first = await Promise.all(sheets.map(async (sheet) => await code(sheet)));
    for (const one of first) expect(one).toMatch(PRINTED);
    expect(new Set(first).size).toBe(sheets.length);
    for (const [nth, sheet] of sheets.entries()) expect(await code(sheet)).toBe(first[nth]);
    expect(await code({ kind: 'register', of: 1 }, 'S')).not.toBe(first[4]);
  });

  test('two who print a sheet at once have one code, and a new key of the installation leaves what is on paper', async () => {
    const sheet = { kind: 'talk', of: 'T' } as const;
    const [one, other] = await Promise.all([code(sheet), code(sheet)]);
    expect(one).toBe(other);
    const context = { ...at.context, secrets: secretsOf('other'.repeat(10)) };
    expect(await code(sheet, 'B', { ...at, context })).toBe(one);
    expect(await code({ kind: 'talk', of: 'U' })).not.toBe(
      await codeOf(context, at.store.rows, 'S', { kind: 'talk', of: 'U' }),
    );
  });

  test('a code says what it stands for, in its own branch alone', async () => {
    const slip = await code({ kind: 'slip', of: 'f', month: '2026-03' });
    const blank = await code({ kind: 'slip', month: '2026-03' });
    const minutes = await code({ kind: 'minutes', of: 2 });
    const { rows } = at.store;
    expect(await standsFor(rows, 'B', slip)).toEqual({ kind: 'slip', of: 'f', month: '2026-03' });
    expect(await standsFor(rows, 'B', blank)).toEqual({ kind: 'slip', of: undefined, month: '2026-03' });
    expect(await standsFor(rows, 'B', minutes)).toEqual({ kind: 'minutes', of: '2' });
    expect(await standsFor(rows, 'S', slip)).toBeUndefined();
  });

  test('each set of ballots has new codes, one a ballot, which tell their motions and nothing else (§5.7)', async () => {
    const [one, other] = [await ballots(['m1', 'm2'], 40), await ballots(['m1', 'm2'], 40)];
    expect(new Set([...one, ...other]).size).toBe(80);
    for (const ballot of one) {
      expect(ballot).toMatch(PRINTED);
      expect(await standsFor(at.store.rows, 'B', ballot)).toEqual({ kind: 'ballot', of: 'M', motions: ['m1', 'm2'] });
    }
    // What is kept of them lies in the order of the codes, whatever was printed or handed out first.
    const kept = await at.store.rows.selectFrom('paper_code').selectAll().where('kind', '=', 'ballot').execute();
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(['branch_id', 'code', 'kind', 'of', 'part']);
    expect(one).not.toEqual(one.toSorted());
    await expect(ballots(['m1'], 0)).rejects.toThrow();
    await expect(ballots(['m1'], 501)).rejects.toThrow();
  });

  test('no code is changed or taken away below the application', async () => {
    for (const statement of [`update paper_code set kind = 'roll'`, `delete from paper_code`])
      await expect(place.raw(statement)).rejects.toThrow();
  });
});
