import { isAmong, sum } from './arithmetic.ts';
import type { Frame } from './frame.ts';

/** The items of the scheme in force that score by place 名次 or share of the branch. */
function placed(frame: Frame): readonly number[] {
  const { scheme } = frame.prepared;
  return frame.items.flatMap(({ at, id }) => {
    const entry = scheme.nodes.get(id);
    const on = entry?.kind === 'item' ? entry.node.steps?.on : undefined;
    return on === 'place' || on === 'share' ? [at] : [];
  });
}

/** Adds `pl` (i, m, place, placed): where each member stands by an item's number over the year, 1-2-2-4, and among how many; false where no item asks. */
export function addPlaces(frame: Frame): boolean {
  const items = placed(frame);
  if (items.length === 0) return false;
  frame.script.keep(
    'pl',
    `select i, m, rank() over (partition by i order by number desc) as place, count(*) over (partition by i) as placed
    from (select i, m, ${sum('coalesce(score, q, 0)')} as number from f where x = 0 and ${isAmong('i', items)} group by i, m) t`,
  );
  return true;
}
