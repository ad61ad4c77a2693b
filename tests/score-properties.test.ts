import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import { ALWAYS, type Member, type Status } from '#domain/ledger/member.ts';
import { check } from '#domain/scheme/check.ts';
import type { Condition } from '#domain/scheme/condition.ts';
import type { Item } from '#domain/scheme/node.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { SCOPES, type Scope } from '#domain/scheme/value.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import { type Explanation, recompute } from '#domain/score/explanation.ts';
import type { Plan, PlanItem, PlanNode } from '#domain/score/plan.ts';
import { type Prepared, prepare } from '#domain/score/prepare.ts';
import { scopeKey } from '#domain/score/scope.ts';
import { lastProfile } from '#domain/score/sorted-facts.ts';
import { totaller } from '#domain/score/totals.ts';
import { CATEGORIES, LEVELS, ROLES, randomFacts, randomScheme } from './random-scheme.ts';

const RUNS = { numRuns: 700 };

const status = fc.record({
  category: fc.constantFrom(...CATEGORIES),
  role: fc.option(fc.constantFrom(...ROLES, '书记、委员'), { nil: undefined }),
  group: fc.option(fc.constantFrom('一组', '二组'), { nil: undefined }),
});

/** A member with one status all the while, or one that changes in June, or one who joins in March. */
const member: fc.Arbitrary<Member> = fc
  .tuple(
    status,
    status,
    fc.constantFrom('steady', 'changes', 'joins'),
    fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  )
  .map(([first, second, kind, lastTotal]) => {
    const row = (one: typeof first, from: string, to: string): Status => ({
      from,
      to,
      standing: 'full',
      category: one.category,
      ...(one.role !== undefined && { role: one.role }),
      ...(one.group !== undefined && { group: one.group }),
    });
    const history =
      kind === 'steady'
        ? [row(first, ALWAYS.from, ALWAYS.to)]
        : kind === 'joins'
          ? [row(first, '2026-03-01', ALWAYS.to)]
          : [row(first, ALWAYS.from, '2026-06-15'), row(second, '2026-06-16', ALWAYS.to)];
    return { id: 'm', name: '某', history, ...(lastTotal !== null && { lastTotal }) };
  });

type Case = {
  readonly scheme: Scheme;
  readonly prepared: Prepared;
  readonly member: Member;
  readonly facts: readonly Fact[];
};

const cases: fc.Arbitrary<Case> = randomScheme().chain((document) => {
  const { scheme, problems } = check(document);
  if (!scheme) throw new Error(JSON.stringify(problems));
  return fc
    .record({ member, facts: randomFacts(scheme), day: fc.constantFrom('2026-12-31', '2026-08-15') })
    .map(({ day, ...rest }) => ({
      scheme,
      prepared: prepare(scheme, day),
      ...rest,
      // A counterexample prints what is needed to play it again, not the prepared numbers.
      [fc.toStringMethod]: () => JSON.stringify({ document, day, ...rest }),
    }));
});

const total = ({ prepared, member: one, facts }: Case): number => evaluate(prepared, { member: one, facts }).total;

