import { type Points, pointsOf } from '#domain/kernel/points.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import { parseRatio, type Ratio } from '#domain/kernel/ratio.ts';

/** A JSON Schema fragment, as published for editors. */
export type JsonSchema = { readonly [key: string]: unknown };

/** What one place of a document may hold: reads it, naming every mistake by path, and says the same as JSON Schema. */
export type Shape<T> = {
  readonly read: (value: unknown, path: string, problems: Problem[]) => T | undefined;
  readonly schema: JsonSchema;
};

/** The type that a shape reads. */
export type Read<S> = S extends Shape<infer T> ? T : never;

/** A key of an object that may be left out. */
export type Optional<T> = { readonly optional: Shape<T> };

type Fields = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>;
type Present<F extends Fields> = { readonly [K in keyof F as F[K] extends Shape<unknown> ? K : never]: Read<F[K]> };
type Absent<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Shape<unknown> ? never : K]?: F[K] extends Optional<infer T> ? T : never;
};

function fail(
  problems: Problem[],
  code: string,
  path: string,
  params: Record<string, string | number> = {},
): undefined {
  problems.push({ severity: 'error', code: `scheme.${code}`, path, params });
  return undefined;
}

/** A short quotation of what stands there, for the problem's sentence; what holds other things is named by its kind alone, however deep it goes. */
function quote(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (isRecord(value)) return '{…}';
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Text of 1 to `most` characters, trimmed; a number standing where text is expected is taken as written. */
export function text(most = 200): Shape<string> {
  return {
    read(value, path, problems) {
      if (typeof value !== 'string' && typeof value !== 'number')
        return fail(problems, 'not-text', path, { found: quote(value) });
      const trimmed = String(value).trim();
      if (trimmed === '') return fail(problems, 'empty-text', path);
      return Array.from(trimmed).length > most ? fail(problems, 'text-too-long', path, { most }) : trimmed;
    },
    schema: { type: ['string', 'number'], minLength: 1, maxLength: most },
  };
}

/** Text of a fixed form. */
export function matching(pattern: RegExp, code: string): Shape<string> {
  return {
    read(value, path, problems) {
      const found = typeof value === 'number' ? String(value) : value;
      return typeof found === 'string' && pattern.test(found)
        ? found
        : fail(problems, code, path, { found: quote(value) });
    },
    schema: { type: ['string', 'number'], pattern: pattern.source },
  };
}

/** One word of a closed list. */
export function oneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return {
    read(value, path, problems) {
      const found = words.find((word) => word === value);
      return found ?? fail(problems, 'not-one-of', path, { found: quote(value), words: words.join(', ') });
    },
    schema: { enum: words },
  };
}

/** Yes or no. */
export const flag: Shape<boolean> = {
  read: (value, path, problems) =>
    typeof value === 'boolean' ? value : fail(problems, 'not-yes-or-no', path, { found: quote(value) }),
  schema: { type: 'boolean' },
};

/** Points, or another quantity with up to four decimals, as a whole number of 1/10000. */
export function points(least = -1_000_000, most = 1_000_000): Shape<Points> {
  return {
    read(value, path, problems) {
      if (typeof value !== 'number') return fail(problems, 'not-a-number', path, { found: quote(value) });
      const read = pointsOf(value);
      if (read === undefined) return fail(problems, 'too-fine', path, { found: quote(value) });
      return value < least || value > most ? fail(problems, 'out-of-range', path, { found: value, least, most }) : read;
    },
    schema: { type: 'number', minimum: least, maximum: most },
  };
}

/** A whole number in a range. */
export function whole(least: number, most: number): Shape<number> {
  return {
    read(value, path, problems) {
      if (typeof value !== 'number' || !Number.isInteger(value))
        return fail(problems, 'not-whole', path, { found: quote(value) });
      return value < least || value > most
        ? fail(problems, 'out-of-range', path, { found: value, least, most })
        : value;
    },
    schema: { type: 'integer', minimum: least, maximum: most },
  };
}

/** A share written 0.2, "1/3" or "20%". */
export const share: Shape<Ratio> = {
  read(value, path, problems) {
    const ratio = typeof value === 'number' || typeof value === 'string' ? parseRatio(value) : undefined;
    return ratio ?? fail(problems, 'not-a-share', path, { found: quote(value) });
  },
  schema: {
    oneOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', pattern: '^\\s*[0-9.]+\\s*([%％]|[/／]\\s*[0-9]+)\\s*$' },
    ],
  },
};

