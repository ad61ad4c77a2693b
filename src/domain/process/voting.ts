import { ceilShare, type Ratio } from '#domain/kernel/ratio.ts';

/** The shares a branch has set 表决规则: at least half and more than half hold whatever is set; a branch may only be stricter (product §3 preamble). */
export type VotingLaw = { readonly quorum: Ratio; readonly majority: Ratio };

/** The law without settings: present ≥ ⌈N/2⌉, ayes > N/2 (支部工作条例 art. 11, product §3.6). */
export const PLAIN_LAW: VotingLaw = { quorum: { num: 1, den: 2 }, majority: { num: 1, den: 2 } };

/** How many of N entitled members 应到 must be present before a vote may start: ⌈N × share⌉, never under ⌈N/2⌉, never nobody. */
export function quorumOf(entitled: number, law: VotingLaw = PLAIN_LAW): number {
  return Math.max(1, Math.ceil(entitled / 2), ceilShare(entitled, law.quorum));
}

/** Whether the quorum 法定人数 is present 实到. */
export function hasQuorum(entitled: number, present: number, law: VotingLaw = PLAIN_LAW): boolean {
  return present >= quorumOf(entitled, law);
}

/**
 * How many ayes pass a motion: more than half of the N entitled, not of those present; where a branch has set a larger share, at least that share of N
 * as well (三分之二以上 includes two thirds). Can be more than N when the roll is empty or a share is over the whole: then nothing passes.
 */
export function ayesNeeded(entitled: number, law: VotingLaw = PLAIN_LAW): number {
  return Math.max(Math.floor(entitled / 2) + 1, ceilShare(entitled, law.majority));
}

/** Whether this many ayes pass a motion 通过 (product §3.6, §5.5). */
export function passes(entitled: number, ayes: number, law: VotingLaw = PLAIN_LAW): boolean {
  return ayes >= ayesNeeded(entitled, law);
}

/**
 * Whether anything can pass, said before the vote: the quorum is there and all who vote would be enough. Of 10 entitled with 5 present nothing can.
 * `notVoting` counts those present who have no vote on this motion: the subject of a contested line. N stays.
 */
export function canPass(entitled: number, present: number, notVoting = 0, law: VotingLaw = PLAIN_LAW): boolean {
  return hasQuorum(entitled, present, law) && passes(entitled, present - notVoting, law);
}
