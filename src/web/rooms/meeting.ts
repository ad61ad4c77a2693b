import type { RoomPage } from '#web/room.ts';

/** The general meeting 党员大会, below /meeting/$branch: the runner in the frame of the desk, the wall without any. */
export const meetingRoom: { readonly framed: readonly RoomPage[]; readonly bare: readonly RoomPage[] } = {
  framed: [],
  bare: [],
};
