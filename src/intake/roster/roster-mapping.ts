import type { Problem } from '#domain/kernel/problem.ts';
import { problem } from '#intake/report.ts';
import type { RosterHeading } from './read-roster.ts';
import { ROSTER_HEADINGS, type RosterMapping, rosterField } from './roster-headings.ts';

const LARGEST = 100_000;

/** Reads a mapping 表头对应 of local headings to columns from its text; a heading without a column is not read. */
export function readMapping(
  text: string,
  file: string,
): { readonly mapping: RosterMapping; readonly problems: readonly Problem[] } {
  const value = parsed(text);
  if (value === undefined) return { mapping: {}, problems: [problem('intake.mapping-form', { file })] };
  const known = Object.values<readonly string[]>(ROSTER_HEADINGS)
    .map((names) => names[0])
    .join('、');
  const problems = Object.entries(value)
    .filter(([, name]) => name !== '' && rosterField(name) === undefined)
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

/** The mapping by which a file was read, to be kept and corrected: what nobody knows stands with nothing beside it. */
export function mappingOf(headings: readonly RosterHeading[]): RosterMapping {
  return Object.fromEntries(headings.map(({ heading, field = '' }) => [heading, field]));
}
