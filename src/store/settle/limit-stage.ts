import type { Plan, PlanLimit } from '#domain/score/plan.ts';
import { choose, isAmong, num, sum, wide } from './arithmetic.ts';
import type { Frame, FrameItem } from './frame.ts';
import { NAMED_YEAR, remembers, stretchOfNode, stretchOfUnit } from './stretch.ts';

/** One limit 上限/下限 on the units of an item or node, which bear its number in their column i. */
export type Limited = {
  readonly at: number;
  readonly limit: PlanLimit;
  /** The same limit in another member's plan. */
  readonly of: (plan: Plan) => PlanLimit | undefined;
  readonly stretch: { readonly kn: string; readonly kt: string };
  /** Whether what it used is remembered from period to period. */
  readonly remembered: boolean;
  /** Under which name; a limit over the year goes by its first unit. */
  readonly name: string;
};

/** The limits of items that stand at a place in their lists, narrow before wide. */
export function itemLimits(frame: Frame, items: readonly FrameItem[], index: number): readonly Limited[] {
  return items.flatMap((item): Limited[] => {
    const limit = item.plan.limits[index];
    if (!limit) return [];
    return [
      {
        at: item.at,
        limit,
        of: (plan) => plan.items[item.at]?.limits[index],
        stretch: stretchOfUnit(frame, limit.per),
        remembered: remembers(frame, item, limit.per),
        name: limit.per === 'year' ? NAMED_YEAR : 'kn',
      },
    ];
  });
}

/** A limit of a component or group, by its number among all nodes. */
export function nodeLimit(
  frame: Frame,
  at: number,
  limit: PlanLimit,
  of: (plan: Plan) => PlanLimit | undefined,
): Limited {
  const remembered = frame.byPeriod && frame.periods.length > 1;
  return { at, limit, of, stretch: stretchOfNode(frame, limit.per), remembered, name: 'kn' };
}

/** The numbers of the limits in SQL, over columns i, c, r, g; null where there is none. */
function numbersOf(
  frame: Frame,
  list: readonly Limited[],
): { readonly cap: string; readonly floor: string; readonly most: string } {
  const by = (of: (one: Limited) => string): string =>
    wide(choose('i', new Map(list.map((one) => [one.at, of(one)])), 'null'));
  const number = (one: Limited, of: (limit: PlanLimit) => number | undefined): string =>
    of(one.limit) === undefined ? 'null' : frame.number((plan) => of(one.of(plan) ?? one.limit) ?? 0);
  return {
    cap: by((one) => number(one, (limit) => limit.cap)),
    floor: by((one) => number(one, (limit) => limit.floor)),
    most: by(({ limit }) => (limit.count === undefined ? 'null' : num(limit.count))),
  };
}

/** What units are called while a limit acts on them: stretch, name to be remembered by, numbers, and the turn in which their period is dealt with. */
const KEYS = 'kn, kt, name, cap, floor, most, turn';

/** Puts units into the stretches of a limit. Where what was used is remembered from period to period, each period has its turn after the earlier ones. */
function keyed(frame: Frame, list: readonly Limited[], from: string): string {
  const by = (of: (one: Limited) => string, otherwise: string): string =>
    choose('i', new Map(list.map((one) => [one.at, of(one)])), otherwise);
  const { cap, floor, most } = numbersOf(frame, list);
  const spanning = list.filter(({ remembered }) => remembered);
  const differs = /\bcase [crg] /.test(`${cap} ${floor} ${most}`);
  const rows = differs
    ? `select t.*, mp.c, mp.r, mp.g from ${from} t join mp on mp.m = t.m and mp.p = t.p`
    : `select t.* from ${from} t`;
  const kn = by(({ stretch }) => stretch.kn, '0');
  const kt = by(({ stretch }) => stretch.kt, `''`);
  const name = spanning.length === 0 ? 'kn' : by((one) => (one.remembered ? one.name : 'kn'), 'kn');
  const turns = spanning.map(({ at }) => at);
  const turn = turns.length === 0 ? '0' : `case when ${isAmong('i', turns)} then p else 0 end`;
  const placed = frame.script.view(`select t.*, ${kn} as kn, ${kt} as kt from ${frame.script.view(rows)} t`);
  return frame.script.view(
    `select t.*, ${name} as name, ${cap} as cap, ${floor} as floor, ${most} as most, ${turn} as turn from ${placed} t`,
  );
}

function turnsOf(frame: Frame, list: readonly Limited[]): readonly number[] {
  return list.some(({ remembered }) => remembered) ? frame.periods.map(({ at }) => at) : [0];
}

const PART = 'partition by m, p, i, kn, kt';
const MAIN = 'case when a = 0 then n else 0 end';
const MEMORY = 'partition by m, i, name, kt, cap, floor';

/** What the turns before this one left in the same stretch, as a window over rows already dealt with. */
function usedBefore(turn: number, value: string): string {
  return turn === 0 ? '0' : sum(`case when turn < ${turn} then ${value} else 0 end`, ` over (${MEMORY})`);
}

