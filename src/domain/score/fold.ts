import type { Points } from '#domain/kernel/points.ts';
import { type Ratio, timesRatio } from '#domain/kernel/ratio.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Adjustment, Explanation } from './explanation.ts';
import type { Units } from './unit.ts';

/** What comes up from a node: the part that caps above may cut, and the part past every cap. */
export type Risen = {
  readonly inside: Points;
  readonly outside: Points;
  readonly tree: Explanation;
  /** The dated occurrences behind `inside`, where a node above limits them by stretch. */
  readonly loose?: readonly Loose[] | undefined;
};

/** Occurrences that came up from an item with the fact that dates them. */
export type Loose = { readonly units: Units; readonly fact: Fact | undefined };

/** The numbers and signs that act on a sum of parts, in the one order of the house (product §4). */
export type Bounds = {
  readonly cap: Points;
  readonly floor: Points;
  readonly times?: Ratio | undefined;
  /** Points brought along from another branch: never cut again. */
  readonly brought?: Points | undefined;
  readonly cleared?: Adjustment | undefined;
};

/**
 * Puts a sum of parts through cap → what is past every cap → floor → clearing → factor, noting each step (product §4).
 * A factor acts on both parts, each rounded half away from zero at this node.
 */
export function bound(
  inside: Points,
  outside: Points,
  bounds: Bounds,
  adjustments: Adjustment[],
): { inside: Points; outside: Points } {
  let kept = inside;
  let past = outside;
  const { brought } = bounds;
  const cap = brought === undefined ? bounds.cap : Math.max(bounds.cap, brought);
  if (kept > cap) {
    adjustments.push({ kind: 'cap', delta: cap - kept, limit: cap, per: 'whole' });
    kept = cap;
  }
  const floor = brought === undefined ? bounds.floor : Math.min(bounds.floor, brought);
  if (kept + past < floor) {
    adjustments.push({ kind: 'floor', delta: floor - kept - past, limit: floor, per: 'whole' });
    kept = floor - past;
  }
  if (bounds.cleared && kept + past !== 0) {
    adjustments.push({ ...bounds.cleared, delta: -kept - past });
    kept = 0;
    past = 0;
  }
  if (bounds.times && (bounds.times.num !== bounds.times.den || kept + past === 0)) {
    const [first, second] = [timesRatio(kept, bounds.times), timesRatio(past, bounds.times)];
    adjustments.push({ kind: 'times', delta: first + second - kept - past, ratio: bounds.times });
    kept = first;
    past = second;
  }
  return { inside: kept, outside: past };
}
