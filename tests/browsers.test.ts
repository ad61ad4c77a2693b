import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { LENT } from '#web/older.ts';

const DIST = join(import.meta.dirname, '..', 'dist');
const ASSETS = join(DIST, 'web', 'assets');

/** What the language has got since the oldest browsers of decision 024, by the names under which it is called. */
const SINCE = [
  ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'hasOwn', 'structuredClone', 'groupBy'],
  ['fromAsync', 'withResolvers', 'isWellFormed', 'toWellFormed', 'union', 'intersection', 'symmetricDifference'],
  ['isSubsetOf', 'isSupersetOf', 'isDisjointFrom', 'randomUUID', 'requestSubmit', 'showPicker', 'checkVisibility'],
  ['throwIfAborted', 'requestIdleCallback', 'DecompressionStream', 'BroadcastChannel', 'Segmenter', 'ListFormat'],
].flat();
/** The pages call of these only what src/web/older.ts lends, or what is asked for first (`?.`). */
const MISSING = new Set(SINCE.filter((name) => !(name in LENT)));

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** What the oldest browsers cannot read, or do not find, in a script. What is tried is left to the one who tries. */
function newerIn(script: string): string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    const fault = faultOf(node);
    if (fault !== undefined) found.push(fault);
    for (const [name, inside] of Object.entries(node))
      if (!(node.type === 'TryStatement' && name === 'block'))
        for (const one of Array.isArray(inside) ? inside : [inside]) if (isNode(one)) look(one);
  };
  for (const statement of parseAst(script).body) if (isNode(statement)) look(statement);
  return found;
}

function faultOf(node: Node): string | undefined {
  const { operator, callee, value, regex } = node;
  switch (node.type) {
    case 'PropertyDefinition':
    case 'PrivateIdentifier':
    case 'StaticBlock':
      return node.type;
    case 'AssignmentExpression':
      return ['??=', '||=', '&&='].includes(String(operator)) ? String(operator) : undefined;
    case 'Literal':
      // Looking back is written as a text by the build where the browser cannot read it, and fails when it runs.
      return /\(\?<[=!]/.test(String(regex ? value : (value ?? ''))) ? 'look back' : undefined;
    case 'TemplateElement':
      return /\(\?<[=!]/.test(JSON.stringify(value)) ? 'look back' : undefined;
    case 'CallExpression':
    case 'NewExpression':
      return node['optional'] === true ? undefined : missingName(callee);
    default:
      return undefined;
  }
}

function missingName(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined;
  const { name } = isNode(callee['property']) ? callee['property'] : callee;
  return MISSING.has(String(name)) ? String(name) : undefined;
}

const assets = (ending: string): [name: string, text: string][] =>
  readdirSync(ASSETS)
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(join(ASSETS, name), 'utf8')]);

describe('the oldest browsers (decision 024)', () => {
  test('no script of the pages asks more of the language than they have', () => {
    const faults = assets('.js').flatMap(([name, text]) => newerIn(text).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });

  test('the verifier that is opened from the disk asks no more of them either', () => {
    const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(readFileSync(join(DIST, 'verify.html'), 'utf8')) ?? [];
    expect(script.length).toBeGreaterThan(10_000);
    expect(newerIn(script)).toEqual([]);
  });

  test('no rule of a sheet is lost for a list of selectors that they cannot read', () => {
    const lists = assets('.css').flatMap(([name, text]) =>
      [...text.matchAll(/:(?:is|where|-webkit-any)\([^{]*|:not\([^)]*,[^{]*/g)].map(([rule]) => `${name}: ${rule}`),
    );
    expect(lists).toEqual([]);
  });

  test('no chunk brings a library that tries what the pages’ own policy forbids', () => {
    const tries = assets('.js').filter(([, text]) => /(?:new |\W)Function\(/.test(text) || /\Weval\(/.test(text));
    expect(tries.map(([name]) => name)).toEqual([]);
  });

  test('what is lent does what the language does, for lists of numbers too', () => {
    const lists: [list: number[], order: number[]][] = [
      [
        [3, 1, 20, 2],
        [1, 2, 20, 3],
      ],
      [Float64Array.of(3, 1, 20, 2) as unknown as number[], [1, 2, 3, 20]],
    ];
    for (const [list, order] of lists) {
      for (const index of [0, 3, 4, -1, -4, -5, 1.5, Number.NaN])
        expect(LENT.at.call(list, index)).toBe(list.at(index));
      expect(LENT.findLast.call(list, (one) => Number(one) < 20)).toBe(2);
      expect([...LENT.toSorted.call(list)]).toEqual(order);
      expect([...LENT.toSorted.call(list, (a, b) => Number(b) - Number(a))]).toEqual([20, 3, 2, 1]);
      expect([...LENT.toReversed.call(list)]).toEqual([2, 20, 1, 3]);
      expect(list[0]).toBe(3);
    }
    expect([LENT.hasOwn({ a: undefined }, 'a'), LENT.hasOwn({}, 'toString')]).toEqual([true, false]);
  });

  test('each of these can be found', () => {
    expect(newerIn('a ??= b')).toEqual(['??=']);
    expect(newerIn('class A { #b = 1 }')).toEqual(['PropertyDefinition', 'PrivateIdentifier']);
    expect(newerIn('x.findLastIndex(f); x.at(1); crypto.randomUUID?.()')).toEqual(['findLastIndex']);
    expect(newerIn('RegExp(`(?<!a)b`); /(?<=a)b/.test(c)')).toEqual(['look back', 'look back']);
    expect(newerIn('try { RegExp("(?<!a)b") } catch { b() }')).toEqual([]);
  });
});
