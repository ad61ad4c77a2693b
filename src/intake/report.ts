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
    if (all <= this.#kept.length) return folded(this.#kept);
    const params = { count: all - this.#kept.length, errors: this.#errors, warnings: this.#warnings };
    return [...folded(this.#kept), problem('intake.more', {}, params, this.#errors > 0 ? 'error' : 'warning')];
  }
}

/** So many formulas of one column are told one by one; more are told as the column that they fill. */
const SINGLY = 5;

/** The list with columns of formulas 整列公式 told once each, where their first one stands. */
function folded(problems: readonly Problem[]): readonly Problem[] {
  const columns = new Map<string, Problem[]>();
  for (const one of problems) if (one.code === 'intake.formula-cell') (columnOf(columns, one) ?? []).push(one);
  const many = [...columns.values()].filter((of) => of.length > SINGLY);
  if (many.length === 0) return problems;
  const firsts = new Map(
    many.flatMap(([first, ...rest]) =>
      first ? [[first, { count: rest.length + 1, last: rest.at(-1) }] as const] : [],
    ),
  );
  const dropped = new Set(many.flatMap(([, ...rest]) => rest));
  return problems.flatMap((one) => {
    const column = firsts.get(one);
    if (!column) return dropped.has(one) ? [] : [one];
    const params = {
      heading: one.params?.['heading'] ?? '',
      first: one.params?.['cell'] ?? '',
      last: column.last?.params?.['cell'] ?? '',
      count: column.count,
    };
    return [problem('intake.formula-column', one.place ?? {}, params)];
  });
}

function columnOf(columns: Map<string, Problem[]>, { place = {} }: Problem): Problem[] | undefined {
  if (place.column === undefined) return undefined;
  const key = `${place.file} ${place.sheet} ${place.column}`;
  const of = columns.get(key) ?? [];
  columns.set(key, of);
  return of;
}
