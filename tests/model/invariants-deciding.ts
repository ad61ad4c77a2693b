import { PUBLISHED_NOTICES } from '#domain/calendar/holiday-notice.ts';
import { isRecused } from '#domain/process/recusal.ts';
import type { Matter } from '#store/matter.ts';
import { addDays } from './days.ts';
import { B } from './people.ts';
import { holds, type Outcome, type Run } from './run.ts';
import { WORTH } from './scheme.ts';
import { instantOf } from './world.ts';

const DECISIONS = ['review.accept', 'review.adjust', 'review.decline'];

/** 3, 4 and 5, recomputed from what stands whenever something was decided. */
export async function checkDeciding(run: Run, outcome: Outcome): Promise<void> {
  const { kind, effective, before, after, answer } = outcome;
  if (kind !== 'done' || !effective || !answer) return;
  if (before['entry'] !== after['entry']) await checkEntries(run, effective.action);
  if (DECISIONS.includes(effective.action)) checkDeciders(run, 'id' in effective.input ? effective.input.id : '');
  if (effective.action === 'motion.count') checkCount(run, answer.id);
  if (effective.action === 'line.determine' || effective.action === 'quarter.determine') checkDetermined(run);
  if (effective.action.startsWith('notice.')) checkNotice(run, effective.action, answer.id);
  if (effective.action === 'objection.find') checkFinder(run, answer.id, effective.by);
}

/** 4: nobody recused among those in favour, nor among the two persons of the decision; the declarant least of all. */
function checkDeciders({ scene }: Run, id: string): void {
  const line = scene.read('line', id);
  const { decision, origin, declarant, enteredBy } = line?.body ?? {};
  const review = scene.read('review', decision?.review ?? '');
  const who = origin === 'report' ? scene.reporters.get(id) : (declarant ?? enteredBy);
  const concerned = {
    subject: line?.subject ?? '',
    declarant: who ?? '',
    relatives: scene.of('relation').map(({ body }) => [body.one, body.other] as const),
    steppedBack: (review?.body.steppedBack ?? []).flatMap((one) => (one.line === id ? [one.person] : [])),
  };
  const all = [...(decision?.ayes ?? []), decision?.by ?? '', decision?.second ?? ''];
  const recused = all.filter((one) => one !== '' && isRecused(one, concerned));
  holds(
    4,
    recused.length === 0,
    () => `${recused.join(', ')} decided line ${id} of ${concerned.subject}, declared by ${who}`,
  );
  const ayes = (decision?.ayes ?? []).filter(
    (one) => review?.body.of.includes(one) === true && review.body.present.includes(one),
  );
  const may = (review?.body.present ?? []).filter((one) => !isRecused(one, concerned));
  holds(
    4,
    ayes.length * 2 > may.length && may.length >= 2,
    () => `line ${id} was decided by ${ayes.length} of ${may.length}`,
  );
}

/** 4: who looked into an objection neither decided the line nor raised it. */
function checkFinder({ scene }: Run, id: string, by: string): void {
  const objection = scene.read('objection', id);
  const decision = scene.read('line', objection?.parent ?? '')?.body.decision;
  const barred = [
    objection?.subject,
    objection?.body.raisedBy,
    decision?.by,
    decision?.second,
    ...(decision?.ayes ?? []),
  ];
  holds(4, !barred.includes(by), () => `${by} found on objection ${id} about its own decision`);
}

/** The roll of the meeting of a motion, as it was sealed. */
function rollOf(
  { scene, documents }: Run,
  motion: Matter<'motion'>,
): { entitled: readonly string[]; present: readonly string[] } {
  const sitting = scene.read('assembly', motion.parent ?? '');
  const row = JSON.parse(documents.get(`${B} roll ${sitting?.body.roll}`) ?? '{"text":"{}"}') as { text: string };
  const { lines = [] } = JSON.parse(row.text) as { lines?: { member: string; entitled: boolean }[] };
  const entitled = lines.filter((one) => one.entitled).map(({ member }) => member);
  return { entitled, present: entitled.filter((one) => sitting?.body.present.includes(one)) };
}

