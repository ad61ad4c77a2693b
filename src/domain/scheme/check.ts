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
import { clauseAt, mended } from './mend.ts';
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

// What follows from a place that could not be read is no mistake of its own.
const CONSEQUENCES =
  /^scheme\.(no-value|unknown-|without-value|items-|components-|no-components|band-|bands-|no-floor|no-number|limit-empty|condition-empty|extra-neither|quota-without|veto-without|lost-without)/;

/**
 * Checks 检查 a scheme document: errors (cannot be scored), warnings and refusals, each with path and clause, all at once.
 * A document marked `historical` is kept to prove expressiveness: its refusals are reported and it can still be evaluated.
 */
export function check(value: unknown): Checked {
  const problems: Problem[] = [];
  const read = document.read(value, '', problems);
  if (read === undefined || problems.length > 0)
    return { problems: [...problems.map((one) => withClause(value, one)), ...rest(value, problems)] };
  const nodes = walk(read);
  for (const rule of RULES) problems.push(...rule(read, nodes));
  const stops = problems.filter((problem) => !(read.historical === true && problem.severity === 'refusal'));
  return harmless(stops) ? { problems, scheme: asScheme(read, nodes) } : { problems };
}

function withClause(value: unknown, problem: Problem): Problem {
  const clause = clauseAt(value, problem.path ?? '');
  return clause === undefined ? problem : { ...problem, clause };
}

/** What the rules say of a document some places of which cannot be read: those places are left out and what only follows from that is not said. */
function rest(value: unknown, problems: readonly Problem[]): readonly Problem[] {
  const whole: Problem[] = [];
  const copy = mended(value, problems);
  const read = copy === undefined ? undefined : document.read(copy, '', whole);
  if (read === undefined || whole.length > 0) return [];
  const nodes = walk(read);
  return RULES.flatMap((rule) => rule(read, nodes)).filter((problem) => !CONSEQUENCES.test(problem.code));
}
