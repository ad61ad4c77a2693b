import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { check } from '#domain/scheme/check.ts';
import type { Lang } from '#words/lang.ts';
import { saySeverity, sayWhat } from '#words/say-problem.ts';

/** One thing wrong with a scheme as it is typed, in words; `line` is where it stands. */
export type Fault = { readonly line: number; readonly severity: string; readonly where: string; readonly what: string };

/** What a typed text comes to: its content where it can be read, and everything wrong with it. */
export type ReadScheme = {
  readonly document: Record<string, never> | undefined;
  readonly title: string | undefined;
  readonly faults: readonly Fault[];
};

/** Reads a scheme as people write it 读方案文字 and checks it at once; what cannot be read is said with its line, in the words given. */
export function readScheme(text: string, lang: Lang, unreadable: string): ReadScheme {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core', prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  if (parsed.errors.length > 0) {
    const faults = parsed.errors.map(({ pos }) => ({
      line: lineAt(pos[0]),
      severity: saySeverity('error', lang),
      where: '',
      what: unreadable,
    }));
    return { document: undefined, title: undefined, faults };
  }
  const value: unknown = parsed.toJS({ maxAliasCount: 100 });
  const { problems } = check(value);
  const faults = problems.map((problem) => ({
    line: lineAt(offsetOf(parsed.contents, problem.path ?? '')),
    severity: saySeverity(problem.severity, lang),
    // The path within the document is a word of the machine's; line and clause find the place.
    where: problem.clause ?? '',
    what: sayWhat(problem, lang),
  }));
  const isDocument = typeof value === 'object' && value !== null && !Array.isArray(value);
  const title = isDocument && 'title' in value && typeof value.title === 'string' ? value.title : undefined;
  return { document: isDocument ? (value as Record<string, never>) : undefined, title, faults };
}

/** The offset of what stands at a path such as "components[0].items[2].id", or of the nearest thing above it. */
function offsetOf(root: unknown, path: string): number {
  let node = root;
  let offset = 0;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair || !isScalar(pair.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (typeof item !== 'object' || item === null) return offset;
      offset = (item as { readonly range?: readonly number[] }).range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}
