import type { RoomPage } from '#web/room.ts';
import { importRoom } from './import.ts';
import { officeRoom } from './office.ts';
import { committeeRoom } from './review.ts';
import { sheetsRoom } from './sheets.ts';
import { yearRoom } from './year.ts';

/** The pages of committee, secretary and recorder 支部工作台, below /desk/$branch. */
export const deskRoom: readonly RoomPage[] = [
  ...committeeRoom,
  ...officeRoom,
  ...importRoom,
  ...sheetsRoom,
  ...yearRoom,
];