/** A list of at least `least` and at most `most` things. */
export function list<T>(each: Shape<T>, least = 0, most = 1000): Shape<readonly T[]> {
  return {
    read(value, path, problems) {
      if (!Array.isArray(value)) return fail(problems, 'not-a-list', path, { found: quote(value) });
      if (value.length < least) return fail(problems, 'too-few', path, { least });
      if (value.length > most) return fail(problems, 'too-many', path, { most });
      const read = value.map((entry, at) => each.read(entry, `${path}[${at}]`, problems));
      return read.filter((entry) => entry !== undefined);
    },
    schema: { type: 'array', items: each.schema, minItems: least, maxItems: most },
  };
}

/** An object whose keys people choose, such as levels by name; kept in the order written. */
export function table<T>(each: Shape<T>): Shape<ReadonlyMap<string, T>> {
  return {
    read(value, path, problems) {
      if (!isRecord(value)) return fail(problems, 'not-a-table', path, { found: quote(value) });
      const read = new Map<string, T>();
      for (const [key, entry] of Object.entries(value)) {
        const one = each.read(entry, `${path}.${quote(key)}`, problems);
        if (one !== undefined) read.set(key.trim(), one);
      }
      return read;
    },
    schema: { type: 'object', additionalProperties: each.schema },
  };
}

/** Marks a key that may be left out. */
export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape };
}

/** Whether the value is an object with keys (no list, no null). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with these keys and no others; every unknown and every missing key is named. */
export function object<F extends Fields>(fields: F): Shape<Present<F> & Absent<F>> {
  const names = Object.keys(fields);
  return {
    read(value, path, problems) {
      if (!isRecord(value))
        return fail(problems, 'not-an-object', path, { found: quote(value), keys: names.join(', ') });
      const before = problems.length;
      const read: Record<string, unknown> = {};
      for (const key of Object.keys(value)) {
        if (!Object.hasOwn(fields, key))
          fail(problems, 'unknown-key', join(path, quote(key)), { key: quote(key), keys: names.join(', ') });
      }
      for (const key of names) {
        const field = fields[key];
        if (field === undefined) continue;
        const shape = 'optional' in field ? field.optional : field;
        if (Object.hasOwn(value, key) && value[key] !== undefined && value[key] !== null) {
          const one = shape.read(value[key], join(path, key), problems);
          if (one !== undefined) read[key] = one;
        } else if (!('optional' in field)) fail(problems, 'missing-key', join(path, key), { key });
      }
      const complete = names.every((key) => 'optional' in (fields[key] ?? { optional: 0 }) || read[key] !== undefined);
      if (!complete && problems.length === before) fail(problems, 'missing-key', path, { key: '' });
      return complete ? (read as Present<F> & Absent<F>) : undefined;
    },
    get schema() {
      const properties = Object.fromEntries(names.map((key) => [key, shapeOf(fields, key).schema]));
      const required = names.filter((key) => !('optional' in (fields[key] ?? {})));
      return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 && { required }) };
    },
  };
}

function shapeOf(fields: Fields, key: string): Shape<unknown> {
  const field = fields[key];
  if (field === undefined) throw new RangeError(key);
  return 'optional' in field ? field.optional : field;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** A place where short and long writing are both allowed: the first shape whose test accepts the value reads it. */
export function either<A, B>(accepts: (value: unknown) => boolean, first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return {
    read: (value, path, problems) =>
      accepts(value) ? first.read(value, path, problems) : second.read(value, path, problems),
    get schema() {
      return { anyOf: [first.schema, second.schema] };
    },
  };
}

/** Turns what a shape reads into another form, without saying anything new about what may stand there. */
export function as<A, B>(shape: Shape<A>, turn: (read: A) => B): Shape<B> {
  return {
    read(value, path, problems) {
      const read = shape.read(value, path, problems);
      return read === undefined ? undefined : turn(read);
    },
    get schema() {
      return shape.schema;
    },
  };
}

/** A shape that contains itself, such as a group in a group: published under a name and referred to. */
export function recursive<T>(name: string, make: () => Shape<T>): Shape<T> {
  let made: Shape<T> | undefined;
  return {
    read(value, path, problems) {
      made ??= make();
      // Twelve levels are more than any printed scheme has; a deeper document is an attack on the stack.
      if (path.length > 400) return fail(problems, 'too-deep', path);
      return made.read(value, path, problems);
    },
    schema: { $ref: `#/$defs/${name}` },
  };
}

/** A shape that stands in many places: published once under a name and referred to. */
export function named<T>(name: string, shape: Shape<T>): Shape<T> & { readonly published: Shape<T> } {
  return { read: shape.read, schema: { $ref: `#/$defs/${name}` }, published: shape };
}
