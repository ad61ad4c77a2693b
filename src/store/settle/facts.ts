import { num } from './arithmetic.ts';
import type { Frame } from './frame.ts';
import { bySlot, day, periodOf, versionAt } from './roster.ts';
import { BRANCH, type Script } from './script.ts';

/** The numbers by which rows of facts name what is no item: grounds, reviews, openings, and what only a condition asks about. */
export type Codes = {
  readonly veto: (at: number) => number;
  readonly review: (at: number) => number;
  /** By the component's id. */
  readonly opening: ReadonlyMap<string, number>;
  /** An opening that names no component of the plan; the total knows it. */
  readonly strayOpening: number;
  /** By the text of the item or extra that a condition asks about: its number and which extra it is. */
  readonly asked: ReadonlyMap<string, { readonly i: number; readonly x: number }>;
};

/** Adds `names`: each text that a fact's item may be, with its number i, which extra x of an item it is (0 for the item), and the order y among them. */
export function addNames(frame: Frame, conditionTexts: readonly string[]): Codes {
  const { script, prepared, plan, items } = frame;
  const { vetoes = [], reviews = [] } = prepared.scheme.document;
  const rows: string[] = [];
  const add = (text: string, i: number, x: number, y: number): void =>
    void rows.push(`(${script.text(text)}, ${num(i)}, ${num(x)}, ${num(y)})`);
  const asked = new Map<string, { i: number; x: number }>();
  const order = [...prepared.names.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  for (const [y, text] of order.entries()) {
    const named = prepared.names.get(text);
    if (!named) continue;
    const x = named.extra === undefined ? 0 : extrasOf(frame, named.item).indexOf(named.extra) + 1;
    asked.set(text, { i: named.item, x });
    add(text, named.item, x, y);
  }
  let next = items.length;
  const veto = next;
  for (const { id, label } of vetoes) {
    for (const name of new Set([id, label])) add(`veto:${name}`, next, 0, 0);
    next++;
  }
  const review = next;
  for (const { id, label } of reviews) {
    for (const name of new Set([id, label])) add(`review:${name}`, next, 0, 0);
    next++;
  }
  const opening = new Map<string, number>();
  for (const { id } of plan.components) {
    add(`opening:${id}`, next, 0, 0);
    opening.set(id, next++);
  }
  const strayOpening = next++;
  for (const text of conditionTexts) {
    if (asked.has(text)) continue;
    asked.set(text, { i: next, x: 0 });
    add(text, next++, 0, 0);
  }
  script.step('names', `values ${rows.join(', ')}`, '(item, i, x, y)');
  return { veto: (at) => veto + at, review: (at) => review + at, opening, strayOpening, asked };
}

/** The ids of the extras 另加 of an item, of every version; their places are the x of a fact's row less 1. */
export function extrasOf(frame: Frame, item: number): readonly string[] {
  const found = new Set<string>();
  for (const [, named] of frame.prepared.names) if (named.item === item && named.extra) found.add(named.extra);
  return [...found];
}

/**
 * Adds `f`: each fact of the year so far that the scheme knows, with its member, period, item and slot, the kind of member
 * on its day (here is 0 where the member was not in the branch), and w, 1 where the item has a worth for them then.
 */
export function addFacts(frame: Frame, codes: Codes): void {
  const { script, prepared } = frame;
  const slots = frame.slots();
  const fits = bySlot(frame, slots, (slot) =>
    frame.profiles.choose((profile) => (frame.fits(slot, profile) ? '1' : '0')),
  );
  const slot = `n.i * ${frame.versions.length} + ${versionAt(frame, 'e.day')}`;
  const brought = openingsMatter(frame) ? `left join names n on n.item = e.item` : 'join names n on n.item = e.item';
  const stray = openingsMatter(frame) ? `and (n.i is not null or substr(e.item, 1, 8) = 'opening:')` : '';
  script.keep(
    'f',
    `select m, p, i, x, y, slot, c, r, g, here, case when here = 0 then 0 else ${fits} end as w,
      day, q, level, pts, score, rater, ref, seq from (
    select e.member_id as m, ${periodOf(frame, 'e.day')} as p, coalesce(n.i, ${codes.strayOpening}) as i,
      coalesce(n.x, 0) as x, coalesce(n.y, 0) as y, coalesce(${slot}, -1) as slot,
      coalesce(s.c, 0) as c, coalesce(s.r, 0) as r, coalesce(s.g, 0) as g,
      case when s.m is null then 0 else 1 end as here, e.day, e.quantity as q, e.level, e.points as pts, e.score, e.rater, e.ref, e.seq
    from entry e ${brought}
    left join st s on s.m = e.member_id and s.from_day <= e.day and s.to_day >= e.day and (s.hidden = 0 or not exists (
      select 1 from status t where t.branch_id = ${BRANCH} and t.member_id = s.m and t.seq > s.seq
      and t.from_day <= e.day and t.to_day >= e.day))
    where e.branch_id = ${BRANCH} and e.reverses is null and e.seq not in (
      select b.reverses from entry b where b.branch_id = ${BRANCH} and b.reverses is not null) and e.day >= ${day(prepared.year.from)} and e.day <= ${day(prepared.asOf)} ${stray}) e`,
  );
}

/** Whether what was brought along, for any component, moves a bound of the total. */
export function openingsMatter(frame: Frame): boolean {
  const { total } = frame.prepared.scheme.document;
  return total?.cap !== undefined || total?.floor !== undefined;
}

// What String.prototype.trim takes away.
const BLANK =
  '\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const NO = ['否', '无', '未', '不', '没有', 'no', 'n', 'false', 'falſe', '0'];

/** A text without the blanks around it, as the domain trims. */
export function trimmed(script: Script, text: string): string {
  return `trim(${text}, ${script.text(BLANK)})`;
}

/** Whether a fact's row says yes 是 (saysYes), as a condition. */
export function saysYes(script: Script, row: string): string {
  const words = NO.map((word) => script.text(word)).join(', ');
  return `case when ${row}level is not null then case when lower(${trimmed(script, `${row}level`)}) in (${words}) then 0 else 1 end
    when ${row}q is null then case when ${row}pts = 0 then 0 else 1 end when ${row}q > 0 then 1 else 0 end = 1`;
}
