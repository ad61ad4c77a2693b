/** An instant 时刻 so many milliseconds after another, or before it; ISO text in UTC, which sorts as time does. */
export function instantAfter(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** The milliseconds from one instant to another. */
export function between(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

/** Lengths of time in milliseconds. */
export const SECOND = 1000;
/** A minute in milliseconds. */
export const MINUTE = 60 * SECOND;
/** An hour in milliseconds. */
export const HOUR = 60 * MINUTE;
/** A day in milliseconds. */
export const DAY = 24 * HOUR;
