import { harmless, type Problem } from '#domain/kernel/problem.ts';
import { checkAmounts } from './check/amounts.ts';
import { checkBands, checkRank } from './check/bands.ts';
import { checkBasis } from './check/basis.ts';
import { checkBounds, checkRoom } from './check/bounds.ts';
import { checkCategories } from './check/categories.ts';
import { checkConcerns } from './check/concerns.ts';
import { checkConditions, checkRanges, checkVetoesAtOnce } from './check/conditions.ts';
import { checkCycle } from './check/cycle.ts';
import { checkLabels } from './check/labels.ts';
import { checkNames } from './check/names.ts';
import { checkProcess, checkQuotas } from './check/process.ts';
import { checkReferences } from './check/references.ts';
import type { Rule } from './check/rule.ts';
import { checkSource } from './check/source.ts';
import { checkSteps } from './check/steps.ts';
import { checkFloor, checkSums } from './check/sums.ts';
import { checkValues } from './check/values.ts';
import { document } from './document.ts';
import { asScheme, type Scheme, walk } from './scheme.ts';

/** What `check` finds: every problem at once, and the scheme when nothing stops it from being scored. */
export type Checked = { readonly problems: readonly Problem[]; readonly scheme?: Scheme };

const RULES: readonly Rule[] = [
  checkNames,
  checkLabels,
  checkReferences,
  checkCategories,
  checkConditions,
  checkRanges,
  checkBounds,
  checkValues,
  checkAmounts,
  checkConcerns,
  checkCycle,
  checkProcess,
  checkQuotas,
  checkBasis,
  checkRoom,
  checkVetoesAtOnce,
  checkSteps,
  checkBands,
  checkRank,
  checkSums,
  checkFloor,
  checkSource,
];

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
