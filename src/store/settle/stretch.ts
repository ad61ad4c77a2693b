import type { Span } from '#domain/kernel/day.ts';
import { SCOPES, type Scope } from '#domain/scheme/value.ts';
import { choose } from './arithmetic.ts';
import type { Frame, FrameItem, Slot } from './frame.ts';
import { day } from './roster.ts';

/** How a unit row names a stretch without any fact: one more than the scope's place, times a hundred, and the stretch's own number. */
export function stretchCode(scope: Scope, key: number): number {
  return (SCOPES.indexOf(scope) + 1) * 100 + key;
}

/** The name of the stretch of a condition that looked at no fact of its item: no scope has it. */
export const NOWHERE = 900;

/** The number of the stretch 范围 in which a day lies within the year; 0 where the scope is not one of the calendar. */
export function calendarKey(frame: Frame, scope: Scope, on: string): string {
  const month = `cast(substr(${on}, 6, 2) as integer)`;
  const slot = `((${month} + ${12 - frame.prepared.firstMonth}) % 12)`;
  switch (scope) {
    case 'day':
      return `${month} * 100 + cast(substr(${on}, 9, 2) as integer)`;
    case 'month':
      return month;
    case 'quarter':
      return `${slot} / 3 + 1`;
    case 'half':
      return `${slot} / 6 + 1`;
    case 'period':
      return periodNumber(frame.prepared.periods, on);
    default:
      return '0';
  }
}

function periodNumber(periods: readonly Span[], on: string): string {
  const tests = periods.slice(0, -1).map(({ to }, at) => `when ${on} <= ${day(to)} then ${at + 1}`);
  return tests.length === 0 ? '1' : `case ${tests.join(' ')} else ${periods.length} end`;
}

/** The same number for a day that is known. */
export function keyOfDay(frame: Frame, scope: Scope, day: string): number {
  const month = Number(day.slice(5, 7));
  const slot = (month + 12 - frame.prepared.firstMonth) % 12;
  switch (scope) {
    case 'day':
      return month * 100 + Number(day.slice(8, 10));
    case 'month':
      return month;
    case 'quarter':
      return Math.floor(slot / 3) + 1;
    case 'half':
      return Math.floor(slot / 6) + 1;
    case 'period':
      return frame.prepared.periods.findIndex(({ from, to }) => day >= from && day <= to) + 1;
    default:
      return 0;
  }
}

/** The matter of a fact: its reference, or itself where it has none. */
export const MATTER = `coalesce('r' || ref, 's' || cast(seq as text))`;

/** The two columns that name the stretch of a unit row under a scope: kn for the calendar, kt for the matter. */
export function stretchOfUnit(frame: Frame, scope: Scope): { readonly kn: string; readonly kt: string } {
  if (scope === 'year') return { kn: '0', kt: `''` };
  const code = SCOPES.indexOf(scope) + 1;
  const natural = calendarKey(frame, scope, 'day');
  return {
    kn: `case when k = 0 or k / 100 = ${code} then ${natural} else 1000 + k end`,
    kt: scope === 'matter' ? `case when k = 0 then ${MATTER} else '' end` : `''`,
  };
}

/** The same columns under a limit of a component or group: what bears no fact's day is one stretch, a fact without reference a matter by its place. */
export function stretchOfNode(frame: Frame, scope: Scope): { readonly kn: string; readonly kt: string } {
  if (scope === 'year') return { kn: '0', kt: `''` };
  return {
    kn: `case when k = 0 then ${calendarKey(frame, scope, 'day')} else 2000 end`,
    kt: scope === 'matter' ? `case when k = 0 then ${MATTER} else '' end` : `''`,
  };
}

/** The same columns for several items, each with its own scope; the others have one stretch. */
export function stretchOfUnits(
  frame: Frame,
  list: readonly { readonly at: number; readonly per: Scope }[],
): { readonly kn: string; readonly kt: string } {
  const by = (of: 'kn' | 'kt', otherwise: string): string =>
    choose('i', new Map(list.map(({ at, per }) => [at, stretchOfUnit(frame, per)[of]])), otherwise);
  return { kn: by('kn', '0'), kt: by('kt', `''`) };
}

/** The name under which what a limit over the year used is remembered: that of its first unit (limit.ts). */
export const NAMED_YEAR = `first_value(case when k = 0 or k / 100 = ${SCOPES.indexOf('year') + 1} then 0 else 1000 + k end) over (partition by m, p, i order by o)`;

/** Whether a stretch of this scope can lie in two of the periods that are scored by themselves, so that what was used must be remembered. */
function spans(frame: Frame, scope: Scope): boolean {
  if (!frame.byPeriod || frame.periods.length < 2) return false;
  if (scope === 'matter' || scope === 'year') return true;
  return frame.periods.some(({ to }, at) => {
    const next = frame.periods[at + 1];
    return next !== undefined && keyOfDay(frame, scope, to) === keyOfDay(frame, scope, next.from);
  });
}

/** What an item is worth under a slot where nothing is recorded. */
export const missingOf = (slot: Slot | undefined): number => (slot && 'missing' in slot.value ? slot.value.missing : 0);

/** Whether an item can come to something without a fact: it then has units whose stretch no fact names. */
export function hasEmptyUnits(frame: Frame, item: FrameItem): boolean {
  return frame.periods.some((period) => {
    const slot = frame.current(item, period);
    return missingOf(slot) !== 0 || slot?.value.kind === 'meets';
  });
}

/** Whether what a limit of an item used is remembered over the periods that are scored by themselves. */
export function remembers(frame: Frame, item: FrameItem, per: Scope): boolean {
  return spans(frame, per) || (frame.byPeriod && frame.periods.length > 1 && hasEmptyUnits(frame, item));
}
