import { harmless, type Problem } from '#domain/kernel/problem.ts';
import { checkBasis } from './check/basis.ts';
import { checkNames } from './check/names.ts';
import type { Rule } from './check/rule.ts';
import { document } from './document.ts';
import { asScheme, type Scheme, walk } from './scheme.ts';

/** What `check` finds: every problem at once, and the scheme when nothing stops it from being scored. */
export type Checked = { readonly problems: readonly Problem[]; readonly scheme?: Scheme };

const RULES: readonly Rule[] = [checkNames, checkBasis];

/**
 * Checks 检查 a scheme document: errors (cannot be scored), warnings and refusals, each with path and clause, all at once.
 * A document marked `historical` is kept to prove expressiveness: its refusals are reported and it can still be evaluated.
 */
export function check(value: unknown): Checked {
  const problems: Problem[] = [];
  const read = document.read(value, '', problems);
  if (read === undefined || problems.length > 0) return { problems };
  const nodes = walk(read);
  for (const rule of RULES) problems.push(...rule(read, nodes));
  const stops = problems.filter((problem) => !(read.historical === true && problem.severity === 'refusal'));
  return harmless(stops) ? { problems, scheme: asScheme(read, nodes) } : { problems };
}
