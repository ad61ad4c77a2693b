import type { PlanItem, PlanNode } from '#domain/score/plan.ts';
import { isRenamed } from './added-units.ts';
import type { Frame, FrameItem } from './frame.ts';
import { isBeyond } from './own-units.ts';
import type { Said } from './said.ts';

/** A construct that the query leaves to `evaluate`, with the node that uses it. */
export type Unsupported = {
  readonly construct: /** More kinds of members named than one query should tell apart. */
    | 'profiles'
    /** Amounts so large that their products leave 64 bits. */
    | 'amounts'
    /** More items than an engine has columns for. */
    | 'items'
    /** An extra with another label in an earlier version of the same year. */
    | 'renamed-extra'
    /** The same limit twice on one item, where what limits used is remembered over periods: `evaluate` remembers both as one. */
    | 'limit-twice'
    /** Limits by stretch on a component or group. */
    | 'node-limits';
  readonly node: string | undefined;
};

const MOST_ITEMS = 700;
const LARGEST_FULL = 4e8;

/** Everything in a scheme that the query leaves to `evaluate`; mostly nothing. */
export function unsupported(frame: Frame, said: Said): readonly Unsupported[] {
  const found: Unsupported[] = [];
  if (frame.items.length > MOST_ITEMS) found.push({ construct: 'items', node: undefined });
  for (const review of frame.prepared.scheme.document.reviews ?? []) {
    const weights = (review.raters ?? []).reduce(
      (all, { weight = { num: 1, den: 1 } }) => all + weight.num / weight.den,
      0,
    );
    if ((review.of ?? 0) > LARGEST_FULL || weights > 900) found.push({ construct: 'amounts', node: review.id });
  }
  for (const slot of frame.slots()) if (isBeyond(frame, slot)) found.push({ construct: 'amounts', node: slot.node.id });
  for (const item of frame.items) {
    if (isRenamed(frame, said, item)) found.push({ construct: 'renamed-extra', node: item.id });
    if (hasTwin(frame, item)) found.push({ construct: 'limit-twice', node: item.id });
  }
  const walk = (node: PlanNode | PlanItem): void => {
    if (node.kind !== 'item' && node.limits.length > 0) found.push({ construct: 'node-limits', node: node.id });
    for (const child of node.children) walk(child);
  };
  for (const node of frame.plan.components) walk(node);
  return found;
}

/** Whether two limits of an item can be the same in numbers for some member. */
function hasTwin(frame: Frame, item: FrameItem): boolean {
  const { limits } = item.plan;
  return limits.some((one, at) =>
    limits.some(
      (other, index) =>
        index > at &&
        one.per === other.per &&
        one.count === other.count &&
        frame.byPeriod &&
        frame
          .values((plan) => {
            const mine = plan.items[item.at]?.limits;
            return mine?.[at]?.cap === mine?.[index]?.cap && mine?.[at]?.floor === mine?.[index]?.floor ? 1 : 0;
          })
          .some((same) => same === 1),
    ),
  );
}
