import { type Day, earlier, type Span } from '#domain/kernel/day.ts';
import type { Item } from '#domain/scheme/node.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import type { Take } from '#domain/scheme/value.ts';
import type { Plan, PlanItem } from '#domain/score/plan.ts';
import type { Prepared } from '#domain/score/prepare.ts';
import { versionOn } from '#domain/score/prepare.ts';
import { type Profile, type Value, type Worth, worthOf } from '#domain/score/worth.ts';
import { num } from './arithmetic.ts';
import { type JoinedCells, Profiles } from './profiles.ts';
import { Script } from './script.ts';

/** A period that is scored by itself: `until` is the last day that counts, `version` the place of the scheme in force then. */
export type FramePeriod = Span & { readonly at: number; readonly until: Day; readonly version: number };

/** An item under one version of the scheme 方案版本; `at` is the number by which a fact's row names both. */
export type Slot = {
  readonly at: number;
  readonly item: number;
  readonly version: number;
  readonly node: Item;
  readonly value: Value;
  /** Whether its facts are scored one by one; else they are scored together. */
  readonly own: boolean;
};

/** An item 项目 as the query sees it, with a slot for each version that has it. */
export type FrameItem = {
  readonly at: number;
  readonly id: string;
  readonly plan: PlanItem;
  readonly slots: readonly (Slot | undefined)[];
};

/** All that the steps of one settlement share: the scheme's plan, versions, periods and kinds of members, and the SQL so far. */
export class Frame {
  readonly script = new Script();
  readonly prepared: Prepared;
  readonly profiles: Profiles;
  readonly versions: readonly Scheme[];
  readonly periods: readonly FramePeriod[];
  readonly plan: Plan;
  readonly items: readonly FrameItem[];
  /** Whether periods are scored by themselves and what limits used is remembered from one to the next. */
  readonly byPeriod: boolean;
  readonly #plans = new Map<Profile, Plan>();

  constructor(prepared: Prepared, joined?: JoinedCells) {
    this.prepared = prepared;
    this.profiles = new Profiles(prepared.versions, joined);
    this.versions = versionsOf(prepared);
    this.byPeriod = (prepared.scheme.document.cycle?.year ?? 'whole') !== 'whole';
    const spans: readonly Span[] = this.byPeriod ? prepared.periods : [prepared.year];
    this.periods = spans.map(({ from, to }, at) => {
      const until = earlier(to, prepared.asOf);
      return { at, from, to, until, version: this.versions.indexOf(versionOn(prepared.versions, until)) };
    });
    this.plan = prepared.planFor({});
    for (const profile of this.profiles.list) this.#plans.set(profile, prepared.planFor(profile));
    this.items = this.plan.items.map((plan, at) => ({
      at,
      id: plan.id,
      plan,
      slots: this.versions.map((version, index) => this.#slotOf(plan.id, at, version, index)),
    }));
  }

  #slotOf(id: string, item: number, version: Scheme, index: number): Slot | undefined {
    const entry = version.nodes.get(id);
    if (entry?.kind !== 'item' || !this.profiles.list.some((one) => this.#worth(version, one, item))) return undefined;
    const { value } = worthOf(entry.node, {});
    const own =
      (value.kind === 'each' && value.over === undefined) ||
      value.kind === 'levels' ||
      value.kind === 'judged' ||
      value.kind === 'convert';
    return { at: item * this.versions.length + index, item, version: index, node: entry.node, value, own };
  }

  #worth(version: Scheme, profile: Profile, item: number): Worth | undefined {
    return this.prepared.worthsFor(version, profile)[item];
  }

  /** Whether an item has a worth for a kind of member under a version. */
  fits(slot: Slot, profile: Profile): boolean {
    const version = this.versions[slot.version];
    return version !== undefined && this.#worth(version, profile, slot.item) !== undefined;
  }

  /** Whether some component counts by the months in the branch 按月折算: rows of members then bear them. */
  get countsMonths(): boolean {
    return this.plan.components.some((node) => node.byMonth);
  }

  /** All slots, of those items. */
  slots(items: readonly FrameItem[] = this.items): readonly Slot[] {
    return items.flatMap((item) => item.slots.filter((slot) => slot !== undefined));
  }

  /** The slot of an item in force at the end of a period. */
  current(item: FrameItem, period: FramePeriod): Slot | undefined {
    return item.slots[period.version];
  }

  /** Which one counts of several facts of an item under a slot. */
  takeOf(slot: Slot | undefined): Take {
    return slot && 'take' in slot.value ? slot.value.take : 'all';
  }

  /** A number of the plan that may differ by member, as SQL over a row's c, r and g. */
  number(of: (plan: Plan) => number, row = ''): string {
    return this.profiles.number((profile) => of(this.#plans.get(profile) ?? this.plan), row);
  }

  /** SQL that may differ by member, over a row's c, r and g. */
  choose(of: (plan: Plan) => string, row = ''): string {
    return this.profiles.choose((profile) => of(this.#plans.get(profile) ?? this.plan), row);
  }

  /** All values that a number of the plan can have. */
  values(of: (plan: Plan) => number): readonly number[] {
    return this.profiles.list.map((profile) => of(this.#plans.get(profile) ?? this.plan));
  }

  /** A number of a slot's worth that may differ by member. */
  worthNumber(slot: Slot, of: (value: Value, worth: Worth) => number, row = ''): string {
    return this.profiles.number((profile) => {
      const worth = worthOf(slot.node, profile);
      return of(worth.value, worth);
    }, row);
  }

  /** All values that a number of a slot's worth can have. */
  worthValues(slot: Slot, of: (value: Value, worth: Worth) => number): readonly number[] {
    return this.profiles.list.map((profile) => {
      const worth = worthOf(slot.node, profile);
      return of(worth.value, worth);
    });
  }

  /** A condition on a row of a member's period (its p, c, r and g): the item has a worth at the end of the period. */
  isCurrent(item: FrameItem, row: string): string {
    const tests = this.periods.map((period) => {
      const slot = this.current(item, period);
      return slot ? this.profiles.test((profile) => this.fits(slot, profile), row) : '1 = 0';
    });
    return this.byPeriodSql(tests, row);
  }

  /** One condition for each period, chosen by a row's p. */
  byPeriodSql(conditions: readonly string[], row: string): string {
    const [first = '1 = 0'] = conditions;
    if (conditions.every((one) => one === first)) return `(${first})`;
    return `(${conditions.map((one, at) => `(${row}p = ${num(at)} and ${one})`).join(' or ')})`;
  }

  /** Whether the item has a worth for everyone in every period, under one version: the common case. */
  isSteady(item: FrameItem): boolean {
    const [slot, ...others] = this.slots([item]);
    if (!slot || others.length > 0 || this.versions.length > 1) return false;
    return this.profiles.list.every((profile) => this.fits(slot, profile));
  }
}

/** The versions under which a day of the year so far can lie, oldest first. */
function versionsOf({ versions, year, asOf }: Prepared): readonly Scheme[] {
  const days = [year.from, ...versions.map((one) => one.document.effective ?? '0000-01-01')];
  const inside = days.filter((day) => day >= year.from && day <= asOf).toSorted();
  return [...new Set(inside.map((day) => versionOn(versions, day)))];
}
