import type { UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/api.ts';
import { useRead, useSession } from '#web/query.ts';

/** A general meeting as it is followed 会议进行. */
export type Sitting = NonNullable<AnswerOf<'assembly.follow'>['sitting']>;
/** A line on its table. */
export type TableLine = Sitting['contested'][number];
/** A motion of it. */
export type MotionNow = Sitting['motions'][number];
/** A step of it. */
export type Step = Sitting['next']['step'];

/** So often a meeting is asked for again, in milliseconds. */
export const EVERY = 2000;

/** Follows a meeting, and asks for it again every two seconds; `wall` gives only what everybody in the room may read. */
export function useSitting(
  branch: string,
  { id, wall }: { readonly id?: string | undefined; readonly wall?: boolean } = {},
): UseQueryResult<AnswerOf<'assembly.follow'>> {
  const asked = { branch, ...(id !== undefined && { id }), ...(wall && { wall }) };
  return useRead('assembly.follow', asked, { every: EVERY });
}

/** The name of a person as the meeting's own roll has it. */
export function nameIn({ roll, meeting }: Sitting): (id: string | undefined) => string {
  const names = new Map(roll.lines.map(({ member, name }) => [member, name]));
  for (const { id, name } of [meeting.chair, meeting.recorder]) names.set(id, name);
  return (id) => names.get(id ?? '') ?? '—';
}

/** All lines of the table by their numbers. */
export function linesOf({ contested, rest }: Sitting): readonly TableLine[] {
  return [...contested, ...rest];
}

/** The motion that the next step is about. */
export function motionOf({ motions, next }: Sitting): MotionNow | undefined {
  return motions.find(({ id }) => id === next.motion);
}

/** The line that the next step is about: the one to be put, or the only one of a contested motion. */
export function lineOf(sitting: Sitting): TableLine | undefined {
  const motion = motionOf(sitting);
  const [number] = motion?.kind === 'contested' ? motion.numbers : [];
  return linesOf(sitting).find((one) =>
    sitting.next.line === undefined ? one.number === number : one.line === sitting.next.line,
  );
}

/** The numbers of a vote 表决人数: as the motion has them, or before it is put as they would be. */
export type Poll = {
  readonly entitled: number;
  readonly present: number;
  readonly voters: number;
  readonly needed: number;
  readonly met: boolean;
  readonly canPass: boolean;
};

/** The numbers of the vote that comes next; of a contested line its subject has no vote, and N stays (product §3.4). */
export function pollOf(sitting: Sitting): Poll {
  const { quorum, law, roll, next } = sitting;
  const motion = motionOf(sitting);
  const { met } = quorum;
  if (motion) {
    const { entitled, present, notVoting, needed, canPass } = motion;
    return { entitled, present, voters: present - notVoting, needed, met, canPass };
  }
  const subject = next.step === 'put-contested' ? lineOf(sitting)?.subject : undefined;
  const own = subject !== undefined && roll.present.includes(subject);
  const votes = roll.lines.some(({ member, entitled }) => member === subject && entitled);
  const voters = quorum.present - (own && votes ? 1 : 0);
  const { entitled, ayes: needed } = law;
  return { entitled, present: quorum.present, voters, needed, met, canPass: met && voters >= needed };
}

/** What the person before the screen does in a meeting. */
export type Hands = { readonly secretary: boolean; readonly recorder: boolean; readonly person: string };

/** Which of the two operators the person is; somebody can be both. */
export function useHands(branch: string): Hands {
  const { places, person } = useSession();
  const roles = places.find(({ id }) => id === branch)?.roles ?? [];
  return { secretary: roles.includes('secretary'), recorder: roles.includes('recorder'), person };
}

/** Whether the person takes the next step: by office, and where a signature is missing in person. */
export function isMine({ next }: Sitting, hands: Hands): boolean {
  return hands[next.by] && (next.person === undefined || next.person === hands.person);
}
