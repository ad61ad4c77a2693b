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
  const own = copier();
  const copy = own(document);
  for (const { path = '' } of problems) {
    const steps = stepsOf(path);
    if (steps.length === 0 || steps.some((step) => typeof step === 'string' && step.includes('…'))) return undefined;
    let above = copy;
    for (const step of steps.slice(0, -1)) {
      const below = own(child(above, step));
      put(above, step, below);
      above = below;
    }
    put(above, steps.at(-1) ?? '', standIn(steps.at(-1) ?? '', path));
  }
  return copy;
}

/** Copies a place, and only it, the first time it is asked for: a document of a thousand mistakes is not copied a thousand times, nor one that is deep into its depth. */
function copier(): (value: unknown) => unknown {
  const copies = new Set<unknown>();
  return (value) => {
    if (copies.has(value) || !(Array.isArray(value) || isRecord(value))) return value;
    const copy = Array.isArray(value) ? [...(value as unknown[])] : Object.fromEntries(Object.entries(value));
    copies.add(copy);
    return copy;
  };
}

/** Replaces what stands in a place of a copy, or leaves it out where nothing stands in for it. */
function put(above: unknown, step: Step, next: unknown): void {
  if (Array.isArray(above)) {
    if (typeof step === 'number' && step < above.length) above[step] = next;
  } else if (isRecord(above)) {
    const value = { value: next, configurable: true, enumerable: true, writable: true };
    if (next === undefined) Reflect.deleteProperty(above, step);
    else Object.defineProperty(above, step, value);
  }
}
