import { randomBytes } from 'node:crypto';
import type { Counts } from '#domain/process/ballot.ts';
import type { Doing } from '#service/doing.ts';
import { addVoted, layBallots, listBallots } from '#store/ballot.ts';

/** What can be chosen on a secret ballot. */
export type Choice = 'aye' | 'no' | 'abstain';

/** The choices that lie in the box of a motion; in no order that means anything. */
async function openBox(doing: Doing, motion: string): Promise<readonly Choice[]> {
  const box = await listBallots(doing.rows, doing.at, motion);
  return box.map(({ choice }) => doing.context.secrets.open(choice) as Choice);
}

/**
 * Casts a secret ballot 无记名投票 on screen: that the member has voted, and apart from it a choice under a random code that nobody is told.
 * Every ballot of the box gets a new code and a new seal each time: two states of the database laid side by side do not show which one was added,
 * and without the installation's key, which is kept elsewhere, none can be read.
 */
export async function castBallot(doing: Doing, motion: string, choice: Choice): Promise<void> {
  await addVoted(doing.rows, doing.at, motion, doing.by);
  const choices = [...(await openBox(doing, motion)), choice];
  const box = choices.map((one) => ({
    code: randomBytes(20).toString('hex'), // 160 random bits, of no instant
    choice: doing.context.secrets.seal(one),
  }));
  await layBallots(doing.rows, doing.at, motion, box);
}

/** Counts the ballots of a motion 计票; the box is opened for this alone. */
export async function countBallots(doing: Doing, motion: string): Promise<Counts> {
  const choices = await openBox(doing, motion);
  const count = (choice: Choice): number => choices.filter((one) => one === choice).length;
  return { way: 'screen', ayes: count('aye'), noes: count('no'), abstentions: count('abstain') };
}
