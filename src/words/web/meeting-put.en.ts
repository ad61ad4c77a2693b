import type { PutWords } from './meeting-put.zh-CN.ts';

/** The English texts for putting a matter to the general meeting that is open. */
export const putEn: PutWords = {
  put: 'Put it to the meeting',
  putLead: 'The general meeting is in session; this can be put to the vote now.',
  done: 'Put to the general meeting. The vote is led from the meeting page.',
  waits: 'Before the general meeting, waiting for its vote: {title}',
  go: 'Go to the meeting',
  noMeeting: 'While a general meeting is in session, the secretary can put this to the vote here.',
  convene: 'Convene a general meeting',
};
