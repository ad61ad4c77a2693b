import type { RoomPage } from '#web/room.ts';

/** Importing from tables 导入. */
export const importRoom: readonly RoomPage[] = [
  { path: '/desk/$branch/import', load: () => import('#web/pages/import/import.tsx') },
];
