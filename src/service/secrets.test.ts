import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KEY_FILE, readSecrets } from './secrets.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunledger-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the key of a folder is made once and whole, for its owner alone, and nothing else is left', () => {
  const [one, other] = [readSecrets(folder, undefined), readSecrets(folder, undefined)];
  expect(other.open(one.seal('党员甲'))).toBe('党员甲');
  expect(readdirSync(folder)).toEqual([KEY_FILE]);
  expect(readFileSync(join(folder, KEY_FILE), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(join(folder, KEY_FILE)).mode & 0o777).toBe(0o600);
});

test.each(['', 'a1b2c3'])('a key that is cut short (%j) seals nothing: what it sealed, anybody could open', (cut) => {
  writeFileSync(join(folder, KEY_FILE), cut);
  expect(() => readSecrets(folder, undefined).seal('党员甲')).toThrow('cut short');
});
