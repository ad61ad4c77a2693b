import type { RoomPage } from '#web/room.ts';

/** What the committee does with lines 支委会办理: work list, months, review, deductions, batch entry. */
export const committeeRoom: readonly RoomPage[] = [];
