import { type Day, earlier, type Span } from '#domain/kernel/day.ts';
import { compareFacts, type Fact } from '#domain/ledger/fact.ts';
import { type Member, type Status, statusOn } from '#domain/ledger/member.ts';
import type { Weighed } from './leaf.ts';
import { type Prepared, versionOn } from './prepare.ts';
import type { Profile, Worth } from './worth.ts';

/** The facts of one period sorted into what they are about; facts outside it or under no known item are left in `unknown`. */
export type SortedFacts = {
  /** By the item's place; a hole where an item has none. */
  readonly byItem: readonly (readonly Weighed[] | undefined)[];
  readonly vetoes: readonly Fact[];
  readonly reviews: readonly Fact[];
  readonly openings: readonly Fact[];
  readonly unknown: readonly Fact[];
};

const PREFIX = /^(veto|review|opening):/u;

/** The part after the colon of `veto:<ground>`, `review:<id>` or `opening:<component>`. */
export function named(fact: Fact): string {
  return fact.item.slice(fact.item.indexOf(':') + 1);
}

/** What a member is on a day; everyone is present and alike when no member is given. */
export function profileOn(member: Member | undefined, day: Day): Profile | undefined {
  if (!member) return {};
  return statusOn(member, day);
}

/** What holds of the member at the end of a span: the last status that touches it. */
export function lastProfile(member: Member | undefined, span: Span): Profile {
  if (!member) return {};
  const on = statusOn(member, span.to);
  if (on) return on;
  const before: Status[] = member.history.filter((status) => status.from <= span.to && status.to >= span.from);
  return before.reduce<Status | undefined>((last, one) => (last && last.to > one.to ? last : one), undefined) ?? {};
}

/** Sorts facts by item, and there by day and content, and weighs each by the scheme version and the profile of its day (product §4). */
export function sortFacts(
  prepared: Prepared,
  member: Member | undefined,
  facts: readonly Fact[],
  span: Span,
): SortedFacts {
  const byItem: (Weighed[] | undefined)[] = [];
  const special: Record<string, Fact[]> = { veto: [], review: [], opening: [] };
  const unknown: Fact[] = [];
  const until = earlier(span.to, prepared.asOf);
  const weigh = weigher(prepared, member);
  for (const fact of facts) {
    const { day } = fact;
    if (day < span.from || day > until) continue;
    const name = prepared.names.get(fact.item);
    if (name) {
      const weighed: Weighed = { fact, worth: weigh(day, name.item), extra: name.extra };
      const known = byItem[name.item];
      if (known) known.push(weighed);
      else byItem[name.item] = [weighed];
      continue;
    }
    const prefix = PREFIX.exec(fact.item)?.[1];
    (prefix === undefined ? unknown : special[prefix])?.push(fact);
  }
  for (const list of byItem) if (list && list.length > 1) list.sort((a, b) => compareFacts(a.fact, b.fact));
  const { veto: vetoes = [], review: reviews = [], opening: openings = [] } = special;
  for (const list of [vetoes, reviews, openings, unknown]) list.sort(compareFacts);
  return { byItem, vetoes, reviews, openings, unknown };
}

/** Finds the worth of an item on a day; the common member, one status under one version, is looked up once. */
function weigher(prepared: Prepared, member: Member | undefined): (day: Day, item: number) => Worth | undefined {
  const [version] = prepared.versions;
  const only = member?.history[0];
  if (version && prepared.versions.length === 1 && (!member || (only && member.history.length === 1))) {
    const worths = prepared.worthsFor(version, only ?? {});
    return (day, item) => (only && (day < only.from || day > only.to) ? undefined : worths[item]);
  }
  return (day, item) => {
    const profile = profileOn(member, day);
    return profile && prepared.worthsFor(versionOn(prepared.versions, day), profile)[item];
  };
}
