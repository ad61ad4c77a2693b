import { earlier } from '#domain/kernel/day.ts';
import { type Condition, TOTAL } from '#domain/scheme/condition.ts';
import type { Veto } from '#domain/scheme/document.ts';
import type { PlanItem, PlanNode } from '#domain/score/plan.ts';
import { isNeverIdle } from '#domain/score/worth.ts';
import { isAmong, num, rounded, sum, timesOver, timesRatio, wide } from './arithmetic.ts';
import { type Codes, openingsMatter, saysYes } from './facts.ts';
import { type FoldContext, foldNode, type LooseNotes, meanOpenings } from './fold.ts';
import type { Frame } from './frame.ts';
import type { LooseNode } from './loose-nodes.ts';
import { addLoose, leftColumn, type Note, type Notes } from './loose-stage.ts';
import { inRange, type Marks } from './marks.ts';
import { BRANCH } from './script.ts';
import { Sheet } from './sheet.ts';

/** The columns of `scored`, one row for each member and period: the total, whether vetoed, and each component's points. */
export type Scored = {
  readonly from: string;
  readonly total: string;
  readonly vetoed: string;
  readonly components: readonly string[];
};

/** Adds `scored`: the fold 汇总 of what items come to, up to the total and the grounds that strike (product §4). */
export function addScored(frame: Frame, codes: Codes, marks: Marks, loose: readonly LooseNode[]): Scored {
  const { script } = frame;
  const base = new Set(['m', 'p', 'c', 'r', 'g', 'lt', ...(frame.countsMonths ? ['months'] : []), ...marks.columns]);
  const columns: string[] = [];
  const flags: string[] = [];
  const looked = new Set<number>();
  const flag = (name: string, sql: string, i: readonly number[]): string => {
    if (!base.has(name)) {
      flags.push(`${sql} as ${name}`);
      columns.push(`flags.${name} as ${name}`);
      base.add(name);
      for (const one of i) looked.add(one);
    }
    return name;
  };
  const vetoes = frame.prepared.scheme.document.vetoes ?? [];
  const found = vetoes.map((_, at) =>
    flag(`w${at}`, `max(case when i = ${codes.veto(at)} and ref is not null then 1 else 0 end)`, [codes.veto(at)]),
  );
  const points = (i: number): string => `case when i = ${i} then coalesce(pts, 0) end`;
  const openings = [...codes.opening.values()];
  const all = openingsMatter(frame)
    ? flag(
        'ball',
        wide(`sum(case when ${isAmong('i', [...openings, codes.strayOpening])} then coalesce(pts, 0) end)`),
        [...openings, codes.strayOpening],
      )
    : 'null';
  const summed = frame.items.filter((item) => frame.slots([item]).length > 0).map(({ at }) => at);
  for (const at of summed) base.add(`s${at}`);
  const context: FoldContext = {
    frame,
    sheet: new Sheet(script, []),
    marks,
    sumOf: (item) => (summed.includes(item) ? `s${item}` : undefined),
    toldOf: (item) =>
      frame.values((plan) => (plan.items[item]?.applies ? 1 : 0)).every((one) => one === 1)
        ? '0'
        : `coalesce(${flag(`t${item}`, `max(case when i = ${item} then 1 else 0 end)`, [item])}, 0)`,
    lostOf: (item) => {
      const one = frame.items[item];
      if (!one || !frame.periods.some((period) => frame.current(one, period)?.value.kind === 'lost')) return undefined;
      const lost = flag(`y${item}`, `max(case when i = ${item} and ${saysYes(script, '')} then 1 else 0 end)`, [item]);
      const tests = frame.periods.map((period) => {
        const slot = frame.current(one, period);
        return slot?.value.kind === 'lost' ? frame.profiles.test((profile) => frame.fits(slot, profile)) : '1 = 0';
      });
      return `case when ${lost} = 1 and ${frame.byPeriodSql(tests, '')} then 1 else 0 end`;
    },
    broughtOf: (component) => {
      const i = codes.opening.get(component);
      return i === undefined ? 'null' : flag(`b${i}`, wide(`sum(${points(i)})`), [i]);
    },
    clearedOf: () => undefined,
    folded: new Map(),
    loose: {
      isLoose: (plan) => loose.some((node) => node.plan === plan && node.top !== undefined && !plan.outside),
      note: () => {},
      choose: () => {},
      leftOf: () => undefined,
      busy: () => '1 = 1',
      told: (item) => `coalesce(${flag(`t${item}`, `max(case when i = ${item} then 1 else 0 end)`, [item])}, 0)`,
    },
  };
  return finish(frame, context, { base, columns, flags, looked, found, all, summed, vetoes, loose });
}

