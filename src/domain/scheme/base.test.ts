import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { POINT } from '#domain/kernel/points.ts';
import { baseOf } from './base.ts';
import { check } from './check.ts';

const HOME = join(import.meta.dirname, '..', '..', '..');

test('the base is what all parts of the scheme open with, wherever it is written: on a component or on its items (§二(一))', () => {
  for (const path of ['schemes/primary-school.yaml', 'examples/story-small-scheme.yaml']) {
    const { scheme } = check(parse(readFileSync(join(HOME, path), 'utf8')));
    expect(scheme && baseOf(scheme)).toBe(60 * POINT);
  }
});
