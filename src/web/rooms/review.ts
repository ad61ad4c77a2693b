import type { RoomPage } from '#web/room.ts';

/** What the committee does with lines 支委会办理: work list, months, review, deductions, batch entry. */
export const committeeRoom: readonly RoomPage[] = [
  { path: '/desk/$branch/review', load: () => import('#web/pages/review/sessions.tsx') },
  { path: '/desk/$branch/review/$id', load: () => import('#web/pages/review/session.tsx') },
  { path: '/desk/$branch/batch', load: () => import('#web/pages/batch/batch.tsx') },
];
