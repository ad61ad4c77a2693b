import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '#store/database.ts';
import { tryPassword } from './attempts.ts';
import { ACCOUNT_LIMITS } from './limits.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-attempts-'));
  store = await openStore(folder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** A try on a server whose clock shows a second. */
const tried = async (second: number, fits: boolean): Promise<boolean> => {
  const now = `2026-03-10T04:00:0${second}.000Z`;
  const clock = { now: () => now, today: () => '2026-03-10' };
  return await tryPassword({ store, clock }, 'bucket', ACCOUNT_LIMITS, async () => fits);
};

test('a right password waits for nobody: not for a try under way on a server whose clock is ahead', async () => {
  expect(await tried(5, false)).toBe(false);
  expect(await tried(2, true)).toBe(true);
});

test('after as many failures as are allowed everybody waits, whatever their clock', async () => {
  for (let failed = 0; failed < ACCOUNT_LIMITS.tries; failed++) expect(await tried(5, false)).toBe(false);
  await expect(tried(2, true)).rejects.toMatchObject({ code: 'sign-in.waits' });
});
