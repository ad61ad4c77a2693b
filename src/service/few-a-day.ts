import type { Day } from '#domain/kernel/day.ts';
import type { Store } from '#store/database.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';

/** So many questions and concerns a day from one place; more wait until tomorrow, and nothing of it is ever written down. */
export const FEW_A_DAY = 5;

type Count = { day: Day; readonly places: Map<string, number> };

const counts = new WeakMap<Store, Count>();

/**
 * Whether too many came today from the caller's place 当日次数; counted in memory alone, since a row would tell who asked. The software itself, where it
 * plays or seeds, calls from no place and is not counted; a server tells the place of everyone.
 */
export function tooManyToday({ store, clock, secrets }: Context, { place }: Caller): boolean {
  if (place === undefined) return false;
  const day = clock.today();
  let count = counts.get(store);
  if (count?.day !== day) {
    count = { day, places: new Map() };
    counts.set(store, count);
  }
  const of = secrets.digest('place', place);
  const already = count.places.get(of) ?? 0;
  count.places.set(of, already + 1);
  return already >= FEW_A_DAY;
}
