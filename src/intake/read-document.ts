import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
  visit,
  type YAMLError,
} from 'yaml';
import type { Problem } from '#domain/kernel/problem.ts';
import type { IntakeCode } from '#words/problems-intake.zh-CN.ts';
import { Fault } from './fault.ts';
import { fileSize } from './read-tables.ts';
import { Report } from './report.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST = 2 * MEGABYTE;
const MOST_ALIASES = 100;
const DEEPEST = 100;

/** Where something stands in a document, both counted from 1. */
export type Position = { readonly line: number; readonly column: number };

/** A YAML document 文档 as plain data, what is wrong with it, and where the thing at a path such as "components[0].items[2].id" or "components.0.items.2.id" stands. */
export type ReadDocument = {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly placeOf: (path: string) => Position;
};

/** Reads a YAML file of at most 2 MB in UTF-8, one document, no tags, few aliases, no doubled keys; whatever is wrong is a problem, never thrown. */
export async function readDocument(path: string): Promise<ReadDocument> {
  const file = basename(path);
  try {
    if ((await fileSize(path, file)) > LARGEST)
      throw new Fault('intake.document-too-large', { file }, { most: LARGEST / MEGABYTE });
    const bytes = await readFile(path);
    if (!isUtf8(bytes)) throw new Fault('intake.document-encoding', { file });
    return parseDocument(bytes.toString('utf8').replace(/^\ufeff/, ''), file);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { value: undefined, problems: [error.problem], placeOf: nowhere };
  }
}

const nowhere = (): Position => ({ line: 1, column: 1 });

/** Reads a YAML document from its text; `file` is the name for messages. */
export function parseDocument(text: string, file: string): ReadDocument {
  const report = new Report();
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const place = (offset: number) => ({ file, line: at(offset).line });
  if (tooDeep(text)) {
    report.error('intake.document-deep', { file }, { most: DEEPEST });
    return { value: undefined, problems: report.list(), placeOf: nowhere };
  }
  const documents = parse(text, lines);
  const [document] = documents;
  if (!document) {
    report.error('intake.file-empty', { file });
    return { value: undefined, problems: report.list(), placeOf: nowhere };
  }
  if (documents.length > 1) report.error('intake.document-many', place(documents[1]?.range[0] ?? 0));
  for (const error of [...document.errors, ...document.warnings]) tell(error, report, place);
  refuseOddities(document, report, place);
  const value = report.errors > 0 ? undefined : plainValue(document, report, place);
  return { value, problems: report.list(), placeOf: (wanted) => at(offsetOf(document, wanted)) };
}

function parse(text: string, lines: LineCounter): readonly Document.Parsed[] {
  const options = {
    lineCounter: lines,
    uniqueKeys: true,
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
  } as const;
  const documents = parseAllDocuments(text, options);
  return Array.isArray(documents) ? documents : [];
}

/** Whether the text nests flow collections or indents so deep that reading it could exhaust the stack. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const match of text.matchAll(/[[{]|[\]}]|(?:^|(?<=\s))- (?=(?:- ){30})/g)) {
    const mark = match[0];
    depth += mark === ']' || mark === '}' ? -1 : 1;
    if (depth < 0) depth = 0;
    if (depth > DEEPEST) return true;
  }
  return text.split('\n').some((line) => (/^[ \-?]*/.exec(line)?.[0].length ?? 0) > 4 * DEEPEST);
}

const CODES: Partial<Record<YAMLError['code'], IntakeCode>> = {
  DUPLICATE_KEY: 'intake.document-duplicate-key',
  BAD_ALIAS: 'intake.document-alias',
  TAB_AS_INDENT: 'intake.document-tab',
  BAD_INDENT: 'intake.document-indent',
  BLOCK_AS_IMPLICIT_KEY: 'intake.document-indent',
  MULTILINE_IMPLICIT_KEY: 'intake.document-indent',
  MISSING_CHAR: 'intake.document-mark',
};

function tell(error: YAMLError, report: Report, place: (offset: number) => { file: string; line: number }): void {
  if (error.code === 'TAG_RESOLVE_FAILED') return; // refuseOddities names every tag, also those that could be resolved
  const params = { detail: error.message.slice(0, 160) };
  const open = error.code === 'BAD_INDENT' && error.message.includes('end with a');
  const code = open ? 'intake.document-mark' : (CODES[error.code] ?? 'intake.document-syntax');
  report.error(code, place(error.pos[0]), params);
}

function refuseOddities(
  document: Document.Parsed,
  report: Report,
  place: (offset: number) => { file: string; line: number },
): void {
  visit(document, {
    Pair(_, pair) {
      if (!isCollection(pair.key) && !isAlias(pair.key)) return;
      report.error('intake.document-key', place(pair.key.range?.[0] ?? 0));
    },
    Node(_, node) {
      const { tag } = node as { tag?: string };
      if (tag !== undefined)
        report.error('intake.document-tag', place(node.range?.[0] ?? 0), { tag: tag.slice(0, 60) });
    },
  });
}

function plainValue(
  document: Document.Parsed,
  report: Report,
  place: (offset: number) => { file: string; line: number },
): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    report.error('intake.document-alias', place(0));
    return undefined;
  }
}

/** The offset of the node at a path, or of the nearest one above it that there is. */
function offsetOf(document: Document.Parsed, path: string): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (isAlias(node)) node = node.resolve(document);
    const next = stepInto(node, step);
    if (!next) return offset;
    node = next.node;
    offset = next.offset;
  }
  return offset;
}

function stepInto(node: unknown, step: string): { readonly node: unknown; readonly offset: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === step);
    if (pair && isScalar(pair.key)) return { node: pair.value, offset: pair.key.range?.[0] ?? 0 };
    return undefined;
  }
  if (!isCollection(node)) return undefined;
  const item: unknown = node.items[Number(step)];
  const range =
    typeof item === 'object' && item !== null && 'range' in item ? (item.range as readonly number[]) : undefined;
  return item === undefined ? undefined : { node: item, offset: range?.[0] ?? 0 };
}
