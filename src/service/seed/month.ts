import type { ActAnswer } from '#contract/endpoint.ts';
import { addMonths, type Day } from '#domain/kernel/day.ts';
import { statusOn } from '#domain/ledger/member.ts';
import type { Claimed } from '#store/bodies.ts';
import { committeeOf, plainMembers } from './cast.ts';
import { factOf, failureOf } from './facts.ts';
import type { Playing } from './playing.ts';

/** A line of the seed 事项: whose, by whom, what, and how it fares. */
export type SeedLine = {
  readonly id: string;
  readonly subject: string;
  readonly declarant: string;
  readonly fact: Claimed;
  readonly fate: 'accept' | 'adjust' | 'decline';
  readonly contested: boolean;
};

/** A day of a month, 2025-03 and 7 → 2025-03-07. */
export function dayIn(month: string, day: number): Day {
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** The month after a month. */
export function nextMonth(month: string): string {
  return addMonths(`${month}-01`, 1).slice(0, 7);
}

/** Plays a month 月份 to its end: what the committee proposes, what members declare of themselves and others, the review, the closing. */
export async function playMonth(playing: Playing, month: string): Promise<readonly SeedLine[]> {
  await playing.go(dayIn(month, 22));
  const told = [await propose(playing, month), await report(playing, month)];
  await playing.go(dayIn(month, 26));
  const pledged = month.endsWith('-01') ? await pledge(playing, month) : [];
  const own = await declareAll(playing, month);
  const lines = [...told.flatMap((line) => line ?? []), ...pledged, ...own];
  // By then the term of whoever was told on the 22nd is over, holidays of spring and autumn counted.
  await playing.go(dayIn(nextMonth(month), 8));
  await review(playing, month, lines);
  await playing.act(playing.branch.secretary, 'month.close', { id: month });
  return lines;
}

/** By month, so that every way of answering occurs in every year. */
const ANSWERS = ['accept', 'contest', 'silent', 'accept'] as const;

/** A deduction 扣分: proposed by a committee member, told to its subject, who accepts, contests or stays silent. */
async function propose({ branch, chance, act }: Playing, month: string): Promise<SeedLine | undefined> {
  const [subject] = chance.shuffled(plainMembers(branch));
  if (subject === undefined || (branch.index > 0 && chance.happens(0.3))) return undefined;
  const [declarant] = branch.committee;
  const fact = failureOf(chance, dayIn(month, chance.between(3, 21)));
  const { id } = await act(declarant, 'review.propose', { subject, fact, words: '支委会记录' });
  const hearing = await act(declarant, 'hearing.serve', { line: id });
  const answer = ANSWERS[Number(month.slice(5)) % ANSWERS.length] ?? 'accept';
  if (answer !== 'silent') await act(subject, 'hearing.answer', { id: hearing.id, answer });
  await act(declarant, 'review.serve', { id });
  return { id, subject, declarant, fact, fate: 'accept', contested: answer === 'contest' };
}

/** What one member reports about another 反映: told to its subject and verified by the one named. */
async function report({ branch, chance, act }: Playing, month: string): Promise<SeedLine | undefined> {
  const [reporter, subject] = chance.shuffled(plainMembers(branch));
  if (reporter === undefined || subject === undefined || !chance.happens(0.2)) return undefined;
  const fact = { item: 'LZ-帮扶', day: dayIn(month, chance.between(2, 21)) };
  const { id } = await act(reporter, 'declaration.draft', { subject, fact, words: '事迹属实' });
  await act(reporter, 'declaration.submit', { id });
  await act(branch.discipline, 'declaration.verify', { id });
  return { id, subject, declarant: reporter, fact, fate: 'accept', contested: false };
}

/** The pledges 公开承诺 of January: one event of everybody, proposed together, each confirmed by its member. */
async function pledge({ branch, act }: Playing, month: string): Promise<readonly SeedLine[]> {
  const fact = { item: 'LZ-承诺', day: dayIn(month, 15) };
  const subjects = branch.members.map(({ member }) => member.id);
  const { told } = await act(branch.recorder, 'declaration.batch', { subjects, fact });
  const lines: SeedLine[] = [];
  for (const [at, id] of (told?.['lines'] ?? '').split(' ').entries()) {
    const subject = subjects[at] ?? '';
    await act(subject, 'declaration.confirm', { id, readBack: true });
    lines.push({ id, subject, declarant: subject, fact, fate: 'accept', contested: false });
  }
  return lines;
}

/** Every member declares, has it entered at the desk, or confirms that there is nothing to add. */
async function declareAll(playing: Playing, month: string): Promise<readonly SeedLine[]> {
  const { branch, chance, act } = playing;
  const lines: SeedLine[] = [];
  for (const { member } of branch.members) {
    const category = statusOn(member, dayIn(month, 26))?.category ?? '在职';
    const many = chance.one([0, 1, 1, 1, 2]);
    if (many === 0) await act(member.id, 'month.confirm', { id: month, member: member.id });
    for (let count = 0; count < many; count++) {
      const fact = factOf(chance, category, dayIn(month, chance.between(2, 25)));
      const { id } = await declare(playing, member.id, fact);
      if (chance.happens(0.03)) await act(member.id, 'declaration.withdraw', { id });
      else {
        const fate = chance.one(FATES);
        lines.push({ id, subject: member.id, declarant: member.id, fact, fate, contested: false });
      }
    }
  }
  return lines;
}

/** Nine of ten claims are accepted as they stand. */
const FATES: readonly [SeedLine['fate'], ...SeedLine['fate'][]] = [
  'adjust',
  'decline',
  ...Array.from({ length: 18 }, () => 'accept' as const),
];

async function declare({ branch, chance, act }: Playing, subject: string, fact: Claimed): Promise<ActAnswer> {
  const desk = subject !== branch.recorder && chance.happens(0.2);
  if (desk) {
    const { id } = await act(branch.recorder, 'declaration.enter', { subject, fact });
    return await act(subject, 'declaration.confirm', { id, readBack: true });
  }
  const { id } = await act(subject, 'declaration.draft', { subject, fact });
  return await act(subject, 'declaration.submit', { id });
}

/** The review 初评: each line is decided by most of those who may, at least one of whom keeps silent, so that someone is left to look into it again. */
export async function review(
  { branch, chance, act, today }: Playing,
  month: string,
  lines: readonly SeedLine[],
): Promise<void> {
  const { secretary: by, committee } = branch;
  const present = committeeOf(branch);
  const session = await act(by, 'review.convene', { month, day: today() });
  await act(by, 'review.open', { id: session.id, present });
  for (const { id, subject, declarant, fact, fate } of lines) {
    await act(by, 'review.take', { id, review: session.id });
    const deciders = present.filter((person) => person !== subject && person !== declarant);
    const ayes = deciders.length > 3 ? chance.shuffled(deciders).slice(1) : deciders;
    const decision = { id, review: session.id, ayes };
    // Whoever is concerned neither declares what was decided nor confirms it.
    const [declares = by] = ayes.includes(by) ? [by] : ayes;
    const second =
      deciders.find((person) => person !== declares && person === committee[1]) ??
      deciders.find((person) => person !== declares);
    if (fate === 'accept') await act(declares, 'review.accept', decision, second);
    else if (fate === 'decline') await act(declares, 'review.decline', { ...decision, reason: '没有佐证' }, second);
    else
      await act(
        declares,
        'review.adjust',
        { ...decision, fact: { ...fact, note: '按记录核定' }, reason: '按记录核定' },
        second,
      );
  }
  await act(by, 'review.close', { id: session.id });
}
