import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '#domain/kernel/problem.ts';
import { check } from '#domain/scheme/check.ts';
import { diffSchemes } from '#domain/scheme/diff.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import { type Explanation, recompute } from '#domain/score/explanation.ts';
import { prepare } from '#domain/score/prepare.ts';
import { sayDiff } from '#words/diff.ts';
import { explainScheme } from '#words/explain-scheme.ts';
import { explainScore } from '#words/explain-score.ts';
import { sayProblem } from '#words/say-problem.ts';
import { randomFacts, randomScheme } from './random-scheme.ts';

const folder = new URL('../schemes/', import.meta.url);
const documents: unknown[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.examples.yaml'))
  .map((name) => parse(readFileSync(new URL(name, folder), 'utf8')));

/** Checks anything and says every problem in both languages; the answer is always a list of problems. */
function checked(value: unknown): readonly Problem[] {
  const { problems, scheme } = check(value);
  for (const problem of problems) {
    expect(problem.code).toMatch(/^scheme\./);
    for (const lang of ['zh-CN', 'en'] as const) {
      const said = sayProblem(problem, lang);
      expect(said).not.toBe('');
      expect(said.length).toBeLessThan(2000);
    }
  }
  expect(scheme !== undefined || problems.length > 0).toBe(true);
  return problems;
}

/** All places of a document, as keys from the root. */
function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, one]) => places(one, [...at, key]))];
}

function withValue(value: unknown, at: readonly string[], next: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined || typeof value !== 'object' || value === null) return next;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = withValue(copy[key], rest, next);
  return copy;
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, 0, -1, 1e300, Number.NaN, '', 'total', '§', [], {}, [[]], true),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true }),
);

const options = { numRuns: 300 };

const item = (rest: object): unknown => ({
  scheme: 's',
  title: 't',
  components: [{ id: 'c', label: 'c', items: [{ id: 'i', label: 'i', basis: 'act', each: 1, ...rest }] }],
});

describe('check never throws', () => {
  test('on anything at all', () =>
    fc.assert(
      fc.property(anything, (value) => void checked(value)),
      options,
    ));

  test('on real documents with one place changed to anything', () => {
    const real = fc
      .constantFrom(...documents)
      .chain((document) => fc.tuple(fc.constant(document), fc.constantFrom(...places(document)), anything));
    fc.assert(
      fc.property(real, ([document, at, next]) => void checked(withValue(document, at, next))),
      { numRuns: 1000 },
    );
  });

  test('on huge, deep and hostile documents', () => {
    let deep: unknown = {};
    let groups: unknown = { id: 'g', label: 'g' };
    for (let at = 0; at < 50_000; at++) {
      deep = [deep];
      groups = { id: 'g', label: 'g', groups: [groups] };
    }
    const hostile = JSON.parse(
      '{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}},"toString":1,"scheme":"s","title":"t"}',
    );
    const long = 'x'.repeat(1_000_000);
    for (const value of [
      deep,
      hostile,
      long,
      { scheme: long, title: long, [long]: long, components: long },
      { scheme: 's', title: deep, components: [deep] },
      { scheme: 's', title: 't', components: [groups] },
      { scheme: 's', title: 't', components: Array.from({ length: 100_000 }, () => ({})) },
      item({ each: long, times: long, label: deep }),
      item({ each: undefined, levels: JSON.parse('{"__proto__":5,"constructor":3}') }),
      item({ each: JSON.parse('{"by":"category","__proto__":5}') }),
    ])
      checked(value);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

const schemeAndFacts = randomScheme().chain((document) => {
  const { problems, scheme } = check(document);
  if (!scheme) throw new Error(JSON.stringify(problems.filter((one) => one.severity !== 'warning')));
  return fc.record({
    scheme: fc.constant<Scheme>(scheme),
    facts: randomFacts(scheme),
    day: fc.constantFrom('2026-12-31', '2026-03-31', '2026-08-15'),
  });
});

function whole(node: Explanation): boolean {
  const numbers = [node.points, node.kept ?? 0, node.opens ?? 0, ...node.adjustments.map((step) => step.delta)];
  return numbers.every(Number.isSafeInteger) && node.children.every(whole);
}

describe('a scheme that passed check', () => {
  test('can be evaluated on any facts, in safe whole numbers that recompute', () =>
    fc.assert(
      fc.property(schemeAndFacts, ({ scheme, facts, day }) => {
        const result = evaluate(prepare(scheme, day), { facts });
        expect(Number.isSafeInteger(result.total)).toBe(true);
        expect(whole(result.tree)).toBe(true);
        expect(recompute(result.tree)).toBe(result.total);
      }),
      { numRuns: 1500 },
    ));

  test('stays in safe whole numbers with the largest amounts that facts may name, ratings among them', () => {
    const most = 10_000_000_000;
    const { scheme } = check({
      scheme: 's',
      title: '方案',
      reviews: [{ id: 'r', label: '测评', of: 0.0001 }],
      total: { times: { review: 'r' } },
      components: [
        { id: 'c', label: '履职分', times: 100, items: [{ id: 'i', label: '项', basis: 'act', each: 100_000 }] },
      ],
    });
    if (!scheme) throw new Error('no scheme');
    const facts = [
      ...Array.from({ length: 60 }, (_, at) => ({ item: 'i', day: '2026-01-01', quantity: most, ref: String(at) })),
      { item: 'review:r', day: '2026-01-02', score: most },
    ];
    const { total, tree } = evaluate(prepare(scheme, '2026-12-31'), { facts });
    expect(Number.isSafeInteger(total) && whole(tree)).toBe(true);
  });

  test('can be explained, and so can each score under it, in both languages and without holes', () =>
    fc.assert(
      fc.property(schemeAndFacts, ({ scheme, facts, day }) => {
        const { tree } = evaluate(prepare(scheme, day), { facts });
        for (const lang of ['zh-CN', 'en'] as const)
          for (const line of [...explainScheme(scheme, lang), ...explainScore(tree, scheme, lang)])
            expect(line).not.toMatch(/\{\w+\}|undefined|NaN|Infinity|\[object|[!！]/);
      }),
      options,
    ));

  test('does not differ from itself, and what differs from another is said both ways', () =>
    fc.assert(
      fc.property(schemeAndFacts, schemeAndFacts, (a, b) => {
        expect(diffSchemes(a.scheme, a.scheme)).toEqual([]);
        const [there, back] = [diffSchemes(a.scheme, b.scheme), diffSchemes(b.scheme, a.scheme)];
        const count = (kind: string, list: typeof there): number => list.filter((one) => one.kind === kind).length;
        expect(count('added', there)).toBe(count('removed', back));
        for (const lang of ['zh-CN', 'en'] as const)
          for (const line of sayDiff(there, lang)) expect(line).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
      }),
      options,
    ));
});

describe('every scheme of the project', () => {
  test('is explained in both languages without holes', () => {
    for (const document of documents) {
      const { scheme } = check(document);
      if (!scheme) continue;
      for (const lang of ['zh-CN', 'en'] as const)
        expect(explainScheme(scheme, lang).join('\n')).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
    }
  });
});
