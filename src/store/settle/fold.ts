import type { Ratio } from '#domain/kernel/ratio.ts';
import type { Plan, PlanItem, PlanNode } from '#domain/score/plan.ts';
import { amountFor } from '#domain/score/worth.ts';
import { timesOver, timesRatio } from './arithmetic.ts';
import type { Frame, FrameItem } from './frame.ts';
import type { Marks } from './marks.ts';
import type { Sheet } from './sheet.ts';

/** A node's columns in a sheet: its points inside the caps above and past them, together, and whether it is part of the score at all. */
export type Folded = {
  readonly inside: string;
  readonly outside: string;
  readonly points: string;
  readonly there: string;
  /** What a node gives up to limits by stretch above it, as a sum; 0 where none looks at it. */
  readonly loose: string;
};

/** What the fold looks at beside the plan: columns of the sheet's rows. */
export type FoldContext = {
  readonly frame: Frame;
  readonly sheet: Sheet;
  readonly marks: Marks;
  /** The points of an item's facts; undefined where it can have none. */
  readonly sumOf: (item: number) => string | undefined;
  /** 1 where an item has any fact. */
  readonly toldOf: (item: number) => string;
  /** 1 where an item that is lost whole is. */
  readonly lostOf: (item: number) => string | undefined;
  /** What was brought along for a component; null where nothing was. */
  readonly broughtOf: (component: string) => string;
  /** 1 where a ground clears the node; undefined where none does. */
  readonly clearedOf: (node: string) => string | undefined;
  readonly folded: Map<string, Folded>;
  readonly loose: LooseNotes;
};

/** What the fold notes for limits by stretch on components and groups, and what it takes from them. */
export type LooseNotes = {
  /** Whether occurrences of the node are kept with their days for a limit above it. */
  readonly isLoose: (node: PlanNode | PlanItem) => boolean;
  /** Notes to which sum the occurrences of a node are brought, and 1 where it has any at all. */
  readonly note: (node: PlanNode | PlanItem, target: string, there: string) => void;
  /** Notes 1 where a part of a node of which only the highest counts is the one. */
  readonly choose: (node: PlanNode, child: number, chosen: string) => void;
  /** The sum of a limited node's occurrences after its limits; undefined where it has none. */
  readonly leftOf: (node: PlanNode) => string | undefined;
  /** A condition that an item has occurrences of its own even without a fact. */
  readonly busy: (item: FrameItem, brought: string, opens: string) => string;
  /** 1 where an item has any fact. */
  readonly told: (item: number) => string;
};

type AnyPlan = PlanNode | PlanItem;
type Bounds = { readonly cap: string | undefined; readonly floor: string | undefined };

/** Finds a node of another member's plan by its place: plans of one scheme have one shape. */
function nodeAt(plan: Plan, path: readonly number[]): AnyPlan | undefined {
  const [first, ...rest] = path;
  let node: AnyPlan | undefined = plan.components[first ?? -1];
  for (const at of rest) node = node?.children[at];
  return node;
}

function numberAt(context: FoldContext, path: readonly number[], of: (node: AnyPlan) => number): string {
  return context.frame.number((plan) => {
    const node = nodeAt(plan, path);
    return node ? of(node) : 0;
  });
}

function boundsOf(context: FoldContext, node: AnyPlan, path: readonly number[]): Bounds {
  const bound = (of: (one: AnyPlan) => number): string | undefined => {
    // Whether there is a bound at all is the same for all members; a kind of member without one gets the widest.
    const values = context.frame.values((plan) => {
      const one = nodeAt(plan, path);
      return one ? of(one) : of(node);
    });
    if (values.every((one) => !Number.isFinite(one))) return undefined;
    return numberAt(context, path, (one) => Math.max(-WIDEST, Math.min(WIDEST, of(one))));
  };
  const held = (sql: string | undefined): string | undefined =>
    sql === undefined || !node.byMonth ? sql : context.sheet.add(timesOver(sql, 'months', '12'));
  return { cap: held(bound((one) => one.cap)), floor: held(bound((one) => one.floor)) };
}

const WIDEST = 1e15;

/** cap → what is past every cap → floor → clearing → factor (fold.ts). */
function bound(
  context: FoldContext,
  sums: { readonly inside: string; readonly outside: string },
  node: AnyPlan,
  path: readonly number[],
  brought: string,
): { readonly inside: string; readonly outside: string } {
  const { sheet } = context;
  let { cap, floor } = boundsOf(context, node, path);
  let { inside, outside } = sums;
  if (brought !== 'null' && cap !== undefined)
    cap = sheet.add(`case when ${brought} > ${cap} then ${brought} else ${cap} end`);
  if (brought !== 'null' && floor !== undefined)
    floor = sheet.add(`case when ${brought} < ${floor} then ${brought} else ${floor} end`);
  if (cap !== undefined) inside = sheet.add(`case when ${inside} > ${cap} then ${cap} else ${inside} end`);
  if (floor !== undefined)
    inside = sheet.add(`case when ${inside} + ${outside} < ${floor} then ${floor} - ${outside} else ${inside} end`);
  const cleared = context.clearedOf(node.id);
  if (cleared !== undefined) {
    inside = sheet.add(`case when ${cleared} = 1 then 0 else ${inside} end`);
    outside = sheet.add(`case when ${cleared} = 1 then 0 else ${outside} end`);
  }
  return scaledBy(context, { inside, outside }, node, path);
}

