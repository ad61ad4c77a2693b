import { choose, isAmong, num, sum, wide } from './arithmetic.ts';
import type { Frame } from './frame.ts';
import { nodeLimit, unitStage } from './limit-stage.ts';
import { type LooseNode, startsOf, wayUp } from './loose-nodes.ts';
import { NO_UNIT, UNIT } from './own-units.ts';
import type { Script } from './script.ts';
import { NOWHERE } from './stretch.ts';

/** What the fold noted of a node: to which sum its occurrences are brought, and 1 where it has any. */
export type Note = { readonly target: string; readonly there: string };

/** What the fold noted of all nodes, by number; `chosen` has 1 for a part that is the highest of its node. */
export type Notes = { readonly of: ReadonlyMap<number, Note>; readonly chosen: ReadonlyMap<number, string> };

/** The name of the column with what limits left of a node's occurrences. */
export function leftColumn(node: LooseNode): string {
  return `a${node.at}`;
}

/**
 * Adds the limits by stretch of the components and groups of one phase: gathers what is left of the units below, brings them at each
 * node to what the node came to, the smallest changing first, and applies the limits. `step` has the sheet's rows so far, and comes
 * back with one more column for each node.
 */
export function addLoose(frame: Frame, nodes: readonly LooseNode[], notes: Notes, phase: number, step: string): string {
  const { script } = frame;
  const tops = nodes.filter((node) => node.phase === phase);
  const starts = tops.flatMap((top) => startsOf(nodes, top)).filter((node) => !isPast(node));
  const columnsOf = (of: (node: LooseNode) => string): string =>
    tops.map((node) => `${of(node)} as ${leftColumn(node)}`).join(', ');
  const bearing = nodes.filter((node) => node.top !== undefined && tops.includes(node.top) && !isPast(node));
  if (bearing.length === 0) {
    script.step(`n${phase}_end`, `select ${NO_UNIT} from mp where 1 = 0`);
    return script.keep(`folded${phase}`, `select t.*, ${columnsOf(() => '0')} from ${step} t`);
  }
  let from = gathered(frame, starts, bearing, notes, phase, step);
  const heights = [...new Set(bearing.map(({ height }) => height))].toSorted((a, b) => a - b);
  for (const height of heights)
    from = script.deepen(brought(script, `n${phase}_${height}`, height, bearing, notes, from), 60);
  const top = choose('i', new Map(bearing.map((node) => [node.at, num(node.top?.at ?? -1)])), '-1');
  const ordered = script.view(`select t.*, ${top} as top from ${from} t`);
  const order = 'row_number() over (partition by m, p, top order by pos, o)';
  let units = script.keep(
    `n${phase}_all`,
    `select m, p, top as i, ${order} as o, e, n, a, day, ref, cast(p as bigint) * 1000000000 + ${order} as seq, k from ${ordered} t`,
  );
  const most = Math.max(0, ...tops.map(({ plan }) => plan.limits.length));
  for (let index = 0; index < most; index++) {
    const list = tops.flatMap(({ at, plan, path }) => {
      const limit = plan.limits[index];
      const of = (other: typeof frame.plan) => {
        let node: LooseNode['plan'] | undefined = other.components[path[0] ?? -1];
        for (const place of path.slice(1)) node = node?.children[place];
        return node?.limits[index];
      };
      return limit ? [nodeLimit(frame, at, limit, of)] : [];
    });
    units = unitStage(frame, `n${phase}_l${index}`, list, units);
  }
  const left = script.keep(`n${phase}_end`, `select ${UNIT} from ${units}`);
  const sums = tops.map((node) => `${wide(`sum(e * n) filter (where i = ${node.at})`)} as ${leftColumn(node)}`);
  const points = script.view(`select m, p, ${sums.join(', ')} from ${left} group by m, p`);
  return script.deepen(
    script.keep(
      `folded${phase}`,
      `select t.*, ${columnsOf((node) => `coalesce(b.${leftColumn(node)}, 0)`)} from ${step} t left join ${points} b on b.m = t.m and b.p = t.p`,
    ),
    20,
  );
}

/** Whether what a node gives goes past every cap somewhere on its way, and so past these limits too. */
function isPast(node: LooseNode): boolean {
  return wayUp(node).some(({ plan }) => plan.outside);
}

