import { z } from 'zod';
import { declareFacts } from './declare-facts.ts';
import { ballot, determineQuarter, meeting, sit } from './meeting.ts';
import { reviewMonth } from './review-month.ts';
import type { Scene } from './scene.ts';

const noticeGiven = z.strictObject({
  of: z.enum(['quarter', 'settlement']),
  period: z.string(),
  author: z.string(),
  reviewer: z.string(),
  text: z.string().optional(),
});

/** A notice 公示 of a quarter's register or a settlement: drafted by one, its content reviewed by another, posted. */
const notice: Scene = async (stage, rows, { branch, by }, raw) => {
  const { author, reviewer, ...drafted } = noticeGiven.parse(raw);
  const { id } = await stage.act(rows, branch, author, 'notice.draft', drafted);
  await stage.act(rows, branch, reviewer, 'notice.review', { id });
  const posted = await stage.act(rows, branch, by, 'notice.post', { id });
  if (drafted.of === 'quarter') await stage.act(rows, branch, by, 'quarter.post', { id: drafted.period });
  return posted;
};

/** The scenes by name. */
export const SCENES: ReadonlyMap<string, Scene> = new Map([
  ['scene.declare', declareFacts],
  ['scene.review', reviewMonth],
  ['scene.meeting', meeting],
  ['scene.sit', sit],
  ['scene.ballot', ballot],
  ['scene.determine', determineQuarter],
  ['scene.notice', notice],
]);
