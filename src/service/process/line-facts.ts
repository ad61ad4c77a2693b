import type { Day } from '#domain/kernel/day.ts';
import { monthText, quarterText } from '#domain/kernel/period.ts';
import type { Submitted } from '#domain/process/line.ts';
import type { MonthState } from '#domain/process/month.ts';
import type { Doing } from '#service/doing.ts';
import { worthAlone } from '#service/schemes.ts';
import type { Claimed } from '#store/bodies.ts';
import { readMatter } from '#store/matter.ts';
import { readMember } from '#store/member.ts';

/** How a month stands. */
export async function monthState(doing: Doing, month: string): Promise<MonthState | 'none'> {
  return ((await readMatter(doing.rows, doing.at, 'month', month))?.state ?? 'none') as MonthState | 'none';
}

/** Whether the scheme of a day has an item and leaves it to declarations. */
export async function itemState(doing: Doing, { item, day }: Claimed): Promise<Submitted['item']> {
  const scheme = await doing.context.schemes.inForce(doing.rows, doing.at, day);
  const entry = scheme?.nodes.get(item);
  if (entry?.kind !== 'item' && entry?.kind !== 'extra') return 'unknown';
  return entry.kind === 'item' && entry.node.declare === 'never' ? 'not-open' : 'open';
}

/** In which month a fact is reviewed: that of its day, or as a supplement 补充事项 in the running one when its quarter is determined (product §3.9). */
export async function reviewMonth(
  doing: Doing,
  { day }: Claimed,
): Promise<{
  readonly month: string;
  readonly facts: Pick<Submitted, 'month' | 'supplement'>;
  readonly quarter?: string;
}> {
  const month = monthText(day);
  const state = await monthState(doing, month);
  if (state !== 'sealed') return { month, facts: { month: state, supplement: false } };
  const running = monthText(doing.today);
  const open = running !== month && (await monthState(doing, running)) === 'open';
  if (!open) return { month, facts: { month: state, supplement: false } };
  return { month: running, facts: { month: state, supplement: true }, quarter: quarterText(day) };
}

/** What a claim is worth by itself to a member, in 1/10000: below 0 it is a deduction. */
export async function worthOf(
  doing: Doing,
  subject: string,
  claimed: Claimed,
  asOf: Day = claimed.day,
): Promise<number> {
  const member = await readMember(doing.rows, doing.at, subject);
  const prepared = await doing.context.schemes.prepared(doing.rows, doing.at, asOf);
  return member ? worthAlone(prepared, member.member, { ...claimed, ref: claimed.ref ?? '-' }) : 0;
}