/** 5: what passed has a quorum of, and a majority of, the entitled of the frozen roll. */
function checkCount(run: Run, id: string): void {
  const motion = run.scene.read('motion', id);
  if (!motion) return;
  const { entitled, present } = rollOf(run, motion);
  const { counts, result } = motion.body;
  const ayes = counts?.ayes ?? 0;
  holds(
    5,
    present.length * 2 >= entitled.length && present.length > 0,
    () => `motion ${id} was counted with ${present.length} of ${entitled.length}`,
  );
  holds(
    5,
    (result === 'passed') === ayes * 2 > entitled.length,
    () => `motion ${id} ${result} with ${ayes} of ${entitled.length}`,
  );
  holds(
    5,
    ayes + (counts?.noes ?? 0) + (counts?.abstentions ?? 0) <= present.length,
    () => `motion ${id} has more votes than voters`,
  );
}

/** 5: every line that is determined now was so by a counted motion that passed and that had it. */
function checkDetermined(run: Run): void {
  const now = instantOf(run.world);
  for (const line of run.scene.of('line', 'determined')) {
    if (line.changed !== now) continue;
    const motion = run.scene.read('motion', line.body.motion ?? '');
    const passed =
      motion?.state === 'counted' && motion.body.result === 'passed' && motion.body.lines.includes(line.id);
    holds(5, passed, () => `line ${line.id} was determined without a motion that passed`);
    if (motion) checkCount(run, motion.id);
  }
}

/** Counts working days by the published notices alone: Monday to Friday but holidays, and the days made up for. */
function workingDays(after: string, until: string): number {
  const off = new Set<string>();
  const on = new Set<string>();
  for (const { days, worked } of PUBLISHED_NOTICES.flatMap(({ holidays }) => holidays)) {
    for (let day = days.from; day <= days.to; day = addDays(day, 1)) off.add(day);
    for (const day of worked) on.add(day);
  }
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (on.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day))) count++;
  }
  return count;
}

/** 4: author and reviewer of a notice are two. 5: it stands its working days, five at least. */
function checkNotice({ scene, world }: Run, action: string, id: string): void {
  const notice = scene.read('notice', id);
  if (!notice) return;
  const { author, edited, reviewer, days, start = '' } = notice.body;
  if (action === 'notice.review' || action === 'notice.post')
    holds(
      4,
      reviewer !== author && !edited.includes(reviewer ?? ''),
      () => `${reviewer} reviewed the own words of notice ${id}`,
    );
  if (action === 'notice.post') holds(5, days >= 5, () => `notice ${id} is posted for ${days} days`);
  if (action === 'notice.close') {
    const stood = workingDays(start, addDays(world.day, -1));
    holds(5, stood >= 5 && stood >= days, () => `notice ${id} closed after ${stood} working days of ${days}`);
  }
}

/** 3: of every entry that is new its member was told and heard, unless it claimed it or asked for it itself. */
async function checkEntries(run: Run, action: string): Promise<void> {
  const { world, scene } = run;
  const fresh = await world.rows
    .selectFrom('entry')
    .selectAll()
    .where('branch_id', '=', B)
    .where('seq', '>', run.entries)
    .execute();
  run.entries += fresh.length;
  for (const { seq, item, level, reverses } of fresh) {
    if (reverses !== null || item.startsWith('opening:')) continue;
    // What an objection or an appeal of the member came to was asked for by itself.
    if (action === 'objection.answer' || action === 'appeal.answer') continue;
    const veto = scene.of('veto').find(({ body }) => body.entry === seq);
    const line = scene.of('line').find(({ body }) => body.entry === seq);
    const about = veto ?? line;
    holds(3, about !== undefined, () => `entry ${seq} comes from nothing`);
    const worth = WORTH[level === null ? item : `${item} ${level}`] ?? -1;
    const own = line?.body.origin !== 'report' && (line?.body.declarant ?? line?.subject) === line?.subject;
    if (!veto && worth >= 0 && own) continue;
    const hearing = about && scene.hearing(about.id);
    const over =
      hearing?.state === 'answered' ||
      (hearing?.state === 'silent' && workingDays(hearing.body.start, addDays(world.day, -1)) >= 3);
    holds(
      3,
      over && hearing?.subject === about?.subject,
      () => `entry ${seq} (${item}) was made, the hearing is ${hearing?.state ?? 'not there'}`,
    );
  }
}
