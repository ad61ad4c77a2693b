import type { RoomPage } from '#web/room.ts';

/** The pages of the three administrators 三员, below /admin: three desks, and one address that leads to the own. */
export const adminRoom: readonly RoomPage[] = [
  { path: '/admin', load: () => import('#web/pages/admin/admin.tsx') },
  { path: '/admin/accounts', load: () => import('#web/pages/admin/accounts.tsx') },
  { path: '/admin/operation', load: () => import('#web/pages/admin/operation.tsx') },
  { path: '/admin/rights', load: () => import('#web/pages/admin/rights.tsx') },
  { path: '/admin/records', load: () => import('#web/pages/admin/records.tsx') },
];
