/** How bad a problem is: it cannot be scored, it should be looked at, or a rule refuses it (scheme language, `check`). */
export type Severity = 'error' | 'warning' | 'refusal';

/** Where in what a person wrote a problem lies: file, sheet, row and column as that person counts them, or a line of a document. */
export type Place = {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly line?: number;
};

/** One thing wrong 问题 with what someone wrote: a code whose words stand in the catalogue, the place and the clause concerned. */
export type Problem = {
  readonly severity: Severity;
  readonly code: string;
  readonly path?: string;
  readonly clause?: string;
  readonly place?: Place;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** Whether nothing in the list stops what was asked: warnings alone do not. */
export function harmless(problems: readonly Problem[]): boolean {
  return problems.every((problem) => problem.severity === 'warning');
}
