import type { Problem } from '#domain/kernel/problem.ts';
import { type Condition, TOTAL } from '#domain/scheme/condition.ts';
import type { SchemeDocument } from '#domain/scheme/document.ts';
import type { NodeEntry } from '#domain/scheme/scheme.ts';
import { isEmpty, rangeOf } from './range.ts';
import { monthsOf } from './reach.ts';
import { problem, type Rule } from './rule.ts';

type Where = 'meets' | 'veto' | 'grade' | 'warning';
type Asked = {
  readonly path: string;
  readonly clause?: string;
  readonly where: Where;
  readonly owner?: string;
  readonly condition: Condition;
};

function asked(document: SchemeDocument, nodes: readonly NodeEntry[]): readonly Asked[] {
  const found: Asked[] = [];
  const add = (
    at: { readonly path: string; readonly clause?: string },
    where: Where,
    list: readonly Condition[] | undefined,
    owner?: string,
  ): void => {
    for (const [index, condition] of (list ?? []).entries())
      found.push({
        path: `${at.path}[${index}]`,
        ...(at.clause !== undefined && { clause: at.clause }),
        where,
        ...(owner !== undefined && { owner }),
        condition,
      });
  };
  for (const entry of nodes)
    if (entry.kind === 'item')
      add({ ...entry, path: `${entry.path}.meets.when` }, 'meets', entry.node.meets?.when, entry.node.id);
  for (const [at, one] of (document.vetoes ?? []).entries())
    add({ ...one, path: `vetoes[${at}].when` }, 'veto', one.when);
  for (const [at, one] of (document.grades ?? []).entries())
    add({ ...one, path: `grades[${at}].requires` }, 'grade', one.requires);
  for (const [at, one] of (document.warnings ?? []).entries())
    add({ ...one, path: `warnings[${at}].when` }, 'warning', one.when);
  return found;
}

/** Conditions 条件 ask about something that exists, with a range that can hold, at a place where it is read. */
export const checkConditions: Rule = (document, nodes) => {
  const kinds = new Map(nodes.map((entry) => [entry.node.id, entry.kind]));
  const problems: Problem[] = [];
  const year = document.cycle?.year ?? 'whole';
  for (const one of asked(document, nodes)) {
    const { condition, where } = one;
    const { of, measure, inARow } = condition;
    const add = (code: string, params: Record<string, string | number> = {}): void =>
      void problems.push(problem('error', code, one, { of, ...params }));
    const kind = kinds.get(of);
    if (kind === undefined && of !== TOTAL) add('unknown-node', { id: of });
    else if (where === 'meets') {
      if (measure === 'points') add('meets-points');
      else if (kind !== 'item' && kind !== 'extra') add('condition-not-item');
    } else if ((measure ?? 'points') !== 'points') {
      if (kind !== 'item' && kind !== 'extra') add('condition-not-item');
    } else if (kind === 'extra') add('condition-points-of-extra');
    if (where === 'meets' && of === one.owner) add('meets-itself');
    if (condition.from === undefined && condition.to === undefined && condition.upTo === undefined)
      add('condition-empty');
    if (inARow === undefined) continue;
    if (where === 'meets' || where === 'veto') add('in-a-row-unread');
    else if (year === 'whole') add('in-a-row-whole');
    else if (of !== TOTAL || (measure ?? 'points') !== 'points') add('in-a-row-total');
    else if (inARow > Math.round(12 / monthsOf(document))) add('in-a-row-too-long', { inARow });
  }
  return problems;
};

/** A veto on what is too few strikes before anything is recorded, on the first day of the year: named, for it may be meant for the year's end. */
export const checkVetoesAtOnce: Rule = (document) =>
  (document.vetoes ?? []).flatMap(({ label, when }, at) => {
    const fewest = (one: Condition): boolean => (one.measure ?? 'points') !== 'points' && (one.from ?? 0) <= 0;
    if (!when || when.length === 0 || !when.every(fewest)) return [];
    return [problem('warning', 'veto-at-once', { path: `vetoes[${at}].when` }, { label })];
  });

/** Every range 区间 has room: its start lies below its end, and it has one end (steps, bands, conditions, judgements). */
export const checkRanges: Rule = (document, nodes) => {
  const problems: Problem[] = [];
  const look = (
    at: { readonly path: string; readonly clause?: string },
    range: { readonly from?: number; readonly to?: number; readonly upTo?: number },
  ): void => {
    if (range.to !== undefined && range.upTo !== undefined) problems.push(problem('error', 'range-two-ends', at));
    else if (isEmpty(rangeOf(range))) problems.push(problem('error', 'range-empty', at));
  };
  for (const one of asked(document, nodes)) look(one, one.condition);
  for (const [at, grade] of (document.grades ?? []).entries()) look({ ...grade, path: `grades[${at}]` }, grade);
  for (const entry of nodes) {
    if (entry.kind !== 'item') continue;
    const { steps, judged } = entry.node;
    for (const [at, row] of (steps?.rows ?? []).entries())
      look({ ...entry, path: `${entry.path}.steps.rows[${at}]` }, row);
    const { from, to } = (judged ?? {}) as { from?: unknown; to?: unknown };
    if (typeof from === 'number' && typeof to === 'number' && from > to)
      problems.push(problem('error', 'judged-turned', { ...entry, path: `${entry.path}.judged` }));
  }
  return problems;
};