describe('the score of any facts under any scheme (product §4, §5.1)', () => {
  test('does not depend on the order of the facts, nor does its explanation', () =>
    fc.assert(
      fc.property(
        cases.chain((one) =>
          fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.facts], { minLength: one.facts.length })),
        ),
        ([one, shuffled]) => {
          const plain = evaluate(one.prepared, { member: one.member, facts: one.facts });
          expect(evaluate(one.prepared, { member: one.member, facts: shuffled })).toEqual(plain);
        },
      ),
      RUNS,
    ));

  test('is recomputed from the leaves and limits of its explanation, at every node', () =>
    fc.assert(
      fc.property(cases, ({ prepared, member: one, facts }) => {
        const { tree, total: points } = evaluate(prepared, { member: one, facts });
        expect(recompute(tree)).toBe(points);
        everyNode(tree, (node) => expect(recompute(node)).toBe(node.points));
      }),
      RUNS,
    ));

  test('is the same by the quick way to totals', () =>
    fc.assert(
      fc.property(cases, ({ prepared, member: one, facts }) => {
        const whole = evaluate(prepared, { member: one, facts });
        const quick = totaller(prepared)({ member: one, facts });
        expect(quick).toEqual({ total: whole.total, components: [...whole.components.values()], vetoed: whole.vetoed });
      }),
      { numRuns: 3000 },
    ));

  test('keeps every cap and floor: of each stretch of an item, each item, group and component, and the total (§二)', () =>
    fc.assert(
      fc.property(cases, ({ prepared, member: one, facts }) => {
        const { tree } = evaluate(prepared, { member: one, facts });
        const periods = tree.children[0]?.kind === 'period' ? tree.children : [tree];
        const way = prepared.scheme.document.cycle?.year ?? 'whole';
        for (const period of periods) {
          // A member who joined has no periods before; one period alone stands as the root itself.
          const mine = prepared.periods.filter(({ to }) => one.history.some((row) => row.from <= to));
          const span =
            way === 'whole' ? prepared.year : (mine.find(({ id }) => id === period.id) ?? mine[0] ?? prepared.year);
          const nodes = nodesOf(prepared.planFor(lastProfile(one, span)));
          everyNode(period, (node) => {
            const planned = nodes.get(node.id);
            if (planned && node.kind === planned.kind) holdsBounds(planned, node, prepared, tree);
          });
        }
        const { floor = -Infinity, cap = Infinity } = prepared.scheme.document.total ?? {};
        const brought = facts.some((fact) => fact.item.startsWith('opening:'));
        if (way === 'whole' && !brought && tree.adjustments.every(({ kind }) => kind !== 'veto')) {
          expect(tree.points).toBeGreaterThanOrEqual(floor);
          const past = tree.children.reduce((sum, child) => sum + child.outside, 0);
          if (past <= 0 && tree.adjustments.every(({ kind }) => kind !== 'times' && kind !== 'floor'))
            expect(tree.points - past).toBeLessThanOrEqual(cap);
        }
      }),
      RUNS,
    ));

  test('is 0 with the finding of a veto, and unchanged by a report without one (§二(三), product §3.5)', () =>
    fc.assert(
      fc.property(cases, (one) => {
        const vetoes = [{ id: 'lian', label: '违反廉洁纪律', effect: 'zero' as const }];
        const scheme = { ...one.scheme, document: { ...one.scheme.document, vetoes } };
        const prepared = prepare(scheme, one.prepared.asOf);
        const found: Fact = { item: 'veto:lian', day: prepared.asOf, ref: '区纪委决定〔2026〕3号' };
        const struck = evaluate(prepared, { member: one.member, facts: [...one.facts, found] });
        const { ref: _, ...report } = found;
        const pending = evaluate(prepared, { member: one.member, facts: [...one.facts, report] });
        expect(pending.total).toBe(evaluate(prepared, { member: one.member, facts: one.facts }).total);
        expect(struck).toMatchObject({ total: 0, vetoed: true });
        expect(pending).toMatchObject({ vetoed: false, pending: [report] });
      }),
      RUNS,
    ));

  test('is never lowered by a further credit per occurrence, once, by rate or of the highest tier (§二(二))', () => {
    let tried = 0;
    fc.assert(
      fc.property(
        cases.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.nat(),
            fc.integer({ min: 1, max: 12 }),
            fc.integer({ min: 1, max: 28 }),
            fc.integer({ min: 0, max: 8 }),
          ),
        ),
        ([one, choice, month, date, size]) => {
          const credits = [...one.scheme.nodes.values()].flatMap((entry) =>
            entry.kind === 'item' && onlyHelps(one, entry.node) ? [entry.node] : [],
          );
          const chosen = credits[choice % Math.max(1, credits.length)];
          if (!chosen) return;
          tried++;
          const day = `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
          const further: Fact = {
            item: chosen.id,
            day,
            ref: '佐证',
            ...(chosen.levels ? { level: LEVELS[size % LEVELS.length] ?? '' } : { quantity: size * 10_000 }),
            ...(chosen.once && { level: '是' }),
          };
          expect(total({ ...one, facts: [...one.facts, further] })).toBeGreaterThanOrEqual(total(one));
        },
      ),
      { numRuns: 3000 },
    );
    expect(tried).toBeGreaterThan(100);
  });
});

function everyNode(node: Explanation, visit: (node: Explanation) => void): void {
  visit(node);
  for (const child of node.children) everyNode(child, visit);
}

function nodesOf(plan: Plan): Map<string, PlanNode | PlanItem> {
  const found = new Map<string, PlanNode | PlanItem>();
  const add = (node: PlanNode | PlanItem): void => {
    found.set(node.id, node);
    for (const child of node.children) add(child);
  };
  for (const component of plan.components) add(component);
  return found;
}

function holdsBounds(planned: PlanNode | PlanItem, node: Explanation, prepared: Prepared, tree: Explanation): void {
  const { kind, adjustments, children } = node;
  // By months, cap and floor are so many twelfths of the planned ones.
  const factored = planned.byMonth || adjustments.some((one) => one.kind === 'times' || one.kind === 'clear');
  const brought = children.some((child) => child.kind === 'transfer');
  if (!factored && !brought) {
    expect(node.points).toBeGreaterThanOrEqual(planned.floor);
    const past = kind === 'item' ? 0 : children.reduce((sum, child) => sum + child.outside, 0);
    if (past === 0) expect(node.points).toBeLessThanOrEqual(Math.max(planned.cap, planned.floor));
  }
  if (kind !== 'item') return;
  const leaves = children.filter((child) => child.kind === 'fact' && child.fact);
  // Where credits and deductions meet in one item, a wider floor may give back what a narrower cap had set against them,
  // and a quarter's cap in February lets in as much as January's deduction had left below it.
  const signs = signsOf(tree, node.id);
  if (signs.size !== 1 || leaves.length !== children.length) return;
  for (const { per, cap, floor } of planned.limits) {
    const sums = new Map<string, number>();
    for (const [at, leaf] of leaves.entries()) {
      const key = leaf.fact ? scopeKey(per, leaf.fact, at, prepared) : '';
      sums.set(key, (sums.get(key) ?? 0) + leaf.kept);
    }
    for (const sum of sums.values()) {
      if (cap !== undefined) expect(sum).toBeLessThanOrEqual(Math.max(cap, floor ?? cap));
      if (floor !== undefined && cap !== undefined && signs.has(-1))
        expect(sum).toBeGreaterThanOrEqual(Math.min(floor, cap));
    }
  }
}

/** The signs of what an item's facts are worth, in all periods of the year. */
function signsOf(tree: Explanation, item: string): Set<number> {
  const signs = new Set<number>();
  everyNode(tree, (node) => {
    if (node.id !== item || node.kind !== 'item') return;
    for (const leaf of node.children) if (leaf.points !== 0) signs.add(Math.sign(leaf.points));
  });
  return signs;
}

/** Whether a further fact of the item is a credit on which no rating, ratio or pick-one depends (issue, properties). */
function onlyHelps({ scheme, prepared, member: one }: Case, item: Item): boolean {
  const { vetoes = [], cycle } = scheme.document;
  const all = [...scheme.nodes.values()];
  const asks = (condition: Condition): boolean =>
    condition.of === item.id || (condition.measure ?? 'points') === 'points';
  const asked =
    vetoes.some((veto) => veto.when?.some(asks)) ||
    all.some((entry) => entry.kind === 'item' && entry.node.meets?.when.some(asks));
  if (asked || (cycle?.year ?? 'whole') === 'last') return false;
  for (
    let above = scheme.nodes.get(item.id);
    above;
    above = above.parent === undefined ? undefined : scheme.nodes.get(above.parent)
  ) {
    if (above.kind === 'extra') continue;
    // What limits several items together picks the best of them, and so does a factor or the highest alone.
    if (above.kind !== 'item' && (above.node.limits ?? []).length > 0) return false;
    if (above.node.times !== undefined || ('take' in above.node && above.node.take === 'highest')) return false;
  }
  if (scheme.document.total?.times !== undefined) return false;
  if (limitsCross(scheme, item)) return false;
  // The worth must be a credit for this member on every day, and the same on every day where a count keeps the best across periods.
  const worths = one.history.map((row) => prepared.worthsFor(scheme, row)[prepared.names.get(item.id)?.item ?? -1]);
  const extras = worths.flatMap((worth) => worth?.extras ?? []);
  if (extras.length > 0 || (worths.length > 1 && (cycle?.year ?? 'whole') !== 'whole')) return false;
  // A stretch scored together goes by its latest fact: one under a category for which it is worth less takes the better one's place.
  const latest = worths.flatMap((worth) => {
    const together = worth?.value.kind === 'once' || (worth?.value.kind === 'each' && worth.value.over !== undefined);
    return together ? [JSON.stringify(worth.value)] : [];
  });
  if (new Set(latest).size > 1) return false;
  return worths.every((worth) => {
    switch (worth?.value.kind) {
      case undefined:
        return true;
      case 'each':
        return worth.value.points >= 0;
      case 'once':
        // A free allowance takes the earliest: one used up by a further yes lets a later no count that costs something.
        if (item.free && worth.value.no < 0) return false;
        return worth.value.yes >= 0 && worth.value.yes >= worth.value.no && worth.value.yes >= worth.value.missing;
      case 'levels':
        return (
          worth.value.take === 'highest' &&
          worth.value.missing === 0 &&
          [...worth.value.of.values()].every((points) => points >= 0)
        );
      default:
        return false;
    }
  });
}

/** Whether a limit of an item may give to one stretch what a further credit in another takes from it. */
function limitsCross({ document: { cycle } }: Scheme, { each, once, free, limits = [] }: Item): boolean {
  const { period = 'quarter', year = 'whole' } = cycle ?? {};
  const scopes = limits.map(({ per }) => per);
  // What an earlier period used of a limit is gone for a later one, also where that one had better credits or its node more room.
  const within: Readonly<Record<typeof period, readonly Scope[]>> = {
    month: ['day', 'matter', 'month', 'period'],
    quarter: ['day', 'matter', 'month', 'quarter', 'period'],
    half: ['day', 'matter', 'month', 'quarter', 'half', 'period'],
    year: SCOPES,
    term: ['day', 'matter', 'month', 'period'],
  };
  if (year !== 'whole' && scopes.some((per) => !within[period].includes(per))) return true;
  // A term lies across quarters and halves: neither limit is the narrower one, so what one drops may leave the other room unused.
  const over = [each, once].flatMap((value) =>
    Object.entries(value ?? {}).filter(([key]) => key === 'over' || key === 'per'),
  );
  const all = new Set<unknown>([...scopes, free?.per, ...over.map(([, per]) => per)]);
  return period === 'term' && all.has('period') && (all.has('quarter') || all.has('half'));
}
