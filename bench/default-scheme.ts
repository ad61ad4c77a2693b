import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { check } from '#domain/scheme/check.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';

/** The scheme of the primary school, ready to score the measured year. */
export function defaultScheme(): Prepared {
  const { scheme, problems } = check(parse(readFileSync('schemes/primary-school.yaml', 'utf8')));
  if (!scheme) throw new Error(`the default scheme does not pass check: ${JSON.stringify(problems)}`);
  return prepare(scheme, '2026-12-31');
}
