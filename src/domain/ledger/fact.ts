import type { Day } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';

/**
 * A fact 事实 about one member under one item, as determined (product §4): what happened, never what it is worth.
 * `item` is an item's id, an extra's id, `veto:<ground>`, `review:<id>` or `opening:<component>`.
 * `day` is the day it happened; a fact about a period carries that period's last day and its text in `period`.
 * `quantity`, `points` (judged) and `score` (outside) are whole numbers of 1/10000.
 * `level` names a level, several joined by "+" or "、"; for a yes-or-no item it is 是 or 否.
 * `ref` is a reference to evidence, or for a veto the finding (name, number, day).
 */
export type Fact = {
  readonly item: string;
  readonly day: Day;
  readonly period?: string;
  readonly quantity?: number;
  readonly level?: string;
  readonly points?: Points;
  readonly score?: number;
  readonly rater?: string;
  readonly ref?: string;
  readonly note?: string;
};

function compareOptional<T extends string | number>(a: T | undefined, b: T | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}

/** Orders facts by day, item and content, so that the order of arrival never matters (product §4): the ordinal of equals is their content. */
export function compareFacts(a: Fact, b: Fact): number {
  return (
    compareOptional(a.day, b.day) ||
    compareOptional(a.item, b.item) ||
    compareOptional(a.quantity, b.quantity) ||
    compareOptional(a.level, b.level) ||
    compareOptional(a.points, b.points) ||
    compareOptional(a.score, b.score) ||
    compareOptional(a.rater, b.rater) ||
    compareOptional(a.ref, b.ref) ||
    compareOptional(a.period, b.period) ||
    compareOptional(a.note, b.note)
  );
}
