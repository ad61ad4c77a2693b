import type { Place, Problem, Severity } from '#domain/kernel/problem.ts';
import { type IntakeCode, problemsIntakeZhCN } from '#words/problems-intake.zh-CN.ts';

/** Values for the placeholders of a problem's words. */
export type Params = Readonly<Record<string, string | number>>;

/** How many problems a list keeps; the rest are counted. */
export const KEPT = 1000;

/** Makes one problem 问题 of this room; its code has words in both languages or does not compile. */
export function problem(code: IntakeCode, place: Place, params?: Params, severity: Severity = 'error'): Problem {
  const named = place.file !== undefined && problemsIntakeZhCN[code].includes('{file}');
  const filled = named ? { file: place.file, ...params } : params;
  return filled ? { severity, code, place, params: filled } : { severity, code, place };
}

/** Gathers problems: keeps the first thousand, counts all, so that six million bad rows stay a list for a person. */
export class Report {
  readonly #kept: Problem[] = [];
  #errors = 0;
  #warnings = 0;

  /** How many errors were added. */
  get errors(): number {
    return this.#errors;
  }

  /** How many warnings were added. */
  get warnings(): number {
    return this.#warnings;
  }

  /** Whether a suggestion is still worth the search for it: only the first hundred mistakes are read by anyone. */
  get suggests(): boolean {
    return this.#errors < 100;
  }

  /** Adds an error. */
  error(code: IntakeCode, place: Place, params?: Params): void {
    this.add(problem(code, place, params));
  }

  /** Adds a warning, which stops nothing. */
  warning(code: IntakeCode, place: Place, params?: Params): void {
    this.add(problem(code, place, params, 'warning'));
  }

  /** Adds a problem made elsewhere. */
  add(one: Problem): void {
    if (one.severity === 'warning') this.#warnings++;
    else this.#errors++;
    if (this.#kept.length < KEPT) this.#kept.push(one);
  }

  /** The list to show: the first thousand, and when there were more a last line with how many. */
  list(): readonly Problem[] {
    const all = this.#errors + this.#warnings;
    if (all <= this.#kept.length) return this.#kept;
    const params = { count: all - this.#kept.length, errors: this.#errors, warnings: this.#warnings };
    return [...this.#kept, problem('intake.more', {}, params, this.#errors > 0 ? 'error' : 'warning')];
  }
}
