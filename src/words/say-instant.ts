/** China keeps one time, eight hours ahead of UTC, the whole year. */
const AHEAD = 8 * 60 * 60 * 1000;

/** An instant for people 北京时间: "2026-12-07 04:39" in Asia/Shanghai, from ISO text in UTC. */
export function sayInstant(instant: string): string {
  return new Date(Date.parse(instant) + AHEAD).toISOString().slice(0, 16).replace('T', ' ');
}
