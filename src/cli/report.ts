import { harmless, type Problem } from '#domain/kernel/problem.ts';
import type { Lang } from '#words/lang.ts';
import { sayProblem } from '#words/say-problem.ts';

const MOST = 200;

/** Prints problems 问题 like a compiler, one a line, errors first, and says how many there are; sets exit status 1 when any stops the work. */
export function reportProblems(
  problems: readonly Problem[],
  options: { readonly lang: Lang; readonly json?: boolean | undefined; readonly stops?: boolean },
): void {
  const stops = options.stops ?? !harmless(problems);
  if (stops) process.exitCode = 1;
  if (problems.length === 0) return;
  if (options.json === true && stops) {
    const said = problems.map((problem) => ({ ...problem, message: sayProblem(problem, options.lang) }));
    process.stdout.write(`${JSON.stringify({ problems: said }, null, 2)}\n`);
    return;
  }
  const weight = { error: 0, refusal: 1, warning: 2 };
  const sorted = problems.toSorted((a, b) => weight[a.severity] - weight[b.severity]);
  for (const problem of sorted.slice(0, MOST)) process.stderr.write(`${sayProblem(problem, options.lang)}\n`);
  const count = (severity: Problem['severity']): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const [errors, refusals, warnings] = [count('error'), count('refusal'), count('warning')];
  process.stderr.write(
    options.lang === 'en'
      ? `errors: ${errors}, refused: ${refusals}, warnings: ${warnings}${problems.length > MOST ? ` (first ${MOST} shown)` : ''}\n`
      : `共 ${errors} 处错误、${refusals} 处不予采用、${warnings} 处提示${problems.length > MOST ? `（只列出前 ${MOST} 处）` : ''}\n`,
  );
}
