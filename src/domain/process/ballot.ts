import { passes, type VotingLaw } from './voting.ts';

/** How a vote is taken: by show of hands 举手, by paper ballots 无记名投票, or by secret ballot on screen; one way and one count a motion. */
export type VotingWay = 'hands' | 'paper' | 'screen';

/** The counts of a vote 计票. For paper `issued` and `returned` are the sheets handed out and taken in, `invalid` those of no effect. */
export type Counts =
  | { readonly way: 'hands' | 'screen'; readonly ayes: number; readonly noes: number; readonly abstentions: number }
  | {
      readonly way: 'paper';
      readonly issued: number;
      readonly returned: number;
      readonly ayes: number;
      readonly noes: number;
      readonly abstentions: number;
      readonly invalid: number;
    };

/** What is wrong with counts; each is a refusal. */
export type CountFault =
  | 'motion.counts-not-whole'
  | 'motion.too-many-votes'
  | 'motion.too-many-ballots'
  | 'motion.ballots-differ';

/** Under this many ballots a secret ballot is not offered on screen: so few could be guessed (issue 3). */
export const LEAST_ON_SCREEN = 5;

/** Whether the secret ballot is offered on screen. */
export function screenOffered(voters: number): boolean {
  return voters >= LEAST_ON_SCREEN;
}

/**
 * What is wrong with the counts of a motion: not whole numbers, more votes than voters, more sheets than voters or than were handed out,
 * or sheets that do not add up. Voters are those present who have a vote on it: present − not voting. Whoever raises no hand is in no count.
 */
export function countFault(counts: Counts, present: number, notVoting: number): CountFault | undefined {
  const voters = present - notVoting;
  if (Object.values(counts).some((one) => typeof one === 'number' && !(Number.isSafeInteger(one) && one >= 0)))
    return 'motion.counts-not-whole';
  const votes = counts.ayes + counts.noes + counts.abstentions;
  if (counts.way !== 'paper') return votes > voters ? 'motion.too-many-votes' : undefined;
  if (counts.issued > voters || counts.returned > counts.issued) return 'motion.too-many-ballots';
  return votes + counts.invalid === counts.returned ? undefined : 'motion.ballots-differ';
}

/** The result 表决结果 of counts without fault: derived, never stored as a state. */
export function resultOf(entitled: number, counts: Counts, law: VotingLaw): 'passed' | 'lost' {
  return passes(entitled, counts.ayes, law) ? 'passed' : 'lost';
}
