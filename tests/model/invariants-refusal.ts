import { REFUSALS as API, isApiCode } from '#contract/problem.ts';
import { permissionOf } from '#domain/permission/table.ts';
import { REFUSALS } from '#domain/process/refusal.ts';
import { pageWords } from '#words/pages.ts';
import { refusalsEn } from '#words/refusals.en.ts';
import { refusalsZhCN } from '#words/refusals.zh-CN.ts';
import { ADMINISTRATORS } from './people.ts';
import { holds, type Outcome, type Run } from './run.ts';
import { changed } from './tally.ts';

/** What changes by being laid anew or taken up, and what only counts. */
const MAY_SHRINK = new Set(['+revisions', '+heads', '+grants']);

/**
 * 12: a refusal names a code with words in both languages and leaves nothing but its line in the record.
 * 2: whatever is done, no table loses a row. 9: no administrator does what touches points.
 */
export function checkOutcome(_: Run, { attempt, kind, code = '', before, after }: Outcome): void {
  const { action, caller } = attempt;
  const other = changed(before, after);
  if (kind === 'refused') {
    const known = Object.hasOwn(REFUSALS, code) || Object.hasOwn(API, code);
    holds(12, known && wordsOf(code), () => `${action} is refused with ${code}, which has no words`);
    const only = other.every((name) => name === 'record') && (after['record'] ?? 0) - (before['record'] ?? 0) <= 1;
    holds(12, only, () => `${action} was refused with ${code}, yet ${other.join(', ')} changed`);
    return;
  }
  if (kind !== 'repeated') {
    const recorded = (after['record'] ?? 0) - (before['record'] ?? 0);
    holds(12, recorded === 1, () => `${action} left ${recorded} lines in the record`);
  } else holds(12, attempt.key !== undefined, () => `${action} was answered and left nothing`);
  const less = other.filter((name) => !MAY_SHRINK.has(name) && (after[name] ?? 0) < (before[name] ?? 0));
  holds(2, less.length === 0, () => `${action} took rows from ${less.join(', ')}`);
  if (ADMINISTRATORS.some((one) => one === caller.person))
    holds(9, permissionOf(action).touches === 'nothing', () => `${caller.person} did ${action}`);
}

function wordsOf(code: string): boolean {
  if (isApiCode(code as never))
    return Object.hasOwn(pageWords('zh-CN').refusal, code) && Object.hasOwn(pageWords('en').refusal, code);
  return Object.hasOwn(refusalsZhCN, code) && Object.hasOwn(refusalsEn, code);
}
