import { type Day, earlier, type Span } from '#domain/kernel/day.ts';
import { compareFacts, type Fact } from '#domain/ledger/fact.ts';
import { type Member, type Status, statusOn } from '#domain/ledger/member.ts';
import type { Weighed } from './leaf.ts';
import { type Prepared, versionOn } from './prepare.ts';
import type { Profile, Worth } from './worth.ts';

/** The facts of one period sorted into what they are about; facts outside it or under no known item are left in `unknown`. */
export type SortedFacts = {
  readonly byItem: ReadonlyMap<number, readonly Weighed[]>;
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

/** Sorts facts by day, item and content and weighs each by the scheme version and the profile of its day (product §4). */
export function sortFacts(
  prepared: Prepared,
  member: Member | undefined,
  facts: readonly Fact[],
  span: Span,
): SortedFacts {
  const byItem = new Map<number, Weighed[]>();
  const special: Record<string, Fact[]> = { veto: [], review: [], opening: [] };
  const unknown: Fact[] = [];
  const until = earlier(prepared.asOf, span.to);
  for (const fact of facts.filter(({ day }) => day >= span.from && day <= until).sort(compareFacts)) {
    const name = prepared.names.get(fact.item);
    const prefix = name ? undefined : PREFIX.exec(fact.item)?.[1];
    if (prefix !== undefined) special[prefix]?.push(fact);
    else if (!name) unknown.push(fact);
    else {
      const weighed: Weighed = {
        fact,
        worth: worthOn(prepared, member, fact.day, name.item),
        ...(name.extra !== undefined && { extra: name.extra }),
      };
      const known = byItem.get(name.item);
      if (known) known.push(weighed);
      else byItem.set(name.item, [weighed]);
    }
  }
  const { veto: vetoes = [], review: reviews = [], opening: openings = [] } = special;
  return { byItem, vetoes, reviews, openings, unknown };
}

function worthOn(prepared: Prepared, member: Member | undefined, day: Day, item: number): Worth | undefined {
  const profile = profileOn(member, day);
  return profile && prepared.worthsFor(versionOn(prepared.versions, day), profile)[item];
}
