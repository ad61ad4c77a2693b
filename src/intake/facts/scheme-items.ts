import { ONCE } from '#domain/kernel/points.ts';
import type { Extra, Item } from '#domain/scheme/node.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import type { Amount } from '#domain/scheme/value.ts';
import { type ItemIndex, type ItemReading, indexItems, type LevelName } from './item-index.ts';

// A judgement without a range of its own is still held to what a form can sensibly say.
const OPEN = 100_000 * ONCE;

/** The index of all that a fact may name under a scheme: items, extras, veto grounds, reviews and openings. */
export function indexScheme(scheme: Scheme): ItemIndex {
  return indexItems(readingsOf(scheme));
}

/** The index of all that a fact may name under the versions 方案版本 of a year: what one of them reads is read. */
export function indexVersions(versions: readonly Scheme[]): ItemIndex {
  const merged = new Map<string, ItemReading>();
  for (const reading of versions.flatMap(readingsOf)) {
    const known = merged.get(reading.id);
    merged.set(reading.id, known ? either(known, reading) : reading);
  }
  return indexItems([...merged.values()]);
}

function readingsOf(scheme: Scheme): readonly ItemReading[] {
  const { vetoes = [], reviews = [], components } = scheme.document;
  const nodes = [...scheme.nodes.values()].flatMap((entry): ItemReading[] => {
    if (entry.kind === 'item') return [readingOf(entry.node)];
    if (entry.kind === 'extra' && entry.node.plus !== undefined)
      return [{ id: entry.node.id, label: entry.node.label, quantity: 'whole' }];
    return [];
  });
  const open = { needed: true, from: -OPEN, to: OPEN };
  return [
    ...nodes,
    // A ground without a finding is kept as pending and changes nothing, so its reference is not demanded (product §3.5).
    ...vetoes.map(({ id, label }) => ({ id: `veto:${id}`, label, aliases: [`veto:${label}`], ref: { needed: false } })),
    ...reviews.map(({ id, label, raters }) => ({
      id: `review:${id}`,
      label,
      score: { needed: true },
      rater: { needed: raters !== undefined },
    })),
    ...components.map(({ id, label }) => ({ id: `opening:${id}`, label, points: open, ref: { needed: true } })),
  ];
}

/** What either of two readings of an item takes; demanded is only what both demand. */
function either(a: ItemReading, b: ItemReading): ItemReading {
  const both = (field: 'level' | 'points' | 'score' | 'rater' | 'ref') => ({
    needed: a[field]?.needed === true && b[field]?.needed === true,
  });
  const aliases = [...(a.aliases ?? []), ...(b.aliases ?? []), ...(a.label === b.label ? [] : [b.label])];
  const quantity = a.quantity === 'any' || b.quantity === 'any' ? 'any' : (a.quantity ?? b.quantity);
  const levels = [a.level, b.level].filter((level) => level !== undefined);
  const named = levels.every((level) => level.names !== undefined);
  const ranges = [a.points, b.points].filter((points) => points !== undefined);
  return {
    id: a.id,
    label: a.label,
    ...(aliases.length > 0 && { aliases }),
    ...(quantity && { quantity }),
    ...(levels.length > 0 && {
      level: { ...both('level'), ...(named && { names: distinct(levels.flatMap((level) => level.names ?? [])) }) },
    }),
    ...(ranges.length > 0 && {
      points: {
        ...both('points'),
        from: Math.min(...ranges.map(({ from }) => from)),
        to: Math.max(...ranges.map(({ to }) => to)),
      },
    }),
    ...((a.score || b.score) && { score: both('score') }),
    ...((a.rater || b.rater) && { rater: both('rater') }),
    ...((a.ref || b.ref) && { ref: both('ref') }),
  };
}

function distinct(names: readonly LevelName[]): readonly LevelName[] {
  return names.filter((name, at) => names.findIndex(({ id }) => id === name.id) === at);
}

function readingOf(item: Item): ItemReading {
  return { id: item.id, label: item.label, ...quantityOf(item), ...levelOf(item), ...amountsOf(item), ...refOf(item) };
}

function quantityOf({
  each,
  levels,
  once,
  steps,
  judged,
  convert,
  review,
  meets,
}: Item): Pick<ItemReading, 'quantity'> {
  if (each) return { quantity: each.per === undefined || each.per === ONCE ? wholeUnless(each.steps) : 'any' };
  if (levels) return { quantity: 'whole' };
  if (once || steps?.on === 'quantity' || steps?.on === 'count' || steps?.on === 'place' || steps?.on === 'share')
    return { quantity: 'any' };
  return judged || convert || review || meets ? {} : { quantity: 'any' };
}

function wholeUnless(steps: 'whole' | 'exact' | 'started' | undefined): 'whole' | 'any' {
  return steps === undefined || steps === 'whole' ? 'whole' : 'any';
}

const YES_OR_NO = [
  { id: '是', labels: ['yes', 'y', '有', '达到', '完成'] },
  { id: '否', labels: ['no', 'n', '无', '未', '未达到', '未完成', '没有'] },
];

function levelOf({ levels, once, lost, extra = [] }: Item): Pick<ItemReading, 'level'> {
  const extras = extra.map(({ id, label }: Extra) => ({ id: label, labels: [id] }));
  if (levels) return { level: { needed: true, names: [...[...levels.of.keys()].map((id) => ({ id })), ...extras] } };
  if (once || lost) return { level: { needed: false, names: YES_OR_NO } };
  return extras.length > 0 ? { level: { needed: false, names: extras } } : {};
}

function amountsOf({ judged, convert, steps }: Item): Pick<ItemReading, 'points' | 'score'> {
  if (judged) {
    const { from, to } = judged as { from?: Amount; to?: Amount };
    const low = bounds(from ?? (to === undefined ? -OPEN : 0));
    const high = bounds(to ?? OPEN);
    return { points: { needed: true, from: Math.min(low.least, high.least), to: Math.max(low.most, high.most) } };
  }
  if (convert || steps?.on === 'score') return { score: { needed: true } };
  return steps?.on === 'place' || steps?.on === 'share' ? { score: { needed: false } } : {};
}

/** A reference is read where the score depends on it; a missing one is no mistake, it only earns nothing. */
function refOf({ evidence, limits = [], free }: Item): Pick<ItemReading, 'ref'> {
  const byMatter = free?.per === 'matter' || limits.some(({ per }) => per === 'matter');
  return evidence === 'required' || byMatter ? { ref: { needed: false } } : {};
}

/** The least and most that an amount is for any member; the evaluation holds each member to their own. */
function bounds(amount: Amount): { least: number; most: number } {
  if (typeof amount === 'number') return { least: amount, most: amount };
  const all = [...amount.amounts.values(), amount.otherwise];
  return { least: Math.min(...all), most: Math.max(...all) };
}
