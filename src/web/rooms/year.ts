import type { RoomPage } from '#web/room.ts';

/** The end of the year 年度: settlement, filing, appraisal and its consequences. */
export const yearRoom: readonly RoomPage[] = [
  { path: '/desk/$branch/year', load: () => import('#web/pages/year/year.tsx') },
  { path: '/desk/$branch/appraisal', load: () => import('#web/pages/year/appraisal-page.tsx') },
];
