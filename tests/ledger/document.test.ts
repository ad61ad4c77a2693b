import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '#store/database.ts';
import { hashOf } from '#store/hash.ts';
import { verifyArchive } from '#verifier/archive-check.ts';
import { verifyFromTheDocument } from './independent-verifier.ts';
import { archiveLines, smallBranch } from './small-branch.ts';

const text = readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8');
const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, kind, body]) => ({
  kind,
  body: body ?? '',
}));
const of = (kind: string): string[] => blocks.filter((one) => one.kind === kind).map(({ body }) => body);
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the worked example of docs/ledger.md', () => {
  test('every pre-image has the hash that stands under it', () => {
    const preimages = of('preimage');
    expect(preimages).toHaveLength(9);
    expect(preimages.map(sha256)).toEqual(of('sha256'));
  });

  test('the bytes of the first are these', () => {
    const bytes = Buffer.from(of('bytes').join('').replaceAll('\n', ''), 'hex');
    expect(bytes.toString('utf8')).toBe(of('preimage')[0]);
    expect(text).toContain(`These are ${bytes.length} bytes`);
    expect(sha256(bytes)).toBe(of('sha256')[0]);
  });

  test('its archive fits, for our verifier and for one written from the document', () => {
    const lines = of('archive')[0]?.split('\n') ?? [];
    const head = of('sha256').at(-1);
    expect(lines).toHaveLength(4);
    expect(verifyFromTheDocument(lines, head)).toBeUndefined();
    expect(verifyArchive(hashOf, lines, head)).toMatchObject({
      sound: true,
      events: 3,
      entries: 1,
      outside: { seq: 3, after: 0 },
    });
    for (const hash of of('sha256')) expect(of('archive')[0]).toContain(hash);
  });
});

describe.each(['sha256', 'sm3'] as const)(
  'a verifier written from the document alone agrees with ours (%s)',
  (algorithm) => {
    let store: Store;
    let remove: () => Promise<void>;
    let lines: string[];
    beforeAll(async () => {
      ({ store, remove } = await smallBranch(algorithm));
      lines = await archiveLines(store);
    });
    afterAll(() => remove());

    test('on a sound archive', () => {
      expect(verifyFromTheDocument(lines)).toBeUndefined();
      expect(verifyArchive(hashOf, lines)).toMatchObject({ sound: true, entries: 6, members: 3, scores: 3 });
    });

    test('on any change of a character, and names the same event', () => {
      const events = lines.findIndex((line) => line.includes('genesis/1'));
      const last = lines.findLastIndex((line) => line.includes('"line":"event"'));
      const put = fc.constantFrom(...'0123456789abcdef{}[]":, \r甲x');
      fc.assert(
        fc.property(fc.nat({ max: lines.length - 1 }), fc.nat(), put, (which, place, character) => {
          const line = lines[which] ?? '';
          const at = place % line.length;
          fc.pre(line[at] !== character);
          const changed = lines.with(which, line.slice(0, at) + character + line.slice(at + 1));
          const report = verifyArchive(hashOf, changed);
          expect(report.sound).toBe(false);
          if (which < events || which > last) return; // header, documents, scores
          expect(report.faults).toMatchObject([{ seq: which - events + 1, line: which + 1 }]);
          expect(verifyFromTheDocument(changed)).toEqual({ fault: which - events + 1 });
        }),
        { numRuns: 3000 },
      );
    });

    test('on lines removed, repeated or swapped; a tail cut off cleanly only with a head from outside', () => {
      const line = fc.nat({ max: lines.length - 1 });
      fc.assert(
        fc.property(line, line, (a, b) => {
          const one = lines[a] ?? '';
          expect(verifyArchive(hashOf, lines.toSpliced(a, 1)).sound).toBe(false);
          expect(verifyArchive(hashOf, lines.toSpliced(a, 0, one)).sound).toBe(false);
          const swapped = lines.with(a, lines[b] ?? '').with(b, one);
          const kind = (text: string): unknown => (JSON.parse(text) as { line: string }).line;
          // Documents and scores may stand in any order among themselves.
          if (a === b || (kind(one) === kind(lines[b] ?? '') && kind(one) !== 'event')) return;
          expect(verifyArchive(hashOf, swapped).sound).toBe(false);
          expect(verifyFromTheDocument(swapped)).toBeDefined();
        }),
        { numRuns: 300 },
      );
    });
  },
);
