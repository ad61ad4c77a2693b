import type { RoomPage } from '#web/room.ts';
import { meetingRoom } from './meeting.ts';

/** A member's own pages 本人页面, below /my; its home is loaded with the application itself. */
export const myRoom: readonly RoomPage[] = [
  { path: '/my/score', load: async () => ({ Page: (await import('#web/pages/score/my-score.tsx')).MyScore }) },
  ...meetingRoom.own,
];
