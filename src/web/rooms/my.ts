import type { RoomPage } from '#web/room.ts';
import { meetingRoom } from './meeting.ts';

/** A member's own pages 本人页面, below /my; its home is loaded with the application itself. */
export const myRoom: readonly RoomPage[] = [
  { path: '/my/score', load: async () => ({ Page: (await import('#web/pages/score/my-score.tsx')).MyScore }) },
  { path: '/my/declare', load: () => import('#web/pages/my/declare.tsx') },
  { path: '/my/lines', load: () => import('#web/pages/my/lines.tsx') },
  { path: '/my/line/$id', load: () => import('#web/pages/my/line.tsx') },
  { path: '/my/verify/$id', load: () => import('#web/pages/my/verify.tsx') },
  { path: '/my/openings', load: () => import('#web/pages/my/openings.tsx') },
  { path: '/my/hearing/$id', load: () => import('#web/pages/my/hearing.tsx') },
  { path: '/my/veto', load: () => import('#web/pages/my/veto.tsx') },
  { path: '/my/objections', load: () => import('#web/pages/my/objections.tsx') },
  { path: '/my/appeals', load: () => import('#web/pages/my/appeals.tsx') },
  { path: '/my/year', load: () => import('#web/pages/my/year.tsx') },
  { path: '/my/looked', load: () => import('#web/pages/my/looked.tsx') },
  { path: '/my/more', load: () => import('#web/pages/my/more.tsx') },
  { path: '/my/notices', load: () => import('#web/pages/my/notices.tsx') },
  { path: '/my/relatives', load: () => import('#web/pages/my/relatives.tsx') },
  { path: '/my/absence', load: () => import('#web/pages/my/absence.tsx') },
  { path: '/my/talks', load: () => import('#web/pages/my/talks.tsx') },
  { path: '/my/appraisal', load: () => import('#web/pages/my/appraisal.tsx') },
  { path: '/my/password', load: () => import('#web/pages/my/password.tsx') },
  ...meetingRoom.own,
];
