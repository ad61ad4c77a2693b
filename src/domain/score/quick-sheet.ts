import { earlier } from '#domain/kernel/day.ts';
import type { Points } from '#domain/kernel/points.ts';
import { compareFacts, type Fact } from '#domain/ledger/fact.ts';
import { bound } from './fold.ts';
import { type ItemResult, scoreItem } from './item.ts';
import type { PlanItem, PlanNode } from './plan.ts';
import type { Prepared } from './prepare.ts';
import { type QuickItem, quickItem, quickLimits, quickPoints } from './quick-item.ts';
import { slotOf } from './scope.ts';
import type { Setting, Subject } from './setting.ts';
import type { Totals } from './totals.ts';
import type { Profile } from './worth.ts';

type Sheet = (subject: Subject) => Totals | undefined;

/** A sheet of slots for one profile: facts are added into it in any order and it is folded up; undefined when a fact needs the full way. */
export function quickSheet(prepared: Prepared, profile: Profile): Sheet | undefined {
  const plan = prepared.planFor(profile);
  if (!plan.components.every(isPlain)) return undefined;
  const worths = prepared.worthsFor(prepared.scheme, profile);
  const items = plan.items.map((item) => quickItem(item, worths[item.index]));
  const slots = new Float64Array(items.length * 12);
  const latest: string[] = items.map(() => '');
  const touched = new Uint8Array(items.length);
  const whole = new Map<number, Fact[]>();
  const { from } = prepared.year;
  const until = earlier(prepared.year.to, prepared.asOf);
  const idle = plan.items.map((item) => settled(item, 0));
  const always = plan.items.filter((item) => neverIdle(items[item.index]));

  const reset = (): void => {
    for (let at = 0; at < items.length; at++) {
      if (touched[at] !== 1) continue;
      touched[at] = 0;
      latest[at] = '';
      slots.fill(0, at * 12, at * 12 + 12);
    }
    whole.clear();
  };

  /** Adds one fact; false where only the full way can tell. */
  const add = (fact: Fact): boolean => {
    const named = prepared.names.get(fact.item);
    if (named === undefined) return fact.item.indexOf(':') < 0;
    const at = named.item;
    const quick = items[at];
    if (!quick) return false;
    touched[at] = 1;
    const { way, value } = quick;
    const slot = quick.span === 12 ? at * 12 : at * 12 + Math.floor(slotOf(fact.day, prepared.firstMonth) / quick.span);
    if (way === 'units' && value.kind === 'each') {
      const quantity = fact.quantity;
      if (quick.evidence && fact.ref === undefined && value.points > 0) return true;
      let count = 1;
      if (quantity !== undefined) {
        const parts = quantity / value.per;
        count = value.steps === 'whole' ? Math.floor(parts) : Math.ceil(parts);
        if (count < 0) count = 0;
        if (count > quick.most) return false;
      }
      slots[slot] = (slots[slot] ?? 0) + count;
      return true;
    }
    if (way === 'pooled' && value.kind === 'each') {
      slots[slot] = (slots[slot] ?? 0) + Math.max(0, fact.quantity ?? value.per);
      return true;
    }
    if (way === 'full') {
      const known = whole.get(at);
      if (known) known.push(fact);
      else whole.set(at, [fact]);
      return true;
    }
    const points = quickPoints(value, fact);
    if (points === undefined) return true;
    if (!(Math.abs(points) <= 1e12)) return false;
    if (way === 'sum') {
      if (!(quick.evidence && fact.ref === undefined && points > 0)) slots[slot] = (slots[slot] ?? 0) + points;
      return true;
    }
    const best = slots[slot] ?? 0;
    const seen = latest[at] ?? '';
    if (way === 'latest') {
      if (seen === '' || fact.day > seen || (fact.day === seen && points > best)) {
        slots[slot] = points;
        latest[at] = fact.day;
      }
    } else if (
      seen === '' ||
      Math.abs(points) > Math.abs(best) ||
      (Math.abs(points) === Math.abs(best) && points > best)
    ) {
      slots[slot] = points;
      latest[at] = fact.day;
    }
    return true;
  };

  /** The points of an item that has facts, or that has something to say without any. */
  const pointsOf = (item: PlanItem, subject: Subject): Points => {
    const at = item.index;
    const quick = items[at];
    if (!quick) return 0;
    const { way, value } = quick;
    if (way === 'full') return fully(item, subject).points;
    if (value.kind === 'each' && way === 'pooled') {
      for (let slot = at * 12; slot < at * 12 + 12 / quick.span; slot++) {
        const parts = (slots[slot] ?? 0) / value.per;
        slots[slot] = value.steps === 'whole' ? Math.floor(parts) : Math.ceil(parts);
      }
    }
    const each = value.kind === 'each' && (way === 'pooled' || way === 'units') ? value.points : undefined;
    return quickLimits(slots, at * 12, quick, each);
  };

  const fully = (item: PlanItem, subject: Subject): ItemResult => {
    const worth = worths[item.index];
    const facts = (whole.get(item.index) ?? []).sort(compareFacts);
    const weighed = facts.map((fact) => {
      const extra = prepared.names.get(fact.item)?.extra;
      return { fact, worth, ...(extra !== undefined && { extra }) };
    });
    return scoreItem(item, worth, weighed, settingOf(prepared, subject), new Map());
  };

  const fold = (node: PlanNode, subject: Subject): Points => {
    let sum = node.opens;
    for (const child of node.children) {
      if (child.kind !== 'item') sum += fold(child, subject);
      else if (touched[child.index] === 1) sum += settled(child, pointsOf(child, subject));
      else sum += idle[child.index] ?? 0;
    }
    return ends(sum, node);
  };

  const { floor = -Infinity, cap = Infinity, times } = prepared.scheme.document.total ?? {};
  const factor = times && !('review' in times) ? times : undefined;
  return (subject) => {
    reset();
    for (const item of always) touched[item.index] = 1;
    for (const fact of subject.facts) {
      if (fact.day < from || fact.day > until) continue;
      if (!add(fact)) return undefined;
    }
    const components = plan.components.map((node) => fold(node, subject));
    let sum = 0;
    for (const points of components) sum += points;
    const scaled = factor ? bound(sum, 0, { cap: Infinity, floor: -Infinity, times: factor }, []).inside : sum;
    return { total: Math.max(Math.min(scaled, cap), floor), components, vetoed: false };
  };
}

