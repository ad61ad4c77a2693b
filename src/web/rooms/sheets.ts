import type { RoomPage } from '#web/room.ts';

/** The page of paper that comes back 纸质材料, below /desk/$branch. */
export const sheetsRoom: readonly RoomPage[] = [
  { path: '/desk/$branch/paper', load: () => import('#web/pages/sheets/sheets.tsx') },
];