function scaledBy(
  context: FoldContext,
  { inside, outside }: { readonly inside: string; readonly outside: string },
  node: AnyPlan,
  path: readonly number[],
): { readonly inside: string; readonly outside: string } {
  const { sheet, marks, frame } = context;
  if (node.review !== undefined) {
    const share = marks.review(node.review, '');
    if (!share) return { inside, outside };
    const by = (one: string): string =>
      one === '0'
        ? one
        : sheet.add(`case when ${share.num} is null then ${one} else ${timesOver(one, share.num, share.den)} end`);
    return { inside: by(inside), outside: by(outside) };
  }
  const ratio = (plan: Plan): Ratio => nodeAt(plan, path)?.times ?? { num: 1, den: 1 };
  if (frame.values((plan) => (ratio(plan).num === ratio(plan).den ? 0 : 1)).every((one) => one === 0))
    return { inside, outside };
  const by = (one: string): string =>
    one === '0'
      ? one
      : sheet.add(
          frame.choose((plan) => {
            const share = ratio(plan);
            return share.num === share.den ? one : timesRatio(one, share);
          }),
        );
  return { inside: by(inside), outside: by(outside) };
}

function foldItem(context: FoldContext, item: FrameItem, path: readonly number[], brought: string): Folded {
  const { sheet } = context;
  const { plan } = item;
  const whole = numberAt(context, path, (node) => node.opens);
  const opens =
    whole === '0' || brought === 'null' ? whole : sheet.add(`case when ${brought} is null then ${whole} else 0 end`);
  const lost = context.lostOf(item.at);
  const kept = lost === undefined || opens === '0' ? opens : `(${opens}) * (1 - ${lost})`;
  const facts = context.sumOf(item.at);
  const start = facts === undefined ? sheet.add(kept) : kept === '0' ? facts : sheet.add(`${facts} + ${kept}`);
  let { inside: points } = bound(context, { inside: start, outside: '0' }, plan, path, 'null');
  const there = isThere(context, path, context.toldOf(item.at));
  if (there !== '1') points = sheet.add(`case when ${there} = 1 then ${points} else 0 end`);
  const past = plan.outside;
  const loose = context.loose.isLoose(plan) ? looseItem(context, item, path, { points, opens, whole, brought }) : '0';
  const made = { inside: past ? '0' : points, outside: past ? points : '0', points, there, loose };
  context.folded.set(item.id, made);
  return made;
}

/** The occurrences of an item without its opening, as a sum: none where nothing happened and nothing is asked of it. */
function looseItem(
  context: FoldContext,
  item: FrameItem,
  path: readonly number[],
  now: { readonly points: string; readonly opens: string; readonly whole: string; readonly brought: string },
): string {
  const { sheet, loose } = context;
  const target = now.opens === '0' ? now.points : sheet.add(`${now.points} - (${now.opens})`);
  const applies = numberAt(context, path, (node) => (node.applies ? 1 : 0));
  const busy = loose.busy(item, now.brought, now.whole);
  const live = sheet.add(`case when ${loose.told(item.at)} = 1 or (${applies} = 1 and ${busy}) then 1 else 0 end`);
  loose.note(item.plan, target, live);
  return sheet.add(`case when ${live} = 1 then ${target} else 0 end`);
}

/** Whether a node is part of a member's score: it is for them, something happened under it, or something was brought along for it. */
function isThere(context: FoldContext, path: readonly number[], told: string, brought = 'null'): string {
  const applies = numberAt(context, path, (node) => (node.applies ? 1 : 0));
  if (applies === '1' || told === '1') return '1';
  const came = brought === 'null' ? '' : ` or ${brought} is not null`;
  return context.sheet.add(`case when ${applies} = 1 or ${told} = 1${came} then 1 else 0 end`);
}

