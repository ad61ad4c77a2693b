import { monthsOfQuarter } from '#domain/kernel/period.ts';
import { committeeOf, plainMembers, votersOf } from './cast.ts';
import { convene } from './gathering.ts';
import { dayIn, nextMonth, playMonth, type SeedLine } from './month.ts';
import type { Playing } from './playing.ts';

/** The days of the month after a quarter on which its meeting sits, its notice is posted, and the notice has ended. */
const [MEETING, POSTED, ENDED] = [10, 12, 21] as const;

/** Plays a quarter 季度 from its first month to the end of its notice; answers with the line that was objected to. */
export async function playQuarter(playing: Playing, quarter: string): Promise<SeedLine | undefined> {
  const { go } = playing;
  const lines: SeedLine[] = [];
  for (const month of monthsOfQuarter(quarter)) lines.push(...(await playMonth(playing, month)));
  const after = nextMonth(monthsOfQuarter(quarter)[2] ?? quarter);
  await go(dayIn(after, MEETING));
  const rejected = await meet(playing, quarter, lines);
  await go(dayIn(after, POSTED));
  const notice = await post(playing, 'quarter', quarter);
  await go(dayIn(after, ENDED));
  if (!quarter.endsWith('Q4')) await playing.act(playing.branch.recorder, 'notice.file', { id: notice });
  const determined = lines.filter(({ id, fate }) => fate !== 'decline' && !rejected.has(id));
  return await object(playing, determined, Number(quarter.slice(5)) - 1);
}

/** The general meeting 党员大会: contested lines are voted on one by one and some are lost, then the rest of the quarter together. */
export async function meet(
  playing: Playing,
  quarter: string,
  lines: readonly SeedLine[],
  away: readonly string[] = [],
): Promise<ReadonlySet<string>> {
  const { branch, chance, act, scene } = playing;
  const { secretary: by, recorder } = branch;
  const absent = [...away, ...chance.shuffled(plainMembers(branch)).slice(0, chance.between(0, 1))];
  const assembly = await convene(playing, `评定${quarter}积分`, quarter);
  await scene(by, 'scene.sit', { assembly, absent });
  const rejected = new Set<string>();
  for (const { id: line } of lines.filter(({ contested }) => contested)) {
    const isLost = quarter.endsWith('Q2') || chance.happens(0.3);
    if (isLost) rejected.add(line);
    const put = { kind: 'contested', title: '有异议事项', quarter, lines: [line] };
    const { id } = await act(by, 'motion.put', { assembly, ...put });
    await act(by, 'assembly.brief', { id: assembly, motion: id });
    await act(by, 'motion.open', { id, way: 'hands' });
    // More than half also of those who joined since.
    const most = Math.floor(votersOf(branch, playing.today()) / 2) + 2;
    const counts = { ayes: isLost ? 1 : most, noes: isLost ? most : 1, abstentions: 0 };
    await act(recorder, 'motion.count', { id, counts });
  }
  await scene(by, 'scene.determine', { assembly, quarter });
  return rejected;
}

/** A notice 公示: drafted by the recorder, its content reviewed by a committee member, posted by the secretary. */
export async function post({ branch, scene }: Playing, of: 'quarter' | 'settlement', period: string): Promise<string> {
  const [, reviewer] = branch.committee;
  const posted = await scene(branch.secretary, 'scene.notice', { of, period, author: branch.recorder, reviewer });
  return posted?.id ?? '';
}

const ENDINGS = [
  { result: 'dismissed', reason: '经核对原始记录，认定无误' },
  { result: 'upheld', reason: '经核对原始记录，不应记入', correction: 'removed' },
  { result: 'partly', reason: '经核对原始记录，日期有误' },
  { result: 'dismissed', reason: '经核对，没有新的依据' },
] as const;

/** An objection 异议 after the notice: looked into by a person of the superior, found and answered; the next meeting is told of it. */
export async function object(
  { branch, chance, act }: Playing,
  lines: readonly SeedLine[],
  way: number,
): Promise<SeedLine | undefined> {
  const office = [...committeeOf(branch), branch.recorder];
  const [line] = chance.shuffled(lines.filter(({ subject }) => !office.includes(subject)));
  const ending = ENDINGS[way % ENDINGS.length];
  const investigator = branch.superior.reviewers[0]?.id ?? '';
  if (!line || !ending) return undefined;
  const { id: about, subject, fact } = line;
  const { id } = await act(subject, 'objection.raise', {
    concerns: subject,
    about: 'line',
    line: about,
    reason: '请核对',
  });
  await act(branch.secretary, 'objection.assign', { id, investigator });
  const correction = ending.result === 'partly' ? { correction: { ...fact, day: dayIn(fact.day.slice(0, 7), 1) } } : {};
  await act(investigator, 'objection.find', { id, ...ending, ...correction });
  await act(branch.secretary, 'objection.answer', { id });
  return line;
}
