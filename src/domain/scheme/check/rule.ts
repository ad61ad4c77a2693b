import type { Problem, Severity } from '#domain/kernel/problem.ts';
import type { SchemeDocument } from '#domain/scheme/document.ts';
import type { NodeEntry } from '#domain/scheme/scheme.ts';

/** One thing that `check` looks for in a document whose every key is already of the right kind. */
export type Rule = (document: SchemeDocument, nodes: readonly NodeEntry[]) => readonly Problem[];

/** A problem of the scheme at a path, with the clause that holds there. */
export function problem(
  severity: Severity,
  code: string,
  at: { readonly path: string; readonly clause?: string },
  params: Readonly<Record<string, string | number>> = {},
): Problem {
  return {
    severity,
    code: `scheme.${code}`,
    path: at.path,
    ...(at.clause !== undefined && { clause: at.clause }),
    params,
  };
}
