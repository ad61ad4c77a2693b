import type { Problem } from '#domain/kernel/problem.ts';
import { type Headings, headingKey, lookup } from './headings.ts';
import { problem } from './report.ts';
import { clean } from './text/clean.ts';

/** Which local heading stands for which column 表头对应: the usual name of a column, or nothing where it is not to be read. */
export type Mapping = Readonly<Record<string, string>>;

/** A heading and the usual name of the column as which it is read; empty where it is not. */
export type MappedHeading = { readonly heading: string; readonly field: string };

/** What becomes of a column 栏目用途: kept, read for checking and then dropped, not read at all. */
export type ColumnUse = 'kept' | 'checked' | 'dropped' | 'unknown';

/** A heading 表头 of the file: where it stands, as which column it was read, and what becomes of what stands under it. */
export type ReadHeading = {
  readonly heading: string;
  readonly column: string;
  readonly sheet?: string;
  /** The usual name of the column; none where nobody knows it. */
  readonly field?: string;
  readonly use: ColumnUse;
  /** Set where it is read so only because an earlier import of the branch was. */
  readonly remembered?: true;
};

const LARGEST = 100_000;

/** Headings by their compared form with the columns they are read as, the branch's own ones first. */
export function mappedFields<F extends string>(headings: Headings<F>, mapping: Mapping = {}): ReadonlyMap<string, F> {
  const usual = lookup(headings);
  const fields = new Map(usual);
  for (const [heading, name] of Object.entries(mapping)) {
    const [field, key] = [usual.get(keyOf(name)), keyOf(heading)];
    if (field === undefined) fields.delete(key);
    else fields.set(key, field);
  }
  return fields;
}

/** Reads a mapping of local headings to columns from its text; a heading without a column is not read. Without headings its columns are not checked here. */
export function readMapping(
  text: string,
  file: string,
  headings: Headings<string> | undefined,
): { readonly mapping: Mapping; readonly problems: readonly Problem[] } {
  const value = parsed(text);
  if (value === undefined) return { mapping: {}, problems: [problem('intake.mapping-form', { file })] };
  if (!headings) return { mapping: value, problems: [] };
  const usual = lookup(headings);
  const known = usualNames(headings).join('、');
  const problems = Object.entries(value)
    .filter(([, name]) => name !== '' && !usual.has(keyOf(name)))
    .map(([heading, name]) =>
      problem('intake.mapping-unknown', { file }, { heading: heading.slice(0, 40), text: name.slice(0, 40), known }),
    );
  return { mapping: value, problems };
}

function parsed(text: string): Record<string, string> | undefined {
  if (text.length > LARGEST) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
      ? Object.fromEntries(entries)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The columns that a heading can be, each by its usual name. */
export function usualNames(headings: Headings<string>): readonly string[] {
  return Object.values(headings).flatMap((names) => names.slice(0, 1));
}

/** The mapping by which a file was read, to be kept and corrected: what nobody knows stands with nothing beside it. */
export function mappingOf(headings: readonly ReadHeading[]): Mapping {
  return Object.fromEntries(headings.map(({ heading, field = '' }) => [heading, field]));
}

/** A mapping as one of pairs; of headings that come twice the last holds. */
export function mappingFrom(pairs: readonly MappedHeading[]): Mapping {
  return Object.fromEntries(pairs.map(({ heading, field }) => [heading, field]));
}

/** What a person said of a file's headings 对应方式, now or at an earlier import: which to keep with this one, and which were read by the earlier word alone. */
export function saidOf<F extends string>(
  headings: readonly ReadHeading[],
  known: Headings<F>,
  { given, remembered }: { readonly given: Mapping; readonly remembered: Mapping },
): { readonly headings: readonly ReadHeading[]; readonly pairs: readonly MappedHeading[] } {
  const usual = lookup(known);
  const [now, before] = [keysOf(given), keysOf(remembered)];
  const pairs = new Map<string, MappedHeading>();
  const marked = headings.map((one) => {
    const key = keyOf(one.heading);
    if (!now.has(key) && !before.has(key)) return one;
    pairs.set(key, { heading: one.heading, field: one.field ?? '' });
    const name = usual.get(key);
    const unsaid = name === undefined ? undefined : known[name][0];
    const said = one.field === undefined ? { ...one, use: 'dropped' as const } : one;
    return now.has(key) || unsaid === one.field ? said : { ...said, remembered: true as const };
  });
  return { headings: marked, pairs: [...pairs.values()] };
}

function keysOf(mapping: Mapping): ReadonlySet<string> {
  return new Set(Object.keys(mapping).map(keyOf));
}

function keyOf(heading: string): string {
  return headingKey(clean(heading));
}
