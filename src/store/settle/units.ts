import type { PlanLimit } from '#domain/score/plan.ts';
import { addedUnits } from './added-units.ts';
import { isAmong } from './arithmetic.ts';
import { takesOne, takeUnits } from './choice.ts';
import { missingOnce, missingWhole, saidOnce } from './empty-units.ts';
import { extrasOf } from './facts.ts';
import type { Frame, FrameItem } from './frame.ts';
import { freeUnits } from './free-units.ts';
import { itemLimits, type Limited, sumStage, unitStage } from './limit-stage.ts';
import type { Marks } from './marks.ts';
import { NO_UNIT, ownUnits, UNIT } from './own-units.ts';
import type { Said } from './said.ts';
import { hasEmptyUnits, remembers } from './stretch.ts';
import { addHeaps, addRest, heapUnits, pooledItems } from './together.ts';

/** How an item's limits act: `sum` where the sums of stretches tell all, `unit` where single occurrences matter for what follows. */
type Mode = 'sum' | 'unit';

const hasBounds = (limit: PlanLimit): boolean => limit.cap !== undefined || limit.floor !== undefined;

/** Whether every occurrence of an item is worth the same, so that it does not matter which of them a count keeps. */
function isUniform(frame: Frame, item: FrameItem): boolean {
  const [slot] = frame.slots([item]);
  if (!slot || !frame.isSteady(item) || slot.value.kind !== 'each' || !slot.own || slot.value.steps === 'exact')
    return false;
  if ((slot.node.extra ?? []).length > 0) return false;
  const points = frame.worthValues(slot, (value) => (value.kind === 'each' ? value.points : 0));
  return points.every((one) => one === points[0]);
}

function modeOf(frame: Frame, item: FrameItem, at: number): Mode {
  const { limits } = item.plan;
  const limit = limits[at];
  const later = limits.slice(at + 1);
  if (!limit || (later.length > 0 && (limit.per === 'matter' || hasEmptyUnits(frame, item)))) return 'unit';
  const counts = limit.count !== undefined;
  if (counts && !(at === 0 && isUniform(frame, item))) return 'unit';
  if (counts && hasBounds(limit) && remembers(frame, item, limit.per)) return 'unit';
  // A period may lie across months and halves: what it holds is then no sum of theirs.
  const nests = later.every(({ per }, index) => {
    const narrow = limits[at + index]?.per;
    return frame.byPeriod || (per !== 'period' && narrow !== 'period') || per === 'year' || narrow === 'day';
  });
  if (!nests) return 'unit';
  const plain = later.every((one, index) => {
    const signs = frame.values((plan) => {
      const { cap = 0, floor = 0 } = plan.items[item.at]?.limits[at + 1 + index] ?? {};
      return cap < 0 || floor > 0 ? 1 : 0;
    });
    return one.count === undefined && one.per !== 'matter' && signs.every((sign) => sign === 0);
  });
  return plain ? 'sum' : 'unit';
}

/** Whether the order of an item's units never matters. */
function isUnordered(frame: Frame, item: FrameItem, loose: ReadonlySet<number>): boolean {
  if (loose.has(item.at) || extrasOf(frame, item.at).length > 0 || hasEmptyUnits(frame, item)) return false;
  if (item.slots.some((slot) => slot && !slot.own)) return false;
  if (item.plan.free || takesOne(frame, item)) return false;
  return item.plan.limits.every((_, at) => modeOf(frame, item, at) === 'sum');
}

/**
 * Adds `it` (m, p, i, s): what the facts of each item come to after take, free allowances and limits, before its own opening and bounds.
 * Items whose order of facts cannot matter are only added up; the others go through windows, stage by stage, and those of `loose`
 * leave what is left of their units in `u_end` for the limits of the nodes above them.
 */
export function addItemSums(frame: Frame, said: Said, marks: Marks, places: boolean, loose: ReadonlySet<number>): void {
  const { script, items } = frame;
  const pooled = pooledItems(frame);
  const plain = items.filter((item) => isUnordered(frame, item, loose));
  const ordered = items.filter((item) => !plain.includes(item));
  const numbered = new Set([...ordered, ...pooled].map(({ at }) => at));
  const some = items.some((item) => extrasOf(frame, item.at).length > 0);
  script.keep(
    'fo',
    `select f.*, row_number() over (partition by m, p, i order by day, y, q nulls first, level nulls first, pts nulls first,
      score nulls first, rater nulls first, ref nulls first, seq) as o from f
    where i < ${items.length} and (${isAmong('i', [...numbered])}${some ? ' or x > 0' : ''})`,
  );
  const others = otherUnits(frame, said, marks, places, pooled);
  const results: string[] = [];
  const end = (from: string): void => void results.push(`select m, p, i, e * n as s from ${from} u`);
  const unlimited = ownUnits(
    frame,
    said,
    plain.filter((item) => item.plan.limits.length === 0),
    'f',
  );
  if (unlimited !== undefined) end(script.view(unlimited));
  const limited = plain.filter((item) => item.plan.limits.length > 0);
  const summed = ownUnits(frame, said, limited, 'f');
  if (summed !== undefined) end(stages(frame, limited, script.view(summed), 's', sumStage));
  const own = ownUnits(frame, said, ordered, 'fo');
  const apart = [own, others && `select ${UNIT} from ${others}`].filter((one) => one !== undefined);
  if (apart.length > 0) {
    let union = apart.join('\nunion all ');
    const taking = ordered.filter((item) => takesOne(frame, item));
    const freeing = ordered.filter((item) => item.plan.free !== undefined);
    if (taking.length > 0) union = takeUnits(frame, taking, script.view(union));
    if (freeing.length > 0) union = freeUnits(frame, freeing, script.view(union));
    const last = stages(frame, ordered, script.view(union), 'u', unitStage);
    end(loose.size === 0 ? last : script.keep('u_end', `select ${UNIT} from ${last}`));
  } else if (loose.size > 0) {
    script.step('u_end', `select ${NO_UNIT} from mp where 1 = 0`);
  }
  const none = 'select m, p, 0 as i, cast(0 as bigint) as s from mp where 1 = 0';
  script.step('it', results.length === 0 ? none : results.join('\nunion all '));
}

/** Applies the first limits of all items, then the second … Each step reads the one before once: SQLite resolves a step anew wherever it is read. */
function stages(
  frame: Frame,
  items: readonly FrameItem[],
  from: string,
  name: string,
  stage: (frame: Frame, name: string, list: readonly Limited[], from: string) => string,
): string {
  let step = from;
  for (let at = 0; at < Math.max(0, ...items.map((item) => item.plan.limits.length)); at++)
    step = stage(frame, `${name}${at}`, itemLimits(frame, items, at), step);
  return step;
}

/** The units that are not of single facts: stretches, what is missing, conditions, reviews and extras of their own. */
function otherUnits(
  frame: Frame,
  said: Said,
  marks: Marks,
  places: boolean,
  pooled: readonly FrameItem[],
): string | undefined {
  const parts: (string | undefined)[] = [addedUnits(frame, said)];
  let heaps = false;
  if (pooled.length > 0) {
    addRest(frame, pooled);
    heaps = addHeaps(frame, pooled);
    if (heaps) parts.push(heapUnits(frame, pooled, places));
    parts.push(saidOnce(frame, marks, pooled));
  }
  parts.push(missingOnce(frame, heaps), missingWhole(frame));
  const made = parts.filter((part) => part !== undefined);
  return made.length === 0 ? undefined : frame.script.keep('others', made.join('\nunion all '));
}
