import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parseDocument, readDocument } from './read-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'intake-yaml-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codes = (text: string) => parseDocument(text, 'a.yaml').problems.map((problem) => problem.code);

test('a document is plain data, and everything in it has a place', () => {
  const text = 'id: a\ncomponents:\n  - id: base\n    items:\n      - id: x\n        points: 0.5\n';
  const { value, problems, placeOf } = parseDocument(text, 'a.yaml');
  expect(problems).toEqual([]);
  expect(value).toEqual({ id: 'a', components: [{ id: 'base', items: [{ id: 'x', points: 0.5 }] }] });
  expect(placeOf('components')).toEqual({ line: 2, column: 1 });
  expect(placeOf('components[0].items[0].points')).toEqual({ line: 6, column: 9 });
  expect(placeOf('components.0.items.0')).toEqual({ line: 5, column: 9 });
  expect(placeOf('components.0.missing.deeper')).toEqual({ line: 3, column: 5 });
  expect(placeOf('')).toEqual({ line: 1, column: 1 });
});

test('doubled keys, tags, several documents and broken syntax are named with their line', () => {
  expect(parseDocument('a: 1\nb: 2\na: 3\n', 'a.yaml').problems).toMatchObject([
    { code: 'intake.document-duplicate-key', place: { file: 'a.yaml', line: 3 } },
  ]);
  expect(parseDocument('a: 1\nb: !!js/function x\n', 'a.yaml').problems).toMatchObject([
    { code: 'intake.document-tag', place: { line: 2 } },
  ]);
  expect(codes('a: !!str 1')).toEqual(['intake.document-tag']);
  expect(codes('a: 1\n---\nb: 2\n')).toEqual(['intake.document-many']);
  expect(codes('a: [1, 2')).toContain('intake.document-mark');
  expect(codes('a:\n\tb: 1')).toContain('intake.document-tab');
  expect(codes('a: 1\n  b: 2')).toContain('intake.document-indent');
  expect(codes('[a]: 1')).toEqual(['intake.document-key']);
  expect(codes('a: *nobody')).toContain('intake.document-alias');
  expect(codes('')).toEqual(['intake.file-empty']);
});

test('a bomb of references is refused, a few references are not', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
  for (let at = 1; at < 9; at++) {
    const letter = String.fromCharCode(97 + at);
    const before = String.fromCharCode(96 + at);
    bomb.push(`${letter}: &${letter} [${Array(10).fill(`*${before}`).join(',')}]`);
  }
  expect(codes(bomb.join('\n'))).toEqual(['intake.document-alias']);
  expect(parseDocument('a: &a {x: 1}\nb: *a\n', 'a.yaml').value).toEqual({ a: { x: 1 }, b: { x: 1 } });
  expect(codes('[['.repeat(20_000))).toEqual(['intake.document-deep']);
  expect(codes('- '.repeat(20_000))).toEqual(['intake.document-deep']);
  expect(codes(Array.from({ length: 900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'))).toEqual([
    'intake.document-deep',
  ]);
});

test('plain words stay words, and a key __proto__ is only a key', () => {
  expect(parseDocument('a: 是\nb: no\nc: 2026-03-05\nd: 0123', 'a.yaml').value).toEqual({
    a: '是',
    b: 'no',
    c: '2026-03-05',
    d: 123,
  });
  parseDocument('__proto__: {polluted: true}', 'a.yaml');
  expect({}).not.toHaveProperty('polluted');
});

test('a file that is missing, too large or not UTF-8 is a problem', async () => {
  const path = join(folder, 'a.yaml');
  expect((await readDocument(join(folder, 'none.yaml'))).problems).toMatchObject([{ code: 'intake.file-missing' }]);
  writeFileSync(path, Buffer.alloc(2 * 1024 * 1024 + 1, 'a'));
  expect((await readDocument(path)).problems).toMatchObject([
    { code: 'intake.document-too-large', params: { most: 2 } },
  ]);
  writeFileSync(path, Buffer.from('c3fb3a2031', 'hex'));
  expect((await readDocument(path)).problems).toMatchObject([{ code: 'intake.document-encoding' }]);
  writeFileSync(path, '\ufeff名: 一\n');
  expect((await readDocument(path)).value).toEqual({ 名: '一' });
});

test('any text gives a value or problems, never a crash', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '-',
        '[',
        ']',
        '{',
        '}',
        '&',
        '*',
        '!',
        '#',
        '"',
        "'",
        '|',
        '>',
        '?',
        ',',
        '%',
        '\t',
      ),
    }),
  );
  fc.assert(
    fc.property(text, (written) => {
      const { placeOf } = parseDocument(written, 'a.yaml');
      expect(placeOf('a.b[0]').line).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});
