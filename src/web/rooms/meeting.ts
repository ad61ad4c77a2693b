import type { RoomPage } from '#web/room.ts';

/** The general meeting 党员大会, below /meeting/$branch: the runner in the frame of the desk, the wall without any, and what a member has of it. */
export const meetingRoom: {
  readonly framed: readonly RoomPage[];
  readonly bare: readonly RoomPage[];
  readonly own: readonly RoomPage[];
} = {
  framed: [
    { path: '/meeting/$branch', load: () => import('#web/pages/meeting/meetings.tsx') },
    { path: '/meeting/$branch/$id', load: () => import('#web/pages/meeting/runner.tsx') },
    { path: '/meeting/$branch/$id/sheet', load: () => import('#web/pages/meeting/sheet.tsx') },
    { path: '/desk/$branch/registers', load: () => import('#web/pages/meeting/registers.tsx') },
    { path: '/desk/$branch/registers/$id', load: () => import('#web/pages/meeting/paper.tsx') },
  ],
  bare: [{ path: '/meeting/$branch/$id/wall', load: () => import('#web/pages/meeting/wall.tsx') }],
  own: [{ path: '/my/meeting', load: () => import('#web/pages/meeting/my-meeting.tsx') }],
};
