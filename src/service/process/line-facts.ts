import type { Day } from '#domain/kernel/day.ts';
import { monthText, quarterText } from '#domain/kernel/period.ts';
import type { Submitted } from '#domain/process/line.ts';
import type { MonthState } from '#domain/process/month.ts';
import { coversDay, type Opened, openedBy } from '#domain/process/opening.ts';
import type { Doing } from '#service/doing.ts';
import { worthAlone } from '#service/schemes.ts';
import type { Claimed } from '#store/bodies.ts';
import { listMatters, type Matter, readMatter } from '#store/matter.ts';
import { readMember } from '#store/member.ts';

/** How a month stands. */
export async function monthState(doing: Doing, month: string): Promise<MonthState | 'none'> {
  const state = doing.monthAsRead(month) ?? (await readMatter(doing.rows, doing.at, 'month', month))?.state;
  return (state ?? 'none') as MonthState | 'none';
}

/** Whether the scheme of a day has an item and leaves it to declarations. */
export async function itemState(doing: Doing, { item, day }: Claimed): Promise<Submitted['item']> {
  const { version } = await doing.rights();
  const scheme = await doing.context.schemes.inForce(doing.rows, doing.at, day, version);
  const entry = scheme?.nodes.get(item);
  if (entry?.kind !== 'item' && entry?.kind !== 'extra') return 'unknown';
  return entry.kind === 'item' && entry.node.declare === 'never' ? 'not-open' : 'open';
}

/** Where a fact is reviewed: in which month, how that stands, and of which quarter it is a supplement. */
export type Reviewed = {
  readonly month: string;
  readonly facts: Pick<Submitted, 'month' | 'supplement'>;
  readonly quarter?: string;
};

/** In which month a fact is reviewed: that of its day, or as a supplement 补充事项 in the running one when its quarter is determined (product §3.9). */
export async function reviewMonth(doing: Doing, { day }: Claimed): Promise<Reviewed> {
  const month = monthText(day);
  const state = await monthState(doing, month);
  if (state !== 'sealed') return { month, facts: { month: state, supplement: false } };
  const running = monthText(doing.today);
  const open = running !== month && (await monthState(doing, running)) === 'open';
  if (!open) return { month, facts: { month: state, supplement: false } };
  return { month: running, facts: { month: state, supplement: true }, quarter: quarterText(day) };
}

/** Whether an opening of a member speaks for a day already 已计入启用前积分 (decision 022). */
export async function isCovered(
  { rows, at }: Pick<Doing, 'rows' | 'at'>,
  member: string,
  { day }: Claimed,
): Promise<boolean> {
  const lines = await listMatters(rows, at, 'line', { subject: member });
  return coversDay(lines.flatMap(openedIn), day);
}

/** The opening that a line is, as far as days hang on it; none of every other line. */
export function openedIn({ state, body: { opening, fact, decision } }: Matter<'line'>): readonly Opened[] {
  return opening === undefined
    ? []
    : [{ state, from: opening.from, to: fact.day, declined: decision?.as === 'declined' }];
}

/** What a claim is worth by itself to a member, in 1/10000: below 0 it is a deduction. */
export async function worthOf(
  doing: Doing,
  subject: string,
  claimed: Claimed,
  asOf: Day = claimed.day,
): Promise<number> {
  if (openedBy(claimed.item) !== undefined) return claimed.points ?? 0;
  const { member: caller, version } = await doing.rights();
  const member = caller?.id === subject ? caller : (await readMember(doing.rows, doing.at, subject))?.member;
  const prepared = await doing.context.schemes.prepared(doing.rows, doing.at, asOf, version);
  return member ? worthAlone(prepared, member, { ...claimed, ref: claimed.ref ?? '-' }) : 0;
}
