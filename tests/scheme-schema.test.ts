import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '#domain/scheme/check.ts';
import { schemeSchema } from '#domain/scheme/document.ts';

const folder = new URL('../schemes/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const published: unknown = JSON.parse(read('scheme.schema.json'));
const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(published as object);

const good = {
  scheme: 's',
  title: '方案',
  components: [
    {
      id: 'LZ',
      label: '履职分',
      opens: { carry: '20%', newcomer: 'mean' },
      groups: [
        { id: 'G', label: '组', groups: [{ id: 'H', label: '小组', cap: { by: 'category', 在职: 5, else: 3 } }] },
      ],
      items: [{ id: 'a', label: '会', basis: 'attendance', each: 1, limits: [{ per: 'month', cap: 2 }], times: '1/3' }],
    },
  ],
};

const copy = (): typeof good => structuredClone(good);
type Loose = Record<string, unknown>;

/** Mistakes that people make, each on a copy of the good document. */
const mistakes: Record<string, (document: ReturnType<typeof copy>) => unknown> = {
  'a key nobody knows': (one) => ({ ...one, komponents: [] }),
  'a key with a typing slip on an item': (one) => void Object.assign(one.components[0]?.items[0] ?? {}, { lable: 'x' }),
  'no title': (one) => ({ ...one, title: undefined }),
  'a component without an id': (one) => void delete (one.components[0] as Loose | undefined)?.['id'],
  'an id with a space': (one) => void Object.assign(one.components[0] ?? {}, { id: 'a b' }),
  'points as text': (one) => void Object.assign(one.components[0]?.items[0] ?? {}, { each: '1分' }),
  'a scope nobody knows': (one) =>
    void Object.assign(one.components[0]?.items[0] ?? {}, { limits: [{ per: 'week', cap: 1 }] }),
  'limits that are no list': (one) =>
    void Object.assign(one.components[0]?.items[0] ?? {}, { limits: { per: 'year', cap: 1 } }),
  'a share in words': (one) => void Object.assign(one.components[0]?.items[0] ?? {}, { times: '一半' }),
  'a negative share': (one) => void Object.assign(one.components[0]?.items[0] ?? {}, { times: -1 }),
  'a basis nobody knows': (one) => void Object.assign(one.components[0]?.items[0] ?? {}, { basis: 'rumour' }),
  'a negative amount for what is missing': (one) =>
    void Object.assign(one.components[0]?.items[0] ?? {}, { each: undefined, once: { yes: 1, missing: -1 } }),
  'components that are no list': (one) => ({ ...one, components: { LZ: {} } }),
  'a day that is no day': (one) => ({ ...one, effective: '2026年1月' }),
  'a document that is a list': (one) => [one],
};

describe('the published JSON Schema', () => {
  test('is drawn from the code (node scripts/docs.mjs)', () =>
    expect(published).toEqual(JSON.parse(JSON.stringify(schemeSchema()))));

  test('accepts every scheme of the project that check reads', () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml') && !one.endsWith('.examples.yaml'))) {
      const document: unknown = parse(read(name));
      if (!check(document).scheme) continue;
      validate(document);
      expect([name, validate.errors]).toEqual([name, null]);
    }
  });

  test('accepts what check accepts', () => {
    expect(check(good).scheme).toBeDefined();
    expect(validate(good)).toBe(true);
  });

  for (const [name, change] of Object.entries(mistakes))
    test(`refuses, as check does, ${name}`, () => {
      const one = copy();
      const wrong = JSON.parse(JSON.stringify(change(one) ?? one));
      expect(check(wrong).scheme).toBeUndefined();
      expect(validate(wrong)).toBe(false);
    });
});
