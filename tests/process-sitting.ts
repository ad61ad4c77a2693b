import type { InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { CLOCK, type TestBranch } from './process-branch.ts';

/** A general meeting as tests convene it: by the secretary, who chairs, with e as recorder. */
export async function convene(
  at: TestBranch,
  given: Partial<Omit<InputOf<'assembly.convene'>, 'branch'>>,
  by = 'a',
): Promise<string> {
  const called = { place: '会议室', chair: 'a', recorder: 'e', items: ['评定季度积分'], day: at.day };
  return (await at.act(by, 'assembly.convene', { ...called, ...given })).id;
}

/** Who is there, and who is on leave. */
export async function present(
  at: TestBranch,
  id: string,
  people: readonly string[],
  leave: readonly { member: string; reason: string }[] = [],
): Promise<ActAnswer> {
  return await at.act('e', 'assembly.attend', { id, present: [...people], leave: [...leave] });
}

/** Freezes the roll, records who is there and opens the meeting. */
export async function freeze(at: TestBranch, id: string, people: readonly string[]): Promise<void> {
  await at.act('e', 'assembly.freeze', { id });
  await present(at, id, people);
  await at.act('a', 'assembly.open', { id });
}

/** Casts secret ballots in the order told. */
export async function vote(
  at: TestBranch,
  id: string,
  ballots: Readonly<Record<string, InputOf<'motion.cast'>['choice']>>,
): Promise<void> {
  for (const [person, choice] of Object.entries(ballots)) await at.act(person, 'motion.cast', { id, choice });
}

/** A matter as it stands. */
export async function idOf(at: TestBranch, noun: string, id: string) {
  const matters = at.store.rows.selectFrom('matter').select(['state', 'revision', 'body', 'changed_at']);
  return await matters.where('noun', '=', noun).where('id', '=', id).executeTakeFirstOrThrow();
}

/** The content of a matter as it stands. */
export async function bodyOf(at: TestBranch, noun: string, id: string): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse((await idOf(at, noun, id)).body) as Readonly<Record<string, unknown>>;
}

/** Moves the roll of a line: declared or proposed, heard where it must be, and decided by the committee of a to d. */
export async function decidedLine(
  at: TestBranch,
  subject: string,
  fact: { item: string; day: string; level?: string },
  how: 'accept' | 'adjust' | 'decline' | 'contest' = 'accept',
): Promise<string> {
  const id = how === 'contest' ? await proposed(at, subject, fact) : await declared(at, subject, fact);
  const session = await at.act('a', 'review.convene', { month: fact.day.slice(0, 7), day: at.day });
  const review = session.id;
  await at.act('a', 'review.open', { id: review, present: ['a', 'b', 'c', 'd'] });
  await at.act('a', 'review.take', { id, review });
  const decision = { id, review, ayes: ['a', 'c', 'd'] };
  if (how === 'adjust')
    await at.act('c', 'review.adjust', {
      ...decision,
      fact: { ...fact, level: '校级', note: '按证书' },
      reason: '证书为校级',
    });
  else if (how === 'decline') await at.act('c', 'review.decline', { ...decision, reason: '无记录' });
  else {
    const done = await at.act('c', 'review.accept', decision);
    if (done.waits) await at.act('d', 'second.confirm', { id: done.id });
  }
  await at.act('a', 'review.close', { id: review });
  return id;
}

async function declared(at: TestBranch, subject: string, fact: { item: string; day: string }): Promise<string> {
  const { id } = await at.act(subject, 'declaration.draft', { subject, fact, words: '本人申报' });
  await at.act(subject, 'declaration.submit', { id });
  return id;
}

async function proposed(at: TestBranch, subject: string, fact: { item: string; day: string }): Promise<string> {
  const { id } = await at.act('b', 'review.propose', { subject, fact, words: '签到表' });
  const hearing = await at.act('b', 'hearing.serve', { line: id });
  await at.act(subject, 'hearing.answer', { id: hearing.id, answer: 'contest', words: '情况不符' });
  await at.act('b', 'review.serve', { id });
  return id;
}

export { CLOCK };
