import fc from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;

/** What there is, by the name of the field that takes it; under `*` every id. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Texts that have broken other programs: what no database keeps, what means something elsewhere, days that there are not. */
const HOSTILE = [
  'a\u0000b',
  '\ud800',
  '\ufeff',
  "' or 1=1 --",
  '%00',
  '../../etc/passwd',
  '<script>',
  '__proto__',
  'constructor',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '2026-13',
  '2026Q9',
  'NaN',
  '1e309',
  '',
  ' ',
  '\u202e',
  '🀄'.repeat(20),
];

/** What comes as the body of a request 随机请求: mostly in the form of its schema, with ids that there are, at times with one field broken, at times anything. */
export function bodiesOf(schema: Schema, ids: Known): fc.Arbitrary<string> {
  const shaped = shapeOf(schema, ids).map((body) => JSON.stringify(body));
  const broken = fc
    .tuple(shapeOf(schema, ids), fc.nat(), fc.oneof(fc.jsonValue(), fc.constantFrom(...HOSTILE)))
    .map(([body, at, value]) => {
      if (typeof body !== 'object' || body === null) return JSON.stringify(value);
      const names = Object.keys(body);
      return JSON.stringify({ ...body, [names[at % Math.max(1, names.length)] ?? 'x']: value });
    });
  const anything = fc.oneof(
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.string({ maxLength: 100 }),
    fc.constantFrom(
      '',
      '{',
      '[]',
      'null',
      '{"__proto__":{"x":1}}',
      '['.repeat(4000) + ']'.repeat(4000),
      '{"branch":1e400}',
    ),
  );
  return fc.oneof(
    { weight: 6, arbitrary: shaped },
    { weight: 3, arbitrary: broken },
    { weight: 1, arbitrary: anything },
  );
}

function shapeOf(schema: Schema, ids: Known): fc.Arbitrary<unknown> {
  const inner = (value: unknown): fc.Arbitrary<unknown> => shapeOf(value as Schema, ids);
  if (schema['$ref'] !== undefined) return fc.jsonValue();
  if (schema['const'] !== undefined) return fc.constant(schema['const']);
  for (const ways of [schema['enum'], schema['anyOf'], schema['oneOf']])
    if (Array.isArray(ways))
      return fc.oneof(...ways.map((way: unknown) => (ways === schema['enum'] ? fc.constant(way) : inner(way))));
  switch (schema['type']) {
    case 'string':
      return textOf(schema, ids);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: whole(schema['minimum'], -1e12), max: whole(schema['maximum'], 1e12) });
    case 'array':
      return fc.array(inner(schema['items']), { maxLength: 4 });
    case 'object':
      return objectOf(schema, inner, ids);
    default:
      return fc.jsonValue();
  }
}

function objectOf(
  schema: Schema,
  inner: (value: unknown) => fc.Arbitrary<unknown>,
  known: Known,
): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === 'object')
    return fc.dictionary(fc.string({ maxLength: 20 }), inner(additionalProperties), { maxKeys: 3 });
  const shapes = Object.entries(properties as object).map(([name, value]) => {
    const right = known[name];
    const other = inner(value);
    return [name, right ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...right) }, other) : other] as const;
  });
  return fc.record(Object.fromEntries(shapes), { requiredKeys: required as string[] });
}

function textOf({ pattern, maxLength }: Schema, ids: Known): fc.Arbitrary<string> {
  if (typeof pattern === 'string')
    return fc.oneof(
      { weight: 4, arbitrary: fc.stringMatching(new RegExp(pattern)) },
      { weight: 4, arbitrary: fc.constantFrom('2026-03-10', '2026-04-01', '2026-03', '2026Q1') },
      { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
    );
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...(ids['*'] ?? ['x'])) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(60, whole(maxLength, 60)) }) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  );
}

function whole(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? Math.max(-1e12, Math.min(1e12, value)) : otherwise;
}