/** Items that may come to something without any fact, or need the branch: they are always scored. */
function neverIdle(quick: QuickItem | undefined): boolean {
  const value = quick?.value;
  return (
    value?.kind === 'meets' ||
    value?.kind === 'review' ||
    (value !== undefined && 'missing' in value && value.missing !== 0)
  );
}

/** Cap, floor and factor of a node with nothing past its cap. */
function ends(sum: Points, node: PlanNode | PlanItem): Points {
  const held = Math.max(Math.min(sum, node.cap), node.floor);
  return node.times ? bound(held, 0, { cap: Infinity, floor: -Infinity, times: node.times }, []).inside : held;
}

function settled(item: PlanItem, points: Points): Points {
  return ends(item.opens + points, item);
}

function isPlain(node: PlanNode | PlanItem): boolean {
  if (node.outside || node.review !== undefined) return false;
  return node.kind === 'item' || (!node.carry && !node.highestOnly && node.children.every(isPlain));
}

function settingOf(prepared: Prepared, { facts, figures = {} }: Subject): Setting {
  const until = earlier(prepared.year.to, prepared.asOf);
  return {
    span: prepared.year,
    asOf: prepared.asOf,
    year: prepared.year,
    firstMonth: prepared.firstMonth,
    figures,
    present: () => true,
    factsOf: (item) =>
      facts.filter((fact) => fact.item === item && fact.day >= prepared.year.from && fact.day <= until),
    reviewShare: () => undefined,
  };
}
