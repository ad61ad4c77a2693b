import type { RoomPage } from '#web/room.ts';

/** A member's own pages 本人页面, below /my; its home is loaded with the application itself. */
export const myRoom: readonly RoomPage[] = [
  { path: '/my/score', load: async () => ({ Page: (await import('#web/pages/score/my-score.tsx')).MyScore }) },
  { path: '/my/declare', load: () => import('#web/pages/my/declare.tsx') },
  { path: '/my/lines', load: () => import('#web/pages/my/lines.tsx') },
  { path: '/my/line/$id', load: () => import('#web/pages/my/line.tsx') },
  { path: '/my/hearing/$id', load: () => import('#web/pages/my/hearing.tsx') },
];
