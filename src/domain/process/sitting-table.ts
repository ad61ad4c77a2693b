/** Whether a line of the meeting is contested by its nature, and its id, which is in the order of time. */
export type Tabled = { readonly id: string; readonly contested: boolean };

/**
 * The running numbers of the lines of a meeting 事项编号: those contested first, then the rest, each in the order of the ids. They hang on nothing that a meeting
 * changes, so that a number says the same from the opening to the close, on sheets, phones and wall.
 */
export function numbered(lines: readonly Tabled[]): ReadonlyMap<string, number> {
  const ordered = lines.toSorted((a, b) => Number(b.contested) - Number(a.contested) || (a.id < b.id ? -1 : 1));
  return new Map(ordered.map(({ id }, at) => [id, at + 1]));
}

/** A meeting among those of the branch, as far as the choice of one hangs on it. */
export type Called = { readonly id: string; readonly state: string; readonly day: string };

/** Which meeting is meant 默认会议 where none is named: the one that sits or is of today, else the next convened, else the last. */
export function meetingMeant<M extends Called>(meetings: readonly M[], today: string): M | undefined {
  const standing = meetings.filter(({ state }) => state !== 'cancelled').toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const of = (state: string): M | undefined => standing.findLast((one) => one.state === state);
  const todays = standing.filter(({ day }) => day === today);
  const coming = todays.findLast(({ state }) => state === 'convened') ?? todays.at(-1);
  const next = standing.find(({ state, day }) => state === 'convened' && day > today);
  return of('open') ?? of('frozen') ?? coming ?? next ?? standing.at(-1);
}
