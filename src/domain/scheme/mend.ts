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
  let result = document;
  for (const { path = '' } of problems) {
    const steps = stepsOf(path);
    if (steps.length === 0 || steps.some((step) => typeof step === 'string' && step.includes('…'))) return undefined;
    result = replaced(result, steps, standIn(steps.at(-1) ?? '', path));
  }
  return result;
}

/** A copy with one place replaced, or left out where nothing stands in for it. */
function replaced(value: unknown, [step, ...rest]: readonly Step[], next: unknown): unknown {
  if (step === undefined) return next;
  const below = replaced(child(value, step), rest, next);
  if (Array.isArray(value)) return value.map((one: unknown, at) => (at === step ? below : one));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== step);
  return Object.fromEntries(below === undefined ? entries : [...entries, [String(step), below]]);
}
