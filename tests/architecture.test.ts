import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as house from './architecture.ts';

const root = new URL('..', import.meta.url);

/** All TypeScript below a folder of the project. */
function read(folder: string): house.Source[] {
  try {
    return readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
  } catch {
    return []; // a folder that nobody has needed yet
  }
}

const src = read('src');
const everything = [...src, ...read('tests'), ...read('bench')];

/** A made-up file, to prove that a rule can fail. */
const file = (path: string, ...lines: string[]): house.Source => ({ path, text: lines.join('\n') });

describe('the walls of the house', () => {
  test('there is a house', () => expect(src.length).toBeGreaterThan(0));
  test('imports go only downward over the floors', () => expect(house.downward(src)).toEqual([]));
  test('inside the domain imports follow the order of the rooms', () => expect(house.roomOrder(src)).toEqual([]));
  test('the pure floors import no package and nothing of Node', () => expect(house.purity(src)).toEqual([]));
  test('the domain has no clock, no chance and no locale', () => expect(house.timeless(src)).toEqual([]));
  test('imports name their floor or a sibling, with the extension', () =>
    expect(house.importStyle(everything)).toEqual([]));
  test('no file reaches itself over its imports', () => expect(house.noCircles(everything)).toEqual([]));
  test('names say what is inside, and there are no barrels', () => expect(house.names(everything)).toEqual([]));
  test('no file is longer than 400 lines', () => expect(house.length(everything)).toEqual([]));
  test('every export has a docstring', () => expect(house.docstrings(src)).toEqual([]));
  test('nothing is typed any', () => expect(house.noAny(everything)).toEqual([]));
  test('pages have no Chinese marks of their own', () => expect(house.ownMarks(src)).toEqual([]));

  test('the tsconfig of each floor references what the floor may import', () => {
    const references = Object.keys(house.floors).map((floor) => {
      const config: { references: { path: string }[] } = JSON.parse(
        readFileSync(new URL(`tsconfig/${floor}.json`, root), 'utf8'),
      );
      return [floor, config.references.map(({ path }) => path.slice(2, -'.json'.length))];
    });
    expect(Object.fromEntries(references)).toEqual(house.floors);
  });
});

