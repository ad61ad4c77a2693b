import type { Day } from '#domain/kernel/day.ts';
import { type Member, type Standing, statusOn } from '#domain/ledger/member.ts';

/** An absence 长期外出、不能参加 that was asked for: for which days, and on which days the superior consented and the meeting approved it. */
export type Absence = {
  readonly member: string;
  readonly from: Day;
  readonly to: Day;
  readonly consented?: Day;
  readonly approved?: Day;
};

/** Why a member is on the entitled roll or not: the standing of the day, or an absence that superior and meeting agreed to beforehand. */
export type RollReason = Standing | 'absence-agreed';

/** One line of the roll 应到名册. */
export type RollLine = { readonly member: string; readonly entitled: boolean; readonly reason: RollReason };

/** The entitled roll 应到名册 of a day, as frozen for a meeting: everyone with a standing that day, N = those entitled. */
export type Roll = { readonly day: Day; readonly lines: readonly RollLine[]; readonly entitled: number };

/** Standings with a vote: mobile and exempt members keep theirs; suspended, 留党察看 and probationary members have none (product §2, §3.6). */
const WITH_VOTE: ReadonlySet<Standing> = new Set<Standing>(['full', 'mobile', 'exempt']);

/** Standings that an agreed absence can take off the roll. */
const CAN_BE_ABSENT: ReadonlySet<Standing> = new Set<Standing>(['mobile', 'exempt']);

/** Whether superior and meeting both agreed to the absence before the day, and it covers the day. */
function agreed({ from, to, consented, approved }: Absence, day: Day): boolean {
  return (
    day >= from && day <= to && consented !== undefined && consented < day && approved !== undefined && approved < day
  );
}

/** Whether a member with this standing would have a vote when no absence was agreed. */
export function hasVote(standing: Standing): boolean {
  return WITH_VOTE.has(standing);
}

/** The line of one member on a day; undefined when the member had no standing in the branch that day. */
export function rollLine(member: Member, absences: readonly Absence[], day: Day): RollLine | undefined {
  const standing = statusOn(member, day)?.standing;
  if (standing === undefined) return undefined;
  const away = CAN_BE_ABSENT.has(standing) && absences.some((one) => one.member === member.id && agreed(one, day));
  if (away) return { member: member.id, entitled: false, reason: 'absence-agreed' };
  return { member: member.id, entitled: hasVote(standing), reason: standing };
}

/** Who had a vote on a day, and why 应到 (product §2: derivable for any day); in the order of the members given. */
export function rollOn(members: readonly Member[], absences: readonly Absence[], day: Day): Roll {
  const lines = members.flatMap((member) => rollLine(member, absences, day) ?? []);
  return { day, lines, entitled: lines.filter((line) => line.entitled).length };
}

/** Which of those who came 到会 count for the quorum: the entitled ones, each once. Guests and probationary members do not. */
export function presentEntitled(roll: Roll, came: readonly string[]): readonly string[] {
  return roll.lines.flatMap((line) => (line.entitled && came.includes(line.member) ? [line.member] : []));
}
