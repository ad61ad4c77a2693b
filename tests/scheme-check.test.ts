import { describe, expect, test } from 'vitest';
import { check } from '#domain/scheme/check.ts';
import { problemsSchemeZhCN } from '#words/problems-scheme.zh-CN.ts';
import { sayProblem } from '#words/say-problem.ts';
import { CASES, type Doc, duty, item, parts } from './scheme-cases.ts';

const plain = (document: Doc): unknown => JSON.parse(JSON.stringify({ scheme: 's', title: '方案', ...document }));
const codesOf = (document: Doc): string[] =>
  check(plain(document)).problems.map((one) => one.code.slice('scheme.'.length));

describe('check names each mistake, and not its near neighbour', () => {
  for (const [code, [bad, near]] of Object.entries(CASES))
    test(code, () => {
      const found = check(plain(bad)).problems.find((one) => one.code === `scheme.${code}`);
      expect(codesOf(bad)).toContain(code);
      for (const lang of ['zh-CN', 'en'] as const)
        expect(found && sayProblem(found, lang)).not.toMatch(/\{\w+\}|undefined|NaN|[!！]/);
      expect(codesOf(near)).not.toContain(code);
      // The neighbour is a whole scheme: it does not lack the problem for a worse one.
      expect(check(plain(near)).scheme).toBeDefined();
    });

  test('every code that has words is shown here', () => {
    const known = Object.keys(problemsSchemeZhCN).map((key) => key.slice('scheme.'.length));
    const said = known.filter((code) => code !== 'unknown-key-near'); // another sentence for unknown-key
    expect(Object.keys(CASES).toSorted()).toEqual(said.toSorted());
  });
});

const by = (a: number, b: number): Doc => ({ by: 'category', 在职: a, else: b });

describe('check as a whole', () => {
  test('all problems come at once, each with its path', () => {
    const document = {
      ...parts(item('a', { each: undefined }), item('b', { concerns: 'x', basis: undefined })),
      total: { cap: 1, floor: 2 },
    };
    const { problems, scheme } = check({ scheme: 's', title: '方案', ...JSON.parse(JSON.stringify(document)) });
    expect(scheme).toBeUndefined();
    expect(problems.map(({ code, path }) => [code, path])).toEqual(
      expect.arrayContaining([
        ['scheme.no-value', 'components[0].items[0]'],
        ['scheme.unknown-node', 'components[0].items[1].concerns'],
        ['scheme.basis-missing', 'components[0].items[1]'],
        ['scheme.cap-below-floor', 'total'],
      ]),
    );
  });

  test('a problem carries the clause that holds where it lies', () => {
    const { problems } = check({
      scheme: 's',
      title: '方案',
      clause: '§二',
      ...parts(item('a', { label: '学习强国' })),
    });
    expect(problems.find((one) => one.code === 'scheme.basis-word')?.clause).toBe('§二');
  });

  test('a document of very many mistakes is checked as soon as one of few (trust §2.1)', () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 1] as const);
    const started = performance.now();
    expect(check({ scheme: 's', title: '方案', ...Object.fromEntries(keys) }).problems.length).toBeGreaterThan(20_000);
    expect(performance.now() - started).toBeLessThan(10_000); // copied once for each it would be half an hour
  });

  test('a historical document reports its refusals and can still be evaluated', () => {
    const document = { scheme: 's', title: '方案', ...duty({ basis: 'application' }) };
    expect(check(document).scheme).toBeUndefined();
    expect(check({ ...document, historical: true }).scheme).toBeDefined();
  });

  test('amounts by category are compared name by name, so that a cap by category over a floor by category passes', () => {
    expect(codesOf(duty({ cap: by(60, 40), floor: by(50, 30) }))).not.toContain('cap-below-floor');
    expect(codesOf(duty({ cap: by(60, 40), floor: by(50, 50) }))).toContain('cap-below-floor');
  });
});
