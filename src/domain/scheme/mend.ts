import type { Problem } from '#domain/kernel/problem.ts';
import { isRecord } from './shape.ts';

type Step = string | number;

/** The steps of a path such as components[0].items[1].each. */
function stepsOf(path: string): readonly Step[] {
  return Array.from(path.matchAll(/([^.[\]]+)|\[(\d+)\]/gu), ([, key, at]) =>
    at === undefined ? (key ?? '') : Number(at),
  );
}

function child(value: unknown, step: Step): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The clause that holds at a path of a document as written: the nearest one above. */
export function clauseAt(document: unknown, path: string): string | undefined {
  let found: string | undefined;
  let here = document;
  for (const step of [undefined, ...stepsOf(path)]) {
    if (step !== undefined) here = child(here, step);
    const clause = child(here, 'clause');
    if (typeof clause === 'string') found = clause;
    else if (child(here, 'source') === 'example') found = undefined;
  }
  return found;
}

// What stands in for a needed word that is missing or cannot be read, so that the rest of the document can still be checked.
function standIn(key: Step, path: string): unknown {
  if (key === 'id' || key === 'scheme') return `x${path.replace(/[^\p{L}\p{N}]/gu, '-')}`.slice(0, 40);
  return key === 'label' || key === 'title' ? path : undefined;
}

/**
 * A copy of a document without the places that cannot be read, so that one mistake does not hide the others (issue: every problem at once).
 * Undefined where a whole list or the document itself cannot be read.
 */
export function mended(document: unknown, problems: readonly Problem[]): unknown {
  if (problems.some(({ code }) => code === 'scheme.too-deep' || code === 'scheme.too-many')) return undefined;
  const copy = copied(document);
  for (const { path = '' } of problems) {
    const steps = stepsOf(path);
    if (steps.length === 0 || steps.some((step) => typeof step === 'string' && step.includes('…'))) return undefined;
    replace(copy, steps, standIn(steps.at(-1) ?? '', path));
  }
  return copy;
}

/** One copy for all places: a document of a thousand mistakes is not copied a thousand times. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)])) : value;
}

/** Replaces one place of the copy, or leaves it out where nothing stands in for it. */
function replace(copy: unknown, steps: readonly Step[], next: unknown): void {
  const last = steps.at(-1) ?? '';
  const above = steps.slice(0, -1).reduce(child, copy);
  if (Array.isArray(above)) {
    if (typeof last === 'number' && last < above.length) above[last] = next;
  } else if (isRecord(above)) {
    const value = { value: next, configurable: true, enumerable: true, writable: true };
    if (next === undefined) Reflect.deleteProperty(above, last);
    else Object.defineProperty(above, last, value);
  }
}
