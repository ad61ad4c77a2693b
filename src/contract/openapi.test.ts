import { expect, test } from 'vitest';
import { api } from './api.ts';
import type { Endpoint } from './endpoint.ts';
import { openapi } from './openapi.ts';
import { pathOf } from './path.ts';
import { sessionApi } from './session.ts';

type Operation = {
  readonly operationId?: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: object;
};

const document = JSON.parse(JSON.stringify(openapi('0.1.0'))) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: object };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

test('the document describes every action under its name, with security marked and errors told', () => {
  expect(document.openapi).toBe('3.1.0');
  for (const [action, { method, access }] of Object.entries<Endpoint>({ ...api, ...sessionApi })) {
    const operation = document.paths[pathOf(action)]?.[method.toLowerCase()];
    expect(operation, action).toMatchObject({ operationId: action });
    expect(operation?.security, action).toEqual(access === 'signed-in' ? [{ session: [] }, { token: [] }] : []);
    const codes = action in api && method === 'POST' ? ['200', '202', 'default'] : ['200', 'default'];
    expect(Object.keys(operation?.responses ?? {}), action).toEqual(codes);
  }
});

test('every operation has a summary, its security, and says what else it may answer', () => {
  for (const [name, operation] of operations) {
    expect(operation, name).toMatchObject({ summary: expect.any(String), security: expect.any(Array) });
    expect(operation.responses, name).toHaveProperty('default');
    for (const way of operation.security.flatMap(Object.keys))
      expect(document.components.securitySchemes).toHaveProperty(way);
  }
});

test('every reference leads to a schema of the document', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to ?? '');
  expect(references.length).toBeGreaterThan(10);
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.filter((to) => !known.includes(to))).toEqual([]);
});

test('whatever is taken has its limits: objects take no further properties, texts and lists and numbers have a most', () => {
  const unlimited = operations.flatMap(([name, { requestBody, parameters = [] }]) => [
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => loose(schema, name)),
    ...parameters.flatMap((one) => loose(one.schema, `${name}?${one.name}`)),
  ]);
  expect(unlimited.filter((at) => !/^post \/(join\/|init|sign-in)/.test(at))).toEqual([]);
});

test('objects take no further properties', () => {
  const { Score, Explanation } = document.components.schemas;
  expect([Score, Explanation]).toMatchObject([{ additionalProperties: false }, { additionalProperties: false }]);
});

/** Where a schema lets in without a limit. */
function loose(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const one = schema as Record<string, unknown>;
  const has = (name: string): boolean => one[name] !== undefined;
  const faults: string[] = [];
  if (one['type'] === 'string' && !['maxLength', 'enum', 'const', 'pattern'].some(has)) faults.push(at);
  if (one['type'] === 'array' && !has('maxItems')) faults.push(at);
  if (['integer', 'number'].includes(String(one['type'])) && !(has('minimum') || has('exclusiveMinimum')))
    faults.push(at);
  if (one['type'] === 'object' && one['additionalProperties'] !== false && !has('propertyNames')) faults.push(at);
  const { properties = {}, items, anyOf = [], oneOf = [], allOf = [], additionalProperties } = one;
  const inner = [...Object.entries(properties as object), ['[]', items], ['{}', additionalProperties]] as const;
  const ways = [anyOf, oneOf, allOf].flatMap((list) => list as unknown[]);
  return [
    ...faults,
    ...inner.flatMap(([name, inside]) => loose(inside, `${at}.${name}`)),
    ...ways.flatMap((way) => loose(way, at)),
  ];
}
