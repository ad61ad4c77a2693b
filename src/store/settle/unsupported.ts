import type { Plan, PlanItem, PlanLimit, PlanNode } from '#domain/score/plan.ts';
import { isRenamed } from './added-units.ts';
import type { Frame } from './frame.ts';
import { looseNodes } from './loose-nodes.ts';
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
    /** Limits on components and groups nested so often, over so many periods, that SQLite would read long. */
    | 'nesting'
    /** An extra with another label in an earlier version of the same year. */
    | 'renamed-extra'
    /** The same limit twice on one item, where what limits used is remembered over periods: `evaluate` remembers both as one. */
    | 'limit-twice';
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
    if (hasTwin(frame, item.plan.limits, (plan) => plan.items[item.at]?.limits))
      found.push({ construct: 'limit-twice', node: item.id });
  }
  for (const { plan, path } of looseNodes(frame)) {
    const limitsOf = (other: Plan): readonly PlanLimit[] | undefined => {
      let node: PlanNode | PlanItem | undefined = other.components[path[0] ?? -1];
      for (const at of path.slice(1)) node = node?.children[at];
      return node?.limits;
    };
    if (plan.kind !== 'item' && hasTwin(frame, plan.limits, limitsOf))
      found.push({ construct: 'limit-twice', node: plan.id });
  }
  return found;
}

/** Whether two limits of a node can be the same in numbers for some member. */
function hasTwin(
  frame: Frame,
  limits: readonly PlanLimit[],
  limitsOf: (plan: Plan) => readonly PlanLimit[] | undefined,
): boolean {
  if (!frame.byPeriod) return false;
  return limits.some((one, at) =>
    limits.some((other, index) => {
      if (index <= at || one.per !== other.per || one.count !== other.count) return false;
      const same = frame.values((plan) => {
        const [mine, twin] = [limitsOf(plan)?.[at], limitsOf(plan)?.[index]];
        return mine?.cap === twin?.cap && mine?.floor === twin?.floor ? 1 : 0;
      });
      return same.includes(1);
    }),
  );
}
