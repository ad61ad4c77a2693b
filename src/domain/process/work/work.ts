import { contestWork } from './contest.ts';
import { WORK_KINDS } from './kinds.ts';
import { lineWork } from './lines.ts';
import { meetingWork } from './meeting.ts';
import { noticeWork } from './notice.ts';
import { openingWork } from './openings.ts';
import type { Asker, Board, Owed } from './owed.ts';
import { type OwnAppeal, ownWork } from './own.ts';
import { superiorWork } from './superior.ts';
import { yearWork } from './year.ts';

/** All that somebody owes and is owed in a branch 待办, from the matters as they stand. */
export function branchWork(asker: Asker, board: Board, atSuperior: readonly OwnAppeal[] = []): readonly Owed[] {
  return [
    ...ownWork(asker, board, atSuperior),
    ...openingWork(asker, board),
    ...lineWork(asker, board),
    ...meetingWork(asker, board),
    ...noticeWork(asker, board),
    ...contestWork(asker, board),
    ...yearWork(asker, board),
    ...superiorWork(asker, board),
  ];
}

/** Whether a row is late 逾期: its last day is over and rests on published days. */
export function isLate({ due, provisional = false }: Owed, today: string): boolean {
  return due !== undefined && !provisional && today > due;
}

const PLACES: ReadonlyMap<string, number> = new Map(WORK_KINDS.map((kind, at) => [kind, at]));

/** The rows as one list by date 按日期排列: by the last day, where there is none by the day since when; those of one day by their kind. */
export function inOrder(rows: readonly Owed[]): readonly Owed[] {
  const dated = rows.map((row) => ({ row, day: row.due ?? row.since, place: PLACES.get(row.kind) ?? 0 }));
  dated.sort((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? -1 : 1;
    if (a.place !== b.place) return a.place - b.place;
    return a.row.id < b.row.id ? -1 : 1;
  });
  return dated.map(({ row }) => row);
}