/** Folds 汇总 a component or group into columns of the sheet, as `foldNode` does. */
export function foldNode(context: FoldContext, node: PlanNode, path: readonly number[], above = 'null'): Folded {
  const { sheet, frame } = context;
  const own = node.kind === 'component' ? context.broughtOf(node.id) : 'null';
  const brought = node.kind === 'component' ? own : above;
  const parts = node.children.map((child, at) => {
    const place = [...path, at];
    if (child.kind !== 'item') return foldNode(context, child, place, brought);
    const item = frame.items[child.index];
    if (!item) throw new RangeError(child.id);
    return foldItem(context, item, place, brought);
  });
  const opening = openingOf(context, node, path);
  const start =
    brought === 'null' || opening === '0'
      ? opening
      : sheet.add(`case when ${brought} is null then ${opening} else 0 end`);
  const begin = own === 'null' ? start : sheet.add(`${start} + coalesce(${own}, 0)`);
  const chosen = node.highestOnly && parts.length > 1 ? highest(context, node, parts) : parts;
  const add = (list: readonly string[]): string => {
    const terms = list.filter((one) => one !== '0');
    return terms.length === 0 ? '0' : sheet.add(terms.join(' + '));
  };
  const left = context.loose.leftOf(node);
  const before = add(chosen.map((part) => part.loose));
  const limited = left === undefined ? [] : [before === '0' ? left : `${left} - (${before})`];
  const inside = add([begin, ...chosen.map((part) => part.inside), ...limited]);
  const outside = add(chosen.map((part) => part.outside));
  const bounded = bound(context, { inside, outside }, node, path, own);
  const told = parts.some((part) => part.there === '1')
    ? '1'
    : parts.length === 0
      ? '0'
      : sheet.add(`case when ${parts.map((part) => `${part.there} = 1`).join(' or ')} then 1 else 0 end`);
  const there = isThere(context, path, told, own);
  const mine = (sql: string): string =>
    there === '1' || sql === '0' ? sql : sheet.add(`case when ${there} = 1 then ${sql} else 0 end`);
  const [kept, past] = [mine(bounded.inside), mine(bounded.outside)];
  const points = past === '0' ? kept : sheet.add(`${kept} + ${past}`);
  let loose = '0';
  if (context.loose.isLoose(node)) {
    const target = begin === '0' ? bounded.inside : sheet.add(`${bounded.inside} - (${begin})`);
    context.loose.note(node, target, there);
    loose = mine(target);
  }
  const made = { inside: node.outside ? '0' : kept, outside: node.outside ? points : past, points, there, loose };
  context.folded.set(node.id, made);
  return made;
}

/** Only the highest of the parts counts 取最高一项: the largest in size, the first of equals. */
function highest(context: FoldContext, node: PlanNode, parts: readonly Folded[]): readonly Folded[] {
  const { sheet } = context;
  const sizes = parts.map((part) => sheet.add(`case when ${part.there} = 1 then abs(${part.points}) else -1 end`));
  const wins = sizes.map((size, at) =>
    [
      `${size} >= 0`,
      ...sizes.flatMap((other, index) =>
        index === at ? [] : [index < at ? `${size} > ${other}` : `${size} >= ${other}`],
      ),
    ].join(' and '),
  );
  const pick = (of: (part: Folded) => string): string =>
    parts.every((part) => of(part) === '0')
      ? '0'
      : sheet.add(`case ${parts.map((part, at) => `when ${wins[at]} then ${of(part)}`).join(' ')} else 0 end`);
  const inside = pick((part) => part.inside);
  const outside = pick((part) => part.outside);
  for (const [at, part] of parts.entries())
    if (part.loose !== '0') context.loose.choose(node, at, sheet.add(`case when ${wins[at]} then 1 else 0 end`));
  return [{ inside, outside, points: '0', there: '1', loose: pick((part) => part.loose) }];
}

/** What a node opens with: a fixed amount, or a share of last year's own total, a newcomer's amount, or the branch's mean 结转. */
function openingOf({ frame, sheet }: FoldContext, node: PlanNode, path: readonly number[]): string {
  const { carry } = node;
  if (!carry) {
    const opens = frame.number((plan) => nodeAt(plan, path)?.opens ?? 0);
    return node.byMonth && opens !== '0' ? sheet.add(timesOver(opens, 'months', '12')) : opens;
  }
  const { newcomer } = carry;
  const otherwise =
    newcomer === 'mean'
      ? `coalesce((select opening from mean_${path[0] ?? 0}), 0)`
      : frame.profiles.number((profile) => amountFor(newcomer, profile));
  const carried = `case when lt is null then ${otherwise} else ${timesRatio('lt', carry.carry)} end`;
  return sheet.add(frame.choose((plan) => (nodeAt(plan, path)?.applies ? carried : '0')));
}

/** The components that open from last year with the branch's mean for newcomers, by their place in the plan. */
export function meanOpenings(frame: Frame): readonly { readonly at: number; readonly carry: Ratio }[] {
  const own = new Set(frame.prepared.scheme.document.components.map(({ id }) => id));
  return frame.plan.components.flatMap(({ id, carry }, at) =>
    carry?.newcomer === 'mean' && own.has(id) ? [{ at, carry: carry.carry }] : [],
  );
}
