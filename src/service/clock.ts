import type { Day } from '#domain/kernel/day.ts';

/** The one clock 时钟: the instant as ISO text in UTC, and the civil day in Asia/Shanghai. */
export type Clock = { readonly now: () => string; readonly today: () => Day };

/** China keeps one time, eight hours ahead of UTC, the whole year. */
const AHEAD = 8 * 60 * 60 * 1000;

/** The civil day in Asia/Shanghai of an instant, or of a day. */
export function dayOfInstant(at: string): Day {
  return new Date(Date.parse(at) + AHEAD).toISOString().slice(0, 10);
}

/** The instant on a civil day in Asia/Shanghai at the time of day of another instant: how a written year is played. */
export function instantOn(day: Day, at: string): string {
  const time = new Date(Date.parse(at) + AHEAD).toISOString().slice(10);
  return new Date(Date.parse(`${day}${time}`) - AHEAD).toISOString();
}

/** The clock of this machine. */
export function systemClock(): Clock {
  return {
    now: () => new Date().toISOString(),
    today: () => dayOfInstant(new Date().toISOString()),
  };
}
