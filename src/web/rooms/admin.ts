import type { RoomPage } from '#web/room.ts';

/** The pages of the three administrators 三员, below /admin. */
export const adminRoom: readonly RoomPage[] = [];
