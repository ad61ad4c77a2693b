import { expect, test } from 'vitest';
import { api } from './api.ts';
import { openapi } from './openapi.ts';
import { pathOf } from './path.ts';

const document = JSON.parse(JSON.stringify(openapi('0.1.0'))) as {
  openapi: string;
  paths: Record<string, Record<string, { operationId?: string; security?: unknown; responses: object }>>;
  components: { schemas: Record<string, object> };
};

test('the document describes every action under its name, with security marked and errors told', () => {
  expect(document.openapi).toBe('3.1.0');
  for (const [action, { method }] of Object.entries(api)) {
    const operation = document.paths[pathOf(action)]?.[method.toLowerCase()];
    expect(operation, action).toMatchObject({ operationId: action, security: [] });
    expect(Object.keys(operation?.responses ?? {})).toEqual(['200', 'default']);
  }
});

test('every reference leads to a schema of the document', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to ?? '');
  expect(references.length).toBeGreaterThan(10);
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.filter((to) => !known.includes(to))).toEqual([]);
});

test('objects take no further properties', () => {
  const { Score, Explanation } = document.components.schemas;
  expect([Score, Explanation]).toMatchObject([{ additionalProperties: false }, { additionalProperties: false }]);
});