type Parts = {
  readonly base: Set<string>;
  readonly columns: string[];
  readonly flags: string[];
  readonly looked: Set<number>;
  readonly found: readonly string[];
  readonly all: string;
  readonly summed: readonly number[];
  readonly vetoes: readonly Veto[];
  readonly loose: readonly LooseNode[];
};

function finish(frame: Frame, first: FoldContext, parts: Parts): Scored {
  const { script, plan } = frame;
  // A first walk tells which columns are looked at, the second one knows them all.
  for (const [at, node] of plan.components.entries()) foldNode(first, node, [at]);
  const sheet = new Sheet(script, [...parts.base]);
  const struck = parts.vetoes.map((veto, at) => struckBy(frame, first.marks, veto, parts.found[at] ?? '0', sheet));
  const clearedOf = (node: string): string | undefined => {
    const list = parts.vetoes.flatMap(({ effect }, at) => {
      const one = struck[at];
      return one !== undefined && effect !== undefined && effect !== 'zero' && effect.clears === node ? [one] : [];
    });
    return list.length === 0
      ? undefined
      : sheet.add(`case when ${list.map((one) => `${one} = 1`).join(' or ')} then 1 else 0 end`);
  };
  const clearing = parts.vetoes.flatMap(({ effect }, at) =>
    effect !== undefined && effect !== 'zero' && effect.clears !== undefined ? [struck[at] ?? '0'] : [],
  );
  const notes = looseNotes(frame, parts.loose, sheet, first.loose, clearing);
  const context: FoldContext = { ...first, sheet, clearedOf, folded: new Map(), loose: notes };
  const folded = plan.components.map((node, at) => foldNode(context, node, [at]));
  const add = (list: readonly string[]): string => {
    const terms = list.filter((one) => one !== '0');
    return terms.length === 0 ? '0' : sheet.add(terms.join(' + '));
  };
  const total = boundTotal(
    context,
    parts.all,
    add(folded.map((one) => one.inside)),
    add(folded.map((one) => one.outside)),
  );
  const zero = parts.vetoes.flatMap(({ effect, when }, at) => {
    if (effect !== 'zero') return [];
    const already = struck[at] ?? '0';
    const byPoints = when?.some((one) => (one.measure ?? 'points') === 'points')
      ? sheet.add(
          `case when ${already} = 1 or (${when.map((one) => holds(context, one, total)).join(' and ')}) then 1 else 0 end`,
        )
      : already;
    return [byPoints];
  });
  const vetoed =
    zero.length === 0 ? '0' : sheet.add(`case when ${zero.map((one) => `${one} = 1`).join(' or ')} then 1 else 0 end`);
  const last = vetoed === '0' ? total : sheet.add(`case when ${vetoed} = 1 then 0 else ${total} end`);
  const components = folded.map(({ points }) => points);
  addRows(frame, parts);
  const wanted = [last, vetoed, ...components, ...notes.wanted()].filter((one) => /^[a-z]/.test(one));
  const phases = 1 + Math.max(0, ...parts.loose.map(({ phase }) => phase + 1));
  const from = sheet.finish('sheet', 'rows0', wanted, phases, (phase, step) =>
    addLoose(frame, parts.loose, notes.made, phase, step),
  );
  return { from, total: last, vetoed, components };
}

type Noted = LooseNotes & { readonly made: Notes; readonly wanted: () => readonly string[] };

/** The notes that the fold takes for limits by stretch on components and groups. */
function looseNotes(
  frame: Frame,
  nodes: readonly LooseNode[],
  sheet: Sheet,
  first: LooseNotes,
  clearing: readonly string[],
): Noted {
  const of = new Map<number, Note>();
  const chosen = new Map<number, string>();
  const find = (plan: PlanNode | PlanItem): LooseNode | undefined => nodes.find((node) => node.plan === plan);
  return {
    ...first,
    made: { of, chosen },
    wanted: () => [...[...of.values()].flatMap(({ target, there }) => [target, there]), ...chosen.values()],
    note: (plan, target, there) => {
      const node = find(plan);
      if (node) of.set(node.at, { target, there });
    },
    choose: (plan, child, one) => {
      const part = plan.children[child];
      const node = part && find(part);
      if (node) chosen.set(node.at, one);
    },
    leftOf: (plan) => {
      const node = find(plan);
      return node && node.phase >= 0 ? sheet.later(leftColumn(node), node.phase) : undefined;
    },
    busy: (item, brought, whole) => {
      if (item.plan.review !== undefined) return '1 = 1';
      const asking = frame.periods.map((period) => {
        const slot = frame.current(item, period);
        return slot && isNeverIdle(slot.value) ? frame.profiles.test((profile) => frame.fits(slot, profile)) : '1 = 0';
      });
      const tests = [
        frame.byPeriodSql(asking, ''),
        ...(brought === 'null' || whole === '0' ? [] : [`(${brought} is not null and ${whole} <> 0)`]),
        ...clearing.map((one) => `${one} = 1`),
      ];
      return `(${tests.join(' or ')})`;
    },
  };
}

