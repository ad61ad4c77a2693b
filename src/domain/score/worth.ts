import { ONCE, type Points } from '#domain/kernel/points.ts';
import type { Ratio } from '#domain/kernel/ratio.ts';
import type { Condition } from '#domain/scheme/condition.ts';
import type { Item } from '#domain/scheme/node.ts';
import type { Amount, Scope, Steps, Take } from '#domain/scheme/value.ts';

/** What a member is on a day, as far as amounts may differ by it (分类管理, §一). */
export type Profile = { readonly category?: string; readonly role?: string; readonly group?: string };

/** The number that an amount is for this member. */
export function amountFor(amount: Amount, profile: Profile): Points {
  if (typeof amount === 'number') return amount;
  return pickFor(amount.by, amount.amounts, profile, (a, b) => a > b) ?? amount.otherwise;
}

/** The single roles, groups or categories that a cell names: "书记、组织委员" are two offices. */
export function namesIn(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text, ...text.split(/[、,，;；/+]/u).map((one) => one.trim())];
}

/** What a table says for this member; of several offices that it names, the one better for the member counts (就高). */
export function pickFor<T>(
  by: 'category' | 'role' | 'group',
  table: ReadonlyMap<string, T>,
  profile: Profile,
  better: (a: T, b: T) => boolean,
): T | undefined {
  const own = profile[by];
  const known = own === undefined ? undefined : table.get(own);
  if (known !== undefined || own === undefined) return known;
  const found = namesIn(own).flatMap((name) => table.get(name) ?? []);
  return found.length === 0 ? undefined : found.reduce((best, one) => (better(one, best) ? one : best));
}

/** Whether an item may come to something without any fact: a condition, a review, a worth for what is missing. */
export function isNeverIdle(value: Value): boolean {
  return value.kind === 'meets' || value.kind === 'review' || ('missing' in value && value.missing !== 0);
}

/** What raises a single occurrence, in numbers. */
export type ExtraWorth = { readonly id: string; readonly label: string; readonly plus: Points; readonly times?: Ratio };

/** How a fact of an item becomes points 分值, in numbers for one member: 1/10000 point, quantities 1/10000. */
export type Value =
  | { readonly kind: 'none' }
  | { readonly kind: 'lost' }
  | {
      readonly kind: 'each';
      readonly points: Points;
      readonly per: number;
      readonly steps: 'whole' | 'exact' | 'started';
      readonly over?: Scope;
    }
  | { readonly kind: 'once'; readonly yes: Points; readonly no: Points; readonly missing: Points; readonly per: Scope }
  | { readonly kind: 'levels'; readonly of: ReadonlyMap<string, Points>; readonly take: Take; readonly missing: Points }
  | {
      readonly kind: 'judged';
      readonly from: Points;
      readonly to: Points;
      readonly take: Take;
      readonly missing: Points;
    }
  | {
      readonly kind: 'convert';
      readonly worth: Points;
      readonly of: number;
      readonly take: Take;
      readonly missing: Points;
    }
  | {
      readonly kind: 'steps';
      readonly on: Steps['on'];
      readonly over: Scope;
      readonly rows: readonly Row[];
      readonly otherwise: Points;
      readonly missing: Points;
    }
  | { readonly kind: 'meets'; readonly points: Points; readonly otherwise: Points; readonly when: readonly Condition[] }
  | { readonly kind: 'review'; readonly review: string; readonly worth: Points };

/** One row of a table of steps, with its points. */
export type Row = { readonly from?: number; readonly to?: number; readonly upTo?: number; readonly points: Points };

/** An item's worth 分值 under one version of the scheme for one member's profile. */
export type Worth = { readonly value: Value; readonly extras: readonly ExtraWorth[]; readonly evidence: boolean };

/** Whether a node is for this member's category. */
export function isFor(node: { readonly for?: readonly string[] }, profile: Profile): boolean {
  return !node.for || (profile.category !== undefined && node.for.includes(profile.category));
}

/** Puts an item's amounts in numbers for one member. */
export function worthOf(item: Item, profile: Profile): Worth {
  const extras = (item.extra ?? []).map((extra) => ({
    id: extra.id,
    label: extra.label,
    plus: extra.plus === undefined ? 0 : amountFor(extra.plus, profile),
    ...(extra.times !== undefined && { times: extra.times }),
  }));
  return { value: numbersOf(item, profile), extras, evidence: item.evidence === 'required' };
}

// An open judgement has no range of its own; the largest amount stands for "no limit" so that every comparison stays a plain one.
const OPEN = 1e14;

/** The most that a value gives at one time: what an item without a cap of its own is worth. Infinity for what is counted or has no range. */
export function mostOf(value: Value): Points {
  switch (value.kind) {
    case 'once':
      return Math.max(value.yes, value.no, value.missing);
    case 'levels':
      return Math.max(0, ...value.of.values());
    case 'judged':
      return value.to >= OPEN ? Infinity : Math.max(0, value.to);
    case 'convert':
    case 'review':
      return Math.max(0, value.worth);
    case 'steps':
      return Math.max(value.otherwise, value.missing, ...value.rows.map((row) => row.points));
    case 'meets':
      return Math.max(value.points, value.otherwise);
    default:
      return Infinity;
  }
}

function numbersOf(item: Item, profile: Profile): Value {
  const number = (amount: Amount | undefined, otherwise = 0): Points =>
    amount === undefined ? otherwise : amountFor(amount, profile);
  if (item.lost) return { kind: 'lost' };
  if (item.each) {
    const { points, per = ONCE, steps = 'whole', over } = item.each as typeof item.each & { over?: Scope };
    return { kind: 'each', points: number(points), per, steps, ...(over !== undefined && { over }) };
  }
  if (item.once) {
    const {
      yes,
      no,
      missing = 0,
      per = 'year',
    } = item.once as { yes: Amount; no?: Amount; missing?: Points; per?: Scope };
    return { kind: 'once', yes: number(yes), no: number(no), missing, per };
  }
  if (item.levels) {
    const {
      of,
      take = 'all',
      missing = 0,
    } = item.levels as { of: ReadonlyMap<string, Amount>; take?: Take; missing?: Points };
    return { kind: 'levels', of: new Map([...of].map(([level, amount]) => [level, number(amount)])), take, missing };
  }
  if (item.judged) {
    const {
      from,
      to,
      take = 'all',
      missing = 0,
    } = item.judged as { from?: Amount; to?: Amount; take?: Take; missing?: Points };
    const [low, high] = [number(from, to === undefined ? -OPEN : 0), number(to, OPEN)];
    return { kind: 'judged', from: Math.min(low, high), to: Math.max(low, high), take, missing };
  }
  if (item.convert) {
    const { worth, of = 100 * ONCE, take = 'latest', missing = 0 } = item.convert;
    return { kind: 'convert', worth: number(worth), of, take, missing };
  }
  if (item.steps) {
    const { on, over = 'year', rows, missing = 0 } = item.steps;
    const numbers = rows.map(({ label: _label, points, ...range }) => ({ ...range, points: number(points) }));
    return { kind: 'steps', on, over, rows: numbers, otherwise: number(item.steps.else), missing };
  }
  if (item.meets)
    return {
      kind: 'meets',
      points: number(item.meets.points),
      otherwise: number(item.meets.else),
      when: item.meets.when,
    };
  if (item.review) return { kind: 'review', review: item.review.of, worth: number(item.review.worth) };
  return { kind: 'none' };
}
