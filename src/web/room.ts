import type { FunctionComponent } from 'react';

/** A page 页面 of a room: its address below the frame's, and the file that is loaded when it is opened; each has a `Page`. */
export type RoomPage = {
  readonly path: string;
  readonly load: () => Promise<{ readonly Page: FunctionComponent }>;
};