/** Whether a ground strikes before any points are known: by its finding, or by conditions on facts. */
function struckBy(frame: Frame, marks: Marks, { when }: Veto, found: string, sheet: Sheet): string {
  const counts = when?.every((one) => one.measure !== undefined && one.measure !== 'points');
  const by =
    when && counts ? ` or (${when.map((one) => `${asked(frame, one)}${marks.holds(one, '')}`).join(' and ')})` : '';
  return sheet.add(`case when ${found} = 1${by} then 1 else 0 end`);
}

/** The year to date is asked once, when its last period stands. */
function asked(frame: Frame, { over }: Condition): string {
  const end = earlier(frame.prepared.asOf, frame.prepared.year.to);
  const last = frame.periods.filter(({ to }) => to >= end).map(({ at }) => at);
  return over !== 'year' || last.length === frame.periods.length ? '' : `${isAmong('p', last)} and `;
}

function holds(context: FoldContext, condition: Condition, total: string): string {
  return `(${asked(context.frame, condition)}${holdsThen(context, condition, total)})`;
}

function holdsThen(context: FoldContext, condition: Condition, total: string): string {
  if ((condition.measure ?? 'points') !== 'points') return context.marks.holds(condition, '');
  if (condition.of === TOTAL) return inRange(total, condition);
  const node = context.folded.get(condition.of);
  if (!node) return '1 = 0';
  return node.there === '1'
    ? inRange(node.points, condition)
    : `(${node.there} = 1 and ${inRange(node.points, condition)})`;
}

/** factor, cap, what is past every cap, floor; what was brought along from another branch is not cut again. */
function boundTotal({ frame, sheet, marks }: FoldContext, brought: string, first: string, second: string): string {
  const { total } = frame.prepared.scheme.document;
  let [inside, outside] = [first, second];
  const factor = total?.times;
  if (factor) {
    const share = 'review' in factor ? marks.review(factor.review, '') : undefined;
    const by = (one: string): string => {
      if (one === '0') return one;
      if (!('review' in factor)) return sheet.add(timesRatio(one, factor));
      return share
        ? sheet.add(`case when ${share.num} is null then ${one} else ${timesOver(one, share.num, share.den)} end`)
        : one;
    };
    [inside, outside] = [by(inside), by(outside)];
  }
  if (total?.cap !== undefined) {
    const cap = sheet.add(`case when ${brought} > ${num(total.cap)} then ${brought} else ${num(total.cap)} end`);
    inside = sheet.add(`case when ${inside} > ${cap} then ${cap} else ${inside} end`);
  }
  const sumUp = outside === '0' ? inside : sheet.add(`${inside} + ${outside}`);
  if (total?.floor === undefined) return sumUp;
  const floor = sheet.add(`case when ${brought} < ${num(total.floor)} then ${brought} else ${num(total.floor)} end`);
  return sheet.add(`case when ${sumUp} < ${floor} then ${floor} else ${sumUp} end`);
}

/** Adds `rows0`: each member's period with what every item came to and the facts that are no item's. */
function addRows(frame: Frame, { base, columns, flags, looked, summed }: Parts): void {
  const { script } = frame;
  const joins: string[] = [];
  const known = new Set(columns.map((one) => one.split(' as ')[1]));
  const own = [...base].filter((one) => !known.has(one) && !/^s\d+$/.test(one)).map((one) => `marks.${one}`);
  const sums = summed.map((at) => `coalesce(points.s${at}, 0) as s${at}`);
  if (summed.length > 0) {
    const pivot = summed.map((at) => `${wide(`sum(s) filter (where i = ${at})`)} as s${at}`);
    script.step('points', `select m, p, ${pivot.join(', ')} from it group by m, p`);
    joins.push('left join points on points.m = marks.m and points.p = marks.p');
  }
  if (flags.length > 0) {
    script.step('flags', `select m, p, ${flags.join(', ')} from f where ${isAmong('i', [...looked])} group by m, p`);
    joins.push('left join flags on flags.m = marks.m and flags.p = marks.p');
  }
  for (const { at, carry } of meanOpenings(frame)) {
    const each = `select ${timesRatio('last_total', carry)} as opening from member where branch_id = ${BRANCH} and last_total is not null`;
    script.keep(
      `mean_${at}`,
      `select ${wide(rounded(sum('opening'), 'count(*)'))} as opening from ${script.view(each)} t having count(*) > 0`,
    );
  }
  script.keep('rows0', `select ${[...own, ...columns, ...sums].join(', ')} from marks ${joins.join(' ')}`);
}
