import type { RoomPage } from '#web/room.ts';

/** What the committee does with lines 支委会办理: work list, months, review, deductions, batch entry. */
export const committeeRoom: readonly RoomPage[] = [
  { path: '/desk/$branch', load: () => import('#web/pages/work/work.tsx') },
  { path: '/desk/$branch/months', load: () => import('#web/pages/work/months.tsx') },
  { path: '/desk/$branch/review', load: () => import('#web/pages/review/sessions.tsx') },
  { path: '/desk/$branch/review/$id', load: () => import('#web/pages/review/session.tsx') },
  { path: '/desk/$branch/batch', load: () => import('#web/pages/batch/batch.tsx') },
  { path: '/desk/$branch/deductions', load: () => import('#web/pages/work/deductions.tsx') },
  { path: '/desk/$branch/line/$id', load: () => import('#web/pages/trace/line.tsx') },
];
