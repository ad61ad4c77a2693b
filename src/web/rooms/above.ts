import type { RoomPage } from '#web/room.ts';

/** The superior's pages 上级工作台, below /above. */
export const aboveRoom: readonly RoomPage[] = [
  { path: '/above', load: () => import('#web/pages/above/work.tsx') },
  { path: '/above/filings', load: () => import('#web/pages/above/filings.tsx') },
  { path: '/above/filings/$of/$filing', load: () => import('#web/pages/above/one-filing.tsx') },
  { path: '/above/appeals', load: () => import('#web/pages/above/appeals.tsx') },
  { path: '/above/concerns', load: () => import('#web/pages/above/concerns.tsx') },
  { path: '/above/tree', load: () => import('#web/pages/above/tree.tsx') },
  { path: '/above/tree/$of', load: () => import('#web/pages/above/one-branch.tsx') },
];
