import type { Poll } from '#domain/process/motion.ts';
import { presentEntitled, type Roll } from '#domain/process/roll.ts';
import type { Doing } from '#service/doing.ts';
import { readDocument } from '#store/act.ts';
import type { Matter } from '#store/matter.ts';

/** The roll 应到名册 as it was frozen and sealed for a meeting; nobody is entitled before that. */
export async function frozenRoll(doing: Pick<Doing, 'rows' | 'at'>, { body }: Matter<'assembly'>): Promise<Roll> {
  const document = body.roll === undefined ? undefined : await readDocument(doing.rows, doing.at, 'roll', body.roll);
  if (!document) return { day: body.day, lines: [], entitled: 0 };
  return JSON.parse(document.text) as Roll;
}

/** The numbers of a vote in a meeting: entitled on the frozen roll, present of them, and who of these has no vote on the motion. */
export async function pollOf(doing: Doing, sitting: Matter<'assembly'>, motion?: Matter<'motion'>): Promise<Poll> {
  const roll = await frozenRoll(doing, sitting);
  const present = presentEntitled(roll, sitting.body.present);
  const subjects = motion ? await subjectsOf(doing, motion) : [];
  const notVoting = present.filter((member) => subjects.includes(member)).length;
  return { entitled: roll.entitled, present: present.length, notVoting, law: (await doing.terms()).voting };
}

/** Who has no vote on a motion: the subject of a contested line; on a bundle everyone entitled votes (product §3.4). */
export async function subjectsOf(doing: Doing, { body }: Matter<'motion'>): Promise<readonly string[]> {
  if (body.kind !== 'contested') return [];
  const lines = await Promise.all(body.lines.map(async (line) => await doing.find('line', line)));
  return lines.map(({ subject = '' }) => subject);
}

/** The meeting in which a motion was put. */
export async function sittingOf(doing: Doing, motion: Matter<'motion'>): Promise<Matter<'assembly'>> {
  return await doing.find('assembly', motion.parent ?? '');
}

/** The motions of a meeting, in the order in which they were put. */
export async function motionsOf(doing: Doing, sitting: string): Promise<readonly Matter<'motion'>[]> {
  return await doing.list('motion', { parent: sitting });
}

/** Whether a motion waits for its vote or its count. */
export function isUndecided({ state }: Matter<'motion'>): boolean {
  return state === 'put' || state === 'open';
}
