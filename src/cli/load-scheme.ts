import type { Problem } from '#domain/kernel/problem.ts';
import { check } from '#domain/scheme/check.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { readDocument } from '#intake/read-document.ts';
import { problem } from '#intake/report.ts';

/** A scheme read from a file, with every problem placed at its line. */
export type LoadedScheme = {
  readonly scheme?: Scheme;
  readonly problems: readonly Problem[];
  readonly historical: boolean;
};

/** Reads and checks a scheme file 方案文件; problems carry the file and the line of what they name. */
export async function loadScheme(file: string): Promise<LoadedScheme> {
  const read = await readDocument(file);
  if (read.problems.length > 0)
    return { problems: read.problems.map((one) => ({ ...one, place: { ...one.place, file } })), historical: false };
  const exampled = schemeOfExamples(read.value);
  if (exampled !== undefined) {
    const params = { scheme: exampled };
    return { problems: [problem('intake.scheme-is-examples', { file }, params)], historical: false };
  }
  const { scheme, problems } = check(read.value);
  const placed = problems.map((problem) => {
    const at = problem.path === undefined ? undefined : read.placeOf(problem.path);
    return { ...problem, place: { file, ...(at && { line: at.line }) } };
  });
  const value: unknown = read.value;
  const historical = typeof value === 'object' && value !== null && 'historical' in value && value.historical === true;
  return { ...(scheme && { scheme }), problems: placed, historical };
}

/** The scheme that worked examples 算例 belong to; undefined when the document is none of these. */
function schemeOfExamples(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || 'components' in value) return undefined;
  if (!('examples' in value || 'unscored' in value)) return undefined;
  return 'scheme' in value && typeof value.scheme === 'string' ? value.scheme : '';
}
