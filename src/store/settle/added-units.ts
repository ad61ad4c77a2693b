import { isAmong, num, sum } from './arithmetic.ts';
import { extrasOf } from './facts.ts';
import type { Frame, FrameItem, Slot } from './frame.ts';
import { ownUnits } from './own-units.ts';
import type { Said } from './said.ts';

type Case = { readonly slot: Slot; readonly x: number; readonly bit: number; readonly at: number };

/** The extras that can be facts of their own, by slot. */
function cases(frame: Frame, said: Said, items: readonly FrameItem[]): readonly Case[] {
  return frame.slots(items).flatMap((slot) =>
    extrasOf(frame, slot.item).flatMap((id, index) => {
      const at = said.extras(slot).findIndex((one) => one.id === id);
      const bit = said.extras(slot)[at]?.bit;
      return bit === undefined ? [] : [{ slot, x: index + 1, bit, at }];
    }),
  );
}

/** Whether an extra is called differently in two versions: what is already named then differs within one item. */
export function isRenamed(frame: Frame, said: Said, item: FrameItem): boolean {
  const bits = new Map<number, number>();
  return cases(frame, said, [item]).some(({ x, bit }) => {
    const known = bits.get(x) ?? bit;
    bits.set(x, bit);
    return known !== bit;
  });
}

/**
 * A SELECT of the units of extras 另加 that are facts of their own: for at most as many occurrences as the item has,
 * less those whose level already names the extra. `fo` numbers the facts of these items in their order.
 */
export function addedUnits(frame: Frame, said: Said): string | undefined {
  const items = frame.items.filter((item) => extrasOf(frame, item.at).length > 0);
  const own = ownUnits(frame, said, items, 'f');
  const list = cases(frame, said, items);
  if (list.length === 0 || own === undefined) return undefined;
  const among = isAmong(
    'i',
    items.map(({ at }) => at),
  );
  frame.script.keep('had', `select m, p, i, ${sum('n')} as n from ${frame.script.view(own)} u group by m, p, i`);
  const bits = [...new Set(list.map(({ bit }) => bit))];
  const whole = 'case when q is null then 1 when q > 0 then q / 10000 else 0 end';
  const naming = bits.map(
    (bit) => `${sum(`case when (d.mask / ${num(bit)}) % 2 = 1 then ${whole} else 0 end`)} as b${bit}`,
  );
  frame.script.keep(
    'naming',
    `select m, p, i, ${naming.join(', ')} from f join said d on d.slot = f.slot and d.level = f.level
    where x = 0 and d.mask > 0 and ${among} group by m, p, i`,
  );
  const pick = (of: (one: Case) => string): string =>
    `case ${list.map((one) => `when slot = ${one.slot.at} and x = ${one.x} then ${of(one)}`).join(' ')} end`;
  const plus = pick(({ slot, at }) => frame.worthNumber(slot, (_, worth) => worth.extras[at]?.plus ?? 0));
  const facts =
    frame.script.view(`select m, p, i, x, o, day, ref, seq, ${pick(({ bit }) => num(bit))} as bit, cast(${plus} as bigint) as e, ${whole} as wanted
    from fo where x > 0 and w = 1`);
  const queue =
    frame.script.view(`select t.*, coalesce(sum(wanted) over (partition by m, p, i, x order by o rows between unbounded preceding and 1 preceding), 0) as before
    from ${facts} t where bit is not null`);
  const named = `case t.bit ${bits.map((bit) => `when ${bit} then naming.b${bit}`).join(' ')} end`;
  const free =
    frame.script.view(`select t.*, cast(had.n - coalesce(${named}, 0) - t.before as bigint) as free from ${queue} t
    join had on had.m = t.m and had.p = t.p and had.i = t.i
    left join naming on naming.m = t.m and naming.p = t.p and naming.i = t.i`);
  const count = 'case when free < wanted then free else wanted end';
  // As many as would leave the exact sums are held to the largest exact sum (unit.ts).
  const held = `case when e <> 0 and ${count} > 1000000000000 / abs(e) then 1000000000000 / abs(e) else ${count} end`;
  return `select m, p, i, o + 1000000000 as o, e, ${held} as n, 1 as a, day, ref, seq, 0 as k from ${free} t where free > 0 and wanted > 0`;
}