/** The units of a phase with the sums that they are brought to on their way (t and a height), and an empty row for each node that may come to something without any. */
function gathered(
  frame: Frame,
  starts: readonly LooseNode[],
  bearing: readonly LooseNode[],
  notes: Notes,
  phase: number,
  step: string,
): string {
  const { script } = frame;
  const items = starts.filter(({ plan }) => plan.kind === 'item').map(({ at }) => at);
  const limited = starts.filter(({ plan }) => plan.kind !== 'item');
  const z = (height: string): string => `${height} as z`;
  const parts = items.length === 0 ? [] : [`select ${UNIT}, ${z('-1')} from u_end where ${isAmong('i', items)}`];
  for (const earlier of new Set(limited.map((node) => node.phase)))
    parts.push(
      `select ${UNIT}, ${z('-1')} from n${earlier}_end where ${isAmong(
        'i',
        limited.filter((node) => node.phase === earlier).map(({ at }) => at),
      )}`,
    );
  script.step(`bare${phase}`, `values ${bearing.map(({ at, height }) => `(${at}, ${height})`).join(', ')}`, '(i, z)');
  parts.push(
    `select t.m, t.p, b.i, -1 as o, 0 as e, 0 as n, 0 as a, '' as day, cast(null as text) as ref, 0 as seq, ${NOWHERE} as k, b.z
    from mp t cross join bare${phase} b`,
  );
  const union = script.view(parts.join('\nunion all '));
  const by = (of: (node: LooseNode) => string, otherwise: string): string =>
    choose('u.i', new Map(bearing.map((node) => [node.at, of(node)])), otherwise);
  const heights = [...new Set(bearing.map(({ height }) => height))];
  const targets = heights.map((height) => {
    const target = (node: LooseNode): string => {
      const one = wayUp(node).find((other) => other.height === height);
      return (one && notes.of.get(one.at)?.target) ?? 'null';
    };
    return `cast(${by(target, 'null')} as bigint) as t${height}`;
  });
  const live = (node: LooseNode): string => {
    const tests = wayUp(node).flatMap((one) => {
      const there = notes.of.get(one.at)?.there ?? '0';
      const chosen = notes.chosen.get(one.at);
      return [...(there === '1' ? [] : [`${there} = 1`]), ...(chosen === undefined ? [] : [`${chosen} = 1`])];
    });
    return tests.length === 0 ? '1' : `case when ${tests.join(' and ')} then 1 else 0 end`;
  };
  const places = new Map([...bearing].toSorted(byPath).map((node, at) => [node.at, num(at)]));
  return script.keep(
    `n${phase}_start`,
    `select u.m, u.p, u.i, u.o, u.e, u.n, u.a, u.day, u.ref, u.seq, u.k, u.z, ${choose('u.i', places, '0')} as pos, ${targets.join(', ')}
    from ${union} u join ${step} t on t.m = u.m and t.p = u.p where ${by(live, '0')} = 1`,
  );
}

/** In the order of the scheme, a node before what lies below it. */
function byPath(a: LooseNode, b: LooseNode): number {
  for (let at = 0; at < Math.max(a.path.length, b.path.length); at++) {
    const [one = -1, other = -1] = [a.path[at], b.path[at]];
    if (one !== other) return one - other;
  }
  return 0;
}

/** Brings the units at the nodes of one height to what these came to: what is too much is cut from the smallest of one sign, the latest of equals (fitted). */
function brought(
  script: Script,
  name: string,
  height: number,
  bearing: readonly LooseNode[],
  notes: Notes,
  from: string,
): string {
  const at = new Map(
    bearing.map((node) => {
      const one = wayUp(node).find((other) => other.height === height);
      return [node.at, num(one && notes.of.has(one.at) ? one.at : -1)] as const;
    }),
  );
  const part = 'partition by m, p, node';
  const placed = script.view(`select t.*, ${choose('i', at, '-1')} as node from ${from} t`);
  const summed = script.view(`select t.*, ${sum('e * n', ` over (${part})`)} as points from ${placed} t`);
  const signed = script.view(
    `select t.*, case when node < 0 or points = t${height} then 0 when points > t${height} then 1 else -1 end as sign,
    case when node < 0 then 0 else abs(points - t${height}) end as excess from ${summed} t`,
  );
  const size = 'case when e * sign > 0 then abs(e) * n else 0 end';
  const ranked = script.view(
    `select t.*, ${sum(size, ` over (${part} order by abs(e), pos desc, o desc rows between unbounded preceding and 1 preceding)`)} as smaller,
    ${sum(size, ` over (${part})`)} as sizes, row_number() over (${part} order by pos desc, o desc) as last from ${signed} t`,
  );
  const cut = script.keep(
    `${name}_cut`,
    `select t.*, case when e * sign > 0 and excess > smaller then 1 else 0 end as active,
    case when e * sign <= 0 or excess <= smaller then 0 when excess - smaller < abs(e) * n then excess - smaller else abs(e) * n end as gone
    from ${ranked} t`,
  );
  const unit = 'case when e = 0 then 1 else abs(e) end';
  const parts = script.view(`select t.*, gone / (${unit}) as whole, gone % (${unit}) as rest, sub from ${cut} t
    cross join (select 0 as sub union all select 1 union all select 2) s`);
  const e = 'case sub when 0 then e when 1 then e - sign * rest else -sign * (excess - sizes) end';
  const left = 'n - whole - case when rest > 0 then 1 else 0 end';
  const heights = [...new Set(bearing.map((node) => node.height))].map((one) => `t${one}`).join(', ');
  return script.keep(
    name,
    `select m, p, i, pos, o * 4 + sub as o, ${wide(e)} as e, ${wide(`case when sub = 0 then ${left} else 1 end`)} as n,
      case when sub = 2 then 1 else a end as a, day, ref, seq, k, case when sub = 0 then z else -1 end as z, ${heights}
    from ${parts} t where (sub = 0 and z <> ${height} and (active = 0 or ${left} > 0)) or (sub = 1 and rest > 0)
      or (sub = 2 and last = 1 and excess > sizes)`,
  );
}
