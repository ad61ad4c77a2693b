import type { ActAnswer } from '#contract/endpoint.ts';
import { statusOn } from '#domain/ledger/member.ts';
import { hasVote } from '#domain/process/roll.ts';
import type { Playing } from './playing.ts';

/** Convenes a general meeting of today 召集党员大会. */
export async function convene({ branch, act, today }: Playing, item: string, quarter?: string): Promise<string> {
  const { secretary: chair, recorder } = branch;
  const called = {
    day: today(),
    place: '党员活动室',
    chair,
    recorder,
    items: [item],
    ...(quarter !== undefined && { quarter }),
  };
  return (await act(chair, 'assembly.convene', called)).id;
}

/** Opens a general meeting of today to which everyone comes, and tells it the outcomes that it is owed. */
export async function openMeeting(playing: Playing, item: string): Promise<string> {
  const { branch, act, today } = playing;
  const id = await convene(playing, item);
  await act(branch.recorder, 'assembly.freeze', { id });
  const there = branch.members.filter(({ member }) => statusOn(member, today()) !== undefined);
  const present = there.map(({ member }) => member.id);
  await act(branch.recorder, 'assembly.attend', { id, present, leave: [] });
  await act(branch.secretary, 'assembly.open', { id });
  await act(branch.secretary, 'assembly.brief', { id, outcomes: true });
  return id;
}

type Put = { readonly kind: 'scheme' | 'absence' | 'other'; readonly title: string; readonly about?: string };

/** Puts a motion to an open meeting 提请表决. */
export async function put({ branch, act }: Playing, assembly: string, motion: Put): Promise<ActAnswer> {
  return await act(branch.secretary, 'motion.put', { assembly, ...motion });
}

/** Puts a motion and has it voted on by hands, everyone for it. */
export async function pass(playing: Playing, assembly: string, motion: Put): Promise<string> {
  const { branch, act, today } = playing;
  const { id } = await put(playing, assembly, motion);
  await act(branch.secretary, 'assembly.brief', { id: assembly, motion: id });
  await act(branch.secretary, 'motion.open', { id, way: 'hands' });
  const ayes = branch.members.filter(({ member }) =>
    hasVote(statusOn(member, today())?.standing ?? 'transferred'),
  ).length;
  await act(branch.recorder, 'motion.count', { id, counts: { ayes, noes: 0, abstentions: 0 } });
  return id;
}

/** Closes a meeting 散会 after its outcomes were reported. */
export async function closeMeeting({ branch, act, list }: Playing, id: string): Promise<void> {
  for (const noun of ['objection', 'appeal'] as const)
    for (const answered of await list(noun, { state: ['answered'] }))
      await act(branch.recorder, `${noun}.report`, { id: answered.id, assembly: id });
  await act(branch.secretary, 'assembly.close', { id });
}
