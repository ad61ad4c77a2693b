import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { monthsOfQuarter } from '#domain/kernel/period.ts';
import type { Caller } from '#service/caller.ts';
import { CLOCK } from '#service/caller.ts';
import { performAct } from '#service/perform.ts';
import { addDays, nextMonth } from './days.ts';
import { B } from './people.ts';
import { SCHEME } from './scheme.ts';
import { openPlace, type Place, type World, within } from './world.ts';

/** Where sequences begin 起点: each a branch whose year was played so far. */
export const STAGES = ['opening', 'review', 'meeting', 'sitting', 'determined', 'posted', 'year', 'settled'] as const;

/** Opens a stage on an empty database. */
export async function openStage(stage: (typeof STAGES)[number], at: string): Promise<Place> {
  const place = await openPlace(at);
  const until = STAGES.indexOf(stage);
  await within(place, async (world) => await playUntil(new Player(world), until), true);
  place.day = addDays(place.day, 1); // every instant of a sequence comes after those of the stage
  return place;
}

/** Plays to a stage, by its place in the list. */
async function playUntil(player: Player, until: number): Promise<void> {
  if (until >= 1) await quarterToReview(player, '2025Q1', ['2025-01', '2025-03']);
  else await player.act(CLOCK, 'month.open', { month: '2025-01' });
  if (until >= 2) await decide(player, '2025Q1', ['2025-01', '2025-03']);
  if (until < 3) return;
  await prepare(player);
  await sit(player, '2025Q1');
  if (until < 4) return;
  await adopt(player);
  await determine(player, '2025Q1');
  if (until < 5) return;
  await register(player);
  await post(player, 'quarter', '2025Q1');
  await player.act('m-an', 'quarter.post', { id: '2025Q1' });
  if (until < 6) return;
  await over(player);
  await player.act(CLOCK, 'quarter.close', { id: '2025Q1' });
  for (const quarter of ['2025Q2', '2025Q3', '2025Q4']) {
    const [month = ''] = monthsOfQuarter(quarter);
    await quarterToReview(player, quarter, [month]);
    await decide(player, quarter, [month]);
    await sit(player, quarter);
    await determine(player, quarter);
    await register(player);
    await post(player, 'quarter', quarter);
    await player.act('m-an', 'quarter.post', { id: quarter });
    await over(player);
    await player.act(CLOCK, 'quarter.close', { id: quarter });
  }
  const { id } = await player.act('m-an', 'settlement.preview', { year: '2025' });
  if (until < 7) return;
  await player.act('m-an', 'settlement.seal', { id });
  await post(player, 'settlement', '2025');
  await over(player);
  await player.act('m-an', 'filing.draft', { year: '2025' });
}

/** Plays acts as persons who have just seen the latest revision. */
class Player {
  readonly world: World;
  readonly ids = new Map<string, string>();

  constructor(world: World) {
    this.world = world;
  }

  async act<A extends ActAction>(
    who: string | Caller,
    action: A,
    input: Omit<InputOf<A>, 'branch'>,
  ): Promise<ActAnswer> {
    const caller: Caller = typeof who === 'string' ? { person: who, kind: 'person', password: true } : who;
    const full = { branch: B, ...input } as InputOf<A>;
    const { id } = input as { id?: string };
    const query = this.world.rows.selectFrom('matter').select('revision').where('branch_id', '=', B);
    const revision = id === undefined ? undefined : (await query.where('id', '=', id).executeTakeFirst())?.revision;
    this.world.minute++;
    return await performAct(this.world.context, caller, action, { input: full, revision });
  }

  goTo(day: string): void {
    if (day <= this.world.day) return;
    this.world.day = day;
    this.world.minute = 0;
  }
}

/** Months are opened, and lines declared, reported and proposed in the first of them; all are heard. */
async function quarterToReview(player: Player, quarter: string, months: readonly string[]): Promise<void> {
  const [month = ''] = months;
  player.goTo(`${month}-07`);
  await player.act(CLOCK, 'quarter.open', { quarter });
  for (const one of months) {
    player.goTo(`${one}-07`);
    await player.act(CLOCK, 'month.open', { month: one });
  }
  const day = `${month}-06`;
  for (const subject of ['m-fang', 'm-gao']) {
    const { id } = await player.act(subject, 'declaration.draft', { subject, fact: { item: 'zhiyuan', day } });
    await player.act(subject, 'declaration.submit', { id });
    player.ids.set(subject, id);
  }
  const fact = { item: 'huojiang', level: '区级', day };
  const report = await player.act('m-fang', 'declaration.draft', { subject: 'm-hai', fact });
  await player.act('m-fang', 'declaration.submit', { id: report.id });
  await player.act('m-ding', 'declaration.verify', { id: report.id });
  const debit = { item: 'quexi', day, note: '签到表' };
  const { id } = await player.act('m-bo', 'review.propose', { subject: 'm-er', fact: debit, words: '签到表' });
  const hearing = await player.act('m-bo', 'hearing.serve', { line: id });
  await player.act('m-er', 'hearing.answer', { id: hearing.id, answer: quarter === '2025Q1' ? 'contest' : 'accept' });
  await player.act('m-bo', 'review.serve', { id });
  player.ids.set('report', report.id).set('debit', id);
}

