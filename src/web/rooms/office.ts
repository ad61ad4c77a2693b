import type { RoomPage } from '#web/room.ts';

/** What secretary and recorder keep 书记、记录员: notices, objections and questions, roster, slips, scheme, settings. */
export const officeRoom: readonly RoomPage[] = [
  { path: '/desk/$branch/notices', load: () => import('#web/pages/office/notices.tsx') },
  { path: '/desk/$branch/notices/$id', load: () => import('#web/pages/office/notice.tsx') },
  { path: '/desk/$branch/settings', load: () => import('#web/pages/office/settings.tsx') },
  { path: '/desk/$branch/slips', load: () => import('#web/pages/office/slips.tsx') },
  { path: '/desk/$branch/roster', load: () => import('#web/pages/office/roster.tsx') },
  { path: '/desk/$branch/roster/$member', load: () => import('#web/pages/office/roster-member.tsx') },
  { path: '/desk/$branch/supervision', load: () => import('#web/pages/office/supervision.tsx') },
  { path: '/desk/$branch/forms', load: () => import('#web/pages/office/forms.tsx') },
  { path: '/desk/$branch/scheme', load: () => import('#web/pages/office/scheme.tsx') },
];
