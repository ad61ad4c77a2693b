import type { RoomPage } from '#web/room.ts';

/** The superior's pages 上级工作台, below /above. */
export const aboveRoom: readonly RoomPage[] = [];
