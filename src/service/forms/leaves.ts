import type { Day } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Explanation } from '#domain/score/explanation.ts';
import { scoreRows } from '#service/branch-scores.ts';
import { factKey } from '#service/reads/fact-lines.ts';
import type { Asking } from './asking.ts';

/**
 * A determined fact in an explanation 计分明细: the points that it counts for, and those before the limits where these cut it. Of several that count together
 * the last has the points of all, and how many they are.
 */
export type Leaf = {
  readonly fact: Fact;
  readonly points?: Points;
  readonly before?: Points;
  readonly together?: number;
};

/** The facts of an explanation, in its order. */
export function leavesOf(node: Explanation): readonly Leaf[] {
  const { kind, id, fact, children } = node;
  if ((kind === 'fact' || kind === 'transfer') && fact) return [{ fact, ...countedOf(node) }];
  if (kind !== 'pool') return children.flatMap(leavesOf);
  // A condition looks at facts that stand under items of their own.
  const own = children.flatMap((child) => (child.fact?.item === id ? [child.fact] : []));
  const together = own.length > 1 ? { together: own.length } : {};
  return own.map((one, at) => ({ fact: one, ...(at === own.length - 1 && { ...countedOf(node), ...together }) }));
}

function countedOf({ points, kept }: Explanation): Pick<Leaf, 'points' | 'before'> {
  return { points: kept, ...(kept !== points && { before: points }) };
}

/** The grounds of veto that struck, with what they rest on 一票否决事由. */
export function strikesOf({
  adjustments,
  children,
}: Explanation): readonly { readonly label: string; readonly ref?: string }[] {
  const own = adjustments.flatMap(({ kind, label, ref }) =>
    kind === 'veto' && label !== undefined ? [{ label, ...(ref !== undefined && { ref }) }] : [],
  );
  return [...own, ...children.flatMap(strikesOf)];
}

/** Takes leaves by their fact: of equal ones each once, as the sum is the same in whatever order. */
export function leafTaker(leaves: readonly Leaf[]): (fact: Fact) => Leaf | undefined {
  const byKey = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const key = factKey(leaf.fact);
    const known = byKey.get(key);
    if (known) known.push(leaf);
    else byKey.set(key, [leaf]);
  }
  return (fact) => byKey.get(factKey(fact))?.shift();
}

type Drawn = { readonly member: string; readonly components: Readonly<Record<string, Points>>; readonly total: Points };

/**
 * The facts of members' scores as of a day, where the ledger still says what was sealed 与定稿一致的计分明细: a member whose components have come to something
 * else since has none, and the places stay blank.
 */
export async function leavesAsSealed(
  asking: Asking,
  sealed: readonly Drawn[],
  day: Day,
): Promise<ReadonlyMap<string, readonly Leaf[]>> {
  const { members } = await asking.know((rows) => scoreRows(rows, asking.query.branch, day));
  const now = new Map(members.map(({ kept, year }) => [kept.member.id, year.evaluation]));
  return new Map(
    sealed.flatMap(({ member, components, total }) => {
      const evaluation = now.get(member);
      const same =
        evaluation?.total === total &&
        [...evaluation.components].every(([id, points]) => components[id] === points) &&
        evaluation.components.size === Object.keys(components).length;
      return same ? [[member, leavesOf(evaluation.tree)] as const] : [];
    }),
  );
}