/** The committee decides what was heard; the months are closed. */
async function decide(player: Player, quarter: string, months: readonly string[]): Promise<void> {
  player.goTo(nextMonth(`${months.at(-1)}-01`));
  const [month = ''] = months;
  const { id: review } = await player.act('m-an', 'review.convene', { month, day: player.world.day });
  await player.act('m-an', 'review.open', { id: review, present: ['m-an', 'm-bo', 'm-chi', 'm-ding'] });
  for (const name of ['m-fang', 'm-gao', 'debit']) {
    const id = player.ids.get(name) ?? '';
    await player.act('m-an', 'review.take', { id, review });
    const done = await player.act('m-chi', 'review.accept', { id, review, ayes: ['m-an', 'm-chi', 'm-ding'] });
    if (done.waits) await player.act('m-ding', 'second.confirm', { id: done.id });
  }
  // The report waits until its subject answered; it is declined in the end, so that the months can be closed.
  const hearing = await player.world.rows
    .selectFrom('matter')
    .select('id')
    .where('parent', '=', player.ids.get('report') ?? '')
    .executeTakeFirstOrThrow();
  player.goTo(addDays(player.world.day, 10));
  await player.act(CLOCK, 'hearing.lapse', { id: hearing.id });
  const id = player.ids.get('report') ?? '';
  await player.act('m-an', 'review.take', { id, review });
  await player.act('m-bo', 'review.decline', { id, review, ayes: ['m-an', 'm-bo', 'm-chi'], reason: '没有记录' });
  await player.act('m-an', 'review.close', { id: review });
  for (const one of months) await player.act('m-an', 'month.close', { id: one });
  player.goTo(nextMonth(`${monthsOfQuarter(quarter)[2]}-01`));
}

/** Two new versions of the scheme are drafted and checked, and a long absence is asked for. */
async function prepare(player: Player): Promise<void> {
  for (const [name, days] of [
    ['first', 0],
    ['second', 4],
  ] as const) {
    const effective = addDays(player.world.day, days);
    const document = JSON.parse(JSON.stringify({ ...SCHEME, effective })) as typeof SCHEME;
    const { id } = await player.act('m-an', 'scheme.draft', { title: '修订方案', source: '', document });
    await player.act('m-bo', 'scheme.check', { id });
    player.ids.set(`${name} scheme`, id);
  }
  const absence = await player.act('m-hai', 'absence.ask', { from: player.world.day, to: '2026-12-31' });
  await player.act('s-sun', 'absence.consent', { id: absence.id });
}

/** The general meeting is convened and opened. */
async function sit(player: Player, quarter: string): Promise<void> {
  const called = { day: player.world.day, place: '会议室', chair: 'm-an', recorder: 'm-er', items: ['评定'], quarter };
  const { id } = await player.act('m-an', 'assembly.convene', called);
  await player.act('m-er', 'assembly.freeze', { id });
  const present = ['m-an', 'm-bo', 'm-chi', 'm-ding', 'm-er', 'm-fang', 'm-hai', 'm-pan'];
  await player.act('m-er', 'assembly.attend', { id, present, leave: [] });
  await player.act('m-an', 'assembly.open', { id });
  player.ids.set('assembly', id).set('quarter', quarter);
  // What is contested is decided first; the bundle is still to come.
  const alone = quarter === '2025Q1' ? [player.ids.get('debit') ?? ''] : [];
  for (const line of alone) await vote(player, id, { kind: 'contested', lines: [line] });
}

/** It adopts both versions, of which the first is in force at once. */
async function adopt(player: Player): Promise<void> {
  for (const name of ['first', 'second']) {
    const about = player.ids.get(`${name} scheme`) ?? '';
    const motion = await vote(player, player.ids.get('assembly') ?? '', { kind: 'scheme', about });
    const { id } = await player.act('m-an', 'scheme.adopt', { id: about, motion });
    await player.act('m-bo', 'second.confirm', { id });
  }
  await player.act(CLOCK, 'scheme.start', { id: player.ids.get('first scheme') ?? '' });
}

/** It determines the quarter and is closed. */
async function determine(player: Player, quarter: string): Promise<void> {
  const assembly = player.ids.get('assembly') ?? '';
  const motion = await vote(player, assembly, { kind: 'bundle' });
  await player.act('m-er', 'quarter.determine', { id: quarter, motion });
  await player.act('m-an', 'assembly.close', { id: assembly });
}

async function register(player: Player): Promise<void> {
  const { id } = await player.act('m-er', 'register.draw', { quarter: player.ids.get('quarter') ?? '' });
  await player.act('m-er', 'register.seal', { id });
}

async function vote(
  player: Player,
  assembly: string,
  put: { kind: 'bundle' | 'contested' | 'scheme'; lines?: string[]; about?: string },
): Promise<string> {
  const { id } = await player.act('m-an', 'motion.put', { assembly, title: '评定', ...put });
  await player.act('m-er', 'assembly.brief', { id: assembly, motion: id });
  await player.act('m-an', 'motion.open', { id, way: 'hands' });
  await player.act('m-er', 'motion.count', { id, counts: { ayes: 6, noes: 0, abstentions: 0 } });
  return id;
}

/** A notice is written, reviewed by another and posted. */
async function post(player: Player, of: 'quarter' | 'settlement', period: string): Promise<void> {
  const { id } = await player.act('m-an', 'notice.draft', { of, period, text: '公示' });
  await player.act('m-bo', 'notice.review', { id });
  await player.act('m-an', 'notice.post', { id });
  player.ids.set('notice', id);
}

/** Its term ends. */
async function over(player: Player): Promise<void> {
  player.goTo(addDays(player.world.day, 16));
  await player.act(CLOCK, 'notice.close', { id: player.ids.get('notice') ?? '' });
}
