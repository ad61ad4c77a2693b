import type { Day } from '#domain/kernel/day.ts';

/** The scheme 方案 of every seeded branch, as written and as data: the example scheme, whose items the seed declares. */
export type SeedScheme = { readonly source: string; readonly document: Readonly<Record<string, unknown>> };

/** A version of the scheme with its first day, in text and data alike. */
export function schemeFrom({ source, document }: SeedScheme, version: number, effective: Day) {
  return {
    version,
    effective,
    source: source
      .replace(/^version: .*$/m, `version: ${version}`)
      .replace(/^effective: .*$/m, `effective: ${effective}`),
    document: { ...document, version, effective },
  };
}
