import type { Day } from '#domain/kernel/day.ts';
import type { Problem } from '#domain/kernel/problem.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { versionOn } from '#domain/score/prepare.ts';
import { problem } from '#intake/report.ts';
import type { LoadedScheme } from './load-scheme.ts';

/** The schemes 方案 by which members are scored, versions of one in the order of their days, and what is wrong with taking them so. */
export function takeVersions(
  files: readonly string[],
  loaded: readonly LoadedScheme[],
): { readonly schemes: readonly Scheme[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const [first] = loaded;
  const days = new Set<Day>();
  for (const [at, { scheme, problems: own }] of loaded.entries()) {
    const place = { file: files[at] ?? '' };
    if (!scheme) problems.push(...own);
    else {
      const { scheme: id, title, readOnly, effective = '' } = scheme.document;
      const other = first?.scheme?.document.scheme ?? id;
      if (readOnly !== undefined) problems.push(problem('intake.scheme-read-only', place, { title, why: readOnly }));
      if (id !== other) problems.push(problem('intake.versions-differ', place, { title, scheme: id, first: other }));
      else if (days.has(effective))
        problems.push(problem('intake.versions-same-day', place, { title, day: effective || '—' }));
      days.add(effective);
    }
  }
  const schemes = loaded.flatMap(({ scheme }) => scheme ?? []);
  const effective = ({ document }: Scheme): Day => document.effective ?? '';
  return { schemes: schemes.toSorted((a, b) => (effective(a) < effective(b) ? -1 : 1)), problems };
}

/** Warns of facts whose item the version in force on their day has not: they earn nothing. One warning an item and version. */
export function notInForce(
  versions: readonly Scheme[],
  facts: Iterable<{ readonly item: string; readonly day: Day }>,
  file: string,
): readonly Problem[] {
  if (versions.length < 2) return [];
  const counts = new Map<Scheme, Map<string, number>>();
  for (const { item, day } of facts) {
    const version = versionOn(versions, day);
    if (item.includes(':') || version.nodes.has(item)) continue;
    const own = counts.get(version) ?? new Map<string, number>();
    counts.set(version, own.set(item, (own.get(item) ?? 0) + 1));
  }
  return versions.flatMap((version) =>
    [...(counts.get(version) ?? [])].map(([item, count]) => {
      const label = versions.flatMap(({ nodes }) => nodes.get(item)?.node.label ?? [])[0] ?? item;
      const params = { item: label, from: version.document.effective ?? '—', count };
      return problem('intake.item-not-in-force', { file }, params, 'warning');
    }),
  );
}