/** Adds a stage at which only sums matter: one row for each stretch, held to its limit. Answers with the step. */
export function sumStage(frame: Frame, name: string, list: readonly Limited[], from: string): string {
  const { script } = frame;
  let step =
    script.view(`select m, p, i, ${KEYS}, min(o) as o, min(day) as day, min(k) as k, ${sum('e * n')} as e, ${sum(MAIN)} as n
    from ${keyed(frame, list, from)} t group by m, p, i, ${KEYS}`);
  for (const turn of turnsOf(frame, list)) {
    const used = script.view(
      `select t.*, ${usedBefore(turn, 'e')} as points, ${usedBefore(turn, 'n')} as times from ${step} t`,
    );
    const free = 'case when most > times then most - times else 0 end';
    // A count acts here only where every occurrence is worth the same.
    const counted =
      script.view(`select t.*, case when turn = ${turn} and most is not null and n > ${free} then e / n * (${free}) else e end as e1,
      case when turn = ${turn} and most is not null and n > ${free} then ${free} else n end as n1 from ${used} t`);
    const e = `case when turn <> ${turn} then e when e1 + points > cap then cap - points when e1 + points < floor then floor - points else e1 end`;
    step = script.keep(
      `${name}_${turn}`,
      `select m, p, i, ${KEYS}, o, day, k, ${wide(e)} as e, ${wide('n1')} as n from ${counted} t`,
    );
  }
  return script.view(
    `select m, p, i, o, e, 1 as n, 0 as a, day, cast(null as text) as ref, cast(0 as bigint) as seq, k from ${step}`,
  );
}

/**
 * Adds a stage that keeps units apart: the count keeps those best for the member, the cap and the floor cut the smallest of
 * one sign first, the latest of equals (unit.ts). Answers with the step.
 */
export function unitStage(frame: Frame, name: string, list: readonly Limited[], from: string): string {
  const { script } = frame;
  let step = script.keep(
    `${name}_keys`,
    `select m, p, i, o, e, n, a, day, ref, seq, k, ${KEYS} from ${keyed(frame, list, from)} t`,
  );
  for (const turn of turnsOf(frame, list)) {
    step = script.deepen(unitTurn(frame, `${name}_${turn}`, turn, step), 80);
  }
  return script.view(`select m, p, i, o, e, n, a, day, ref, seq, k from ${step}`);
}

function unitTurn(frame: Frame, name: string, turn: number, from: string): string {
  const { script } = frame;
  const queued = script.view(`select t.*, ${sum(MAIN, ` over (${PART})`)} as times, min(o) over (${PART}) as first,
    ${sum(MAIN, ` over (${PART} order by e desc, o rows between unbounded preceding and 1 preceding)`)} as better,
    ${usedBefore(turn, 'e * n')} as used_points, ${usedBefore(turn, MAIN)} as used_times from ${from} t`);
  const free = '(case when most > used_times then most - used_times else 0 end)';
  const over = `(turn = ${turn} and most is not null and times + used_times > most)`;
  const stays = `case when a = 1 or not ${over} then n when ${free} - better <= 0 then 0 when ${free} - better < n then ${free} - better else n end`;
  const counted = script.view(
    `select t.*, case when ${over} then 1 else 0 end as counted, ${wide(stays)} as stays from ${queued} t`,
  );
  const summed = `select t.*, ${sum('e * stays', ` over (${PART})`)} as points from ${counted} t where counted = 0 or stays > 0`;
  script.keep(`${name}_count`, summed);
  // How far the stretch lies above its cap (sign 1) or below its floor (sign −1); never both.
  const all = '(points + used_points)';
  const signed =
    script.view(`select t.*, case when turn <> ${turn} then 0 when ${all} > cap then 1 when ${all} < floor then -1 else 0 end as sign,
    case when turn <> ${turn} then 0 when ${all} > cap then ${all} - cap when ${all} < floor then floor - ${all} else 0 end as excess
    from ${name}_count t`);
  const size = 'case when e * sign > 0 then abs(e) * stays else 0 end';
  const cut =
    script.view(`select t.*, ${sum(size, ` over (${PART} order by abs(e), o desc rows between unbounded preceding and 1 preceding)`)} as smaller,
      ${sum(size, ` over (${PART})`)} as sizes, max(counted + abs(sign)) over (partition by m, p, i) as acted,
      row_number() over (${PART} order by o desc) as last from ${signed} t`);
  const gone = `select t.*, case when e * sign > 0 and excess > smaller then 1 else 0 end as active,
    case when e * sign <= 0 or excess <= smaller then 0 when excess - smaller < abs(e) * stays then excess - smaller else abs(e) * stays end as gone
    from ${cut} t`;
  script.keep(`${name}_cut`, gone);
  // Each row as up to three: what stays whole (sub 0), the one that is cut in part (1), and at the end of a stretch what no unit could bear (2).
  const size0 = 'case when e = 0 then 1 else abs(e) end';
  const parts = script.view(`select t.*, gone / (${size0}) as whole, gone % (${size0}) as rest, sub from ${name}_cut t
    cross join (select 0 as sub union all select 1 union all select 2) s`);
  const e = `case sub when 0 then e when 1 then e - sign * rest else -sign * (excess - sizes) end`;
  const left = `stays - whole - case when rest > 0 then 1 else 0 end`;
  const lastly = `case when acted > 0 and sub = 2 then 1 else 0 end`;
  // Where nothing was cut the list keeps its order; else it comes back stretch by stretch.
  return script.keep(
    name,
    `select m, p, i, row_number() over (partition by m, p, i order by case when acted > 0 then first else 0 end, ${lastly}, o, sub) as o,
      ${wide(e)} as e, ${wide(`case when sub = 0 then ${left} else 1 end`)} as n, case when sub = 2 then 1 else a end as a, day, ref, seq, k, ${KEYS}
    from ${parts} t where (sub = 0 and (active = 0 or ${left} > 0)) or (sub = 1 and rest > 0) or (sub = 2 and last = 1 and excess > sizes)`,
  );
}