describe('each wall can fail', () => {
  test('a floor that imports upward is named', () => {
    const [fault] = house.downward([file('src/store/ledger.ts', `import { perform } from '#service/perform.ts';`)]);
    expect(fault).toContain('src/store/ledger.ts: store may not import #service/perform.ts');
    expect(house.downward([file('src/web/call.ts', `const x = await import('#server/app.ts');`)])).toHaveLength(1);
    expect(house.downward([file('src/domain/score/a.ts', `export type { Key } from '#words/zh-CN.ts';`)])).toHaveLength(
      1,
    );
    expect(house.downward([file('src/attic/a.ts', `import '#domain/kernel/day.ts';`)])).toHaveLength(1);
    expect(house.downward([file('src/words/en.ts', `import { a } from '#domain/kernel/day.ts';`)])).toEqual([]);
  });

  test('a room that imports a later room is named', () => {
    const [fault] = house.roomOrder([file('src/domain/scheme/item.ts', `import { x } from '#domain/score/total.ts';`)]);
    expect(fault).toContain('domain/scheme may not import #domain/score/total.ts');
    expect(house.roomOrder([file('src/domain/kernel/a.ts', `import '#domain/ledger/fact.ts';`)])).toHaveLength(1);
    expect(house.roomOrder([file('src/domain/cellar/a.ts', `import './b.ts';`)])).toHaveLength(1);
    expect(house.roomOrder([file('src/domain/score/a.ts', `import '#domain/ledger/fact.ts';`)])).toEqual([]);
  });

  test('a package or a piece of Node in a pure floor is named', () => {
    expect(house.purity([file('src/domain/kernel/a.ts', `import { z } from 'zod';`)])[0]).toContain('"zod"');
    expect(house.purity([file('src/verifier/a.ts', `import { createHash } from 'node:crypto';`)])).toHaveLength(1);
    expect(house.purity([file('src/domain/kernel/a.test.ts', `import { test } from 'vitest';`)])).toEqual([]);
    expect(house.purity([file('src/domain/kernel/a.ts', `// import { z } from 'zod';`)])).toEqual([]);
    expect(house.purity([file('src/domain/kernel/a.ts', 'const text = `import "zod"`;')])).toEqual([]);
  });

  test('a clock, chance or locale in the domain is named', () => {
    const used = [
      'Date.now()',
      'new Date()',
      'Math.random()',
      'new Intl.Collator()',
      `a.localeCompare(b)`,
      '(1).toLocaleString()',
    ];
    for (const expression of used) {
      expect(house.timeless([file('src/domain/kernel/a.ts', `const x = ${expression};`)]), expression).toHaveLength(1);
    }
    expect(house.timeless([file('src/domain/kernel/a.ts', `const x = 'new Date()'; // Date.now()`)])).toEqual([]);
  });

  test('a climbing or nameless import is named', () => {
    for (const specifier of ['../kernel/day.ts', '#domain/kernel/day', './day', './day.test.ts']) {
      expect(house.importStyle([file('src/domain/score/a.ts', `import '${specifier}';`)]), specifier).toHaveLength(1);
    }
    expect(
      house.importStyle([file('src/web/a.tsx', `import './a.css';`, `import logo from './logo.svg?url';`)]),
    ).toEqual([]);
  });

  test('a circle is named with its whole way', () => {
    const faults = house.noCircles([
      file('src/store/a.ts', `import type { B } from './b.ts';`),
      file('src/store/b.ts', `import { c } from '#store/c.ts';`),
      file('src/store/c.ts', `export { a } from './a.ts';`),
    ]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('src/store/a.ts → src/store/b.ts → src/store/c.ts → src/store/a.ts');
  });

  test('a name that says nothing is named', () => {
    for (const path of [
      'src/web/utils/a.ts',
      'src/store/helpers.ts',
      'src/shared/a.ts',
      'src/cli/common.test.ts',
      'src/web/ui/index.ts',
    ]) {
      expect(house.names([file(path)]), path).toHaveLength(1);
    }
    expect(house.names([file('src/domain/kernel/utility-of-rules.ts')])).toEqual([]);
  });

  test('a long file is named', () => {
    expect(house.length([file('src/store/a.ts', ...Array<string>(401).fill('x'))])[0]).toContain('401 lines');
    expect(house.length([file('src/store/a.ts', ...Array<string>(400).fill('x'))])).toEqual([]);
  });

  test('an export without docstring is named with its line', () => {
    const bare = ['', 'export const a = 1;', '// no', 'export function b() {}', '/* no */', 'export type C = 1;'];
    expect(house.docstrings([file('src/store/a.ts', ...bare)])).toHaveLength(3);
    expect(house.docstrings([file('src/store/a.ts', ...bare)])[0]).toContain('src/store/a.ts:2: export "a"');
    const told = ['/** One. */', 'export const a = 1;', '/**', ' * Two.', ' */', 'export async function b() {}'];
    expect(house.docstrings([file('src/store/a.ts', ...told)])).toEqual([]);
    expect(house.docstrings([file('src/web/pages/a.tsx', ...bare), file('src/store/a.test.ts', ...bare)])).toEqual([]);
  });

  test('a Chinese mark in a page is named, in its comments it is not', () => {
    expect(house.ownMarks([file('src/web/pages/a.tsx', '{text.rule}：{rule}')])).toHaveLength(1);
    expect(house.ownMarks([file('src/web/pages/a.tsx', '/** One（甲）. */', '{a}{marks.colon}{b}')])).toEqual([]);
  });

  test('any is named, the word in a sentence or a name is not', () => {
    for (const line of [
      'let a: any;',
      'const b = c as any;',
      'Array<any>',
      'Map<string, any>',
      'type D = any;',
      'let e: string | any[];',
    ]) {
      expect(house.noAny([file('src/store/a.ts', line)]), line).toHaveLength(1);
    }
    for (const line of [
      '// a: any',
      `const b = 'as any';`,
      'z.any()',
      '{ any: 1 }',
      'const any = 1;',
      'if (a, any.b) {}',
    ]) {
      expect(house.noAny([file('src/store/a.ts', line)]), line).toEqual([]);
    }
  });
});
