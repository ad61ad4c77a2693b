import { term } from '#domain/calendar/term.ts';
import { dayOfInstant } from '#service/clock.ts';
import { CALENDAR } from '#service/doing.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { mattersNaming, sealedOf } from '#store/trace.ts';
import { fingerprintOf, PLACE, type Placed, type TraceStep } from './trace-line.ts';

/** A motion as it was voted on: with its counts and its result. */
function votedStep({ id, body, changed }: Matter<'motion'>): readonly Placed[] {
  const { counts, result, entitled = 0, present = 0 } = body;
  if (!counts || !result) return [];
  const { way, ayes, noes, abstentions } = counts;
  const invalid = counts.way === 'paper' ? { invalid: counts.invalid } : {};
  const day = dayOfInstant(changed);
  const numbers = { entitled, present, ayes, noes, abstentions, ...invalid };
  return [{ place: PLACE.voted, step: { step: 'voted', day, motion: id, way, ...numbers, result } }];
}

function motionSteps(motion: Matter<'motion'>, number: number, meeting: string): readonly Placed[] {
  const { id, state, parent: assembly = '', body, created, changed } = motion;
  const { title, kind, reason } = body;
  const day = dayOfInstant(created);
  const put: TraceStep = {
    step: 'put',
    day,
    motion: id,
    assembly,
    meeting,
    number,
    title,
    alone: kind === 'contested',
  };
  const deferred: TraceStep = {
    step: 'deferred',
    day: dayOfInstant(changed),
    motion: id,
    ...(reason !== undefined && { reason }),
  };
  return [
    { place: PLACE.put, step: put },
    ...(state === 'deferred' ? [{ place: PLACE.voted, step: deferred }] : []),
    ...votedStep(motion),
  ];
}

/** The motions that a line stood in 提请表决, each with its number in its meeting, its vote and its counts. */
export async function meetingSteps({ rows, at }: Reading, line: string): Promise<readonly Placed[]> {
  const motions = (await mattersNaming(rows, at, 'motion', line)).filter(({ body }) => body.lines.includes(line));
  if (motions.length === 0) return [];
  const sittings = [...new Set(motions.map(({ parent = '' }) => parent))];
  const beside = await listMatters(rows, at, 'motion', { parents: sittings });
  const assemblies = new Map((await listMatters(rows, at, 'assembly')).map(({ id, body }) => [id, body.day]));
  return motions.flatMap((motion) => {
    const number = beside.filter(({ parent }) => parent === motion.parent).findIndex(({ id }) => id === motion.id) + 1;
    return motionSteps(motion, number, assemblies.get(motion.parent ?? '') ?? dayOfInstant(motion.created));
  });
}

/** The notice 公示 that showed a sheet: of a register its own; a supplement has none, so the first that was posted after it and counted it in. */
function noticeOf(
  { created, body: { kind, document } }: Matter<'register'>,
  posted: readonly Matter<'notice'>[],
): Matter<'notice'> | undefined {
  if (kind === 'register') return posted.find(({ body }) => body.of === 'quarter' && body.shows === document);
  const after = posted.filter((notice) => notice.created >= created);
  return after.toSorted((a, b) => (a.created < b.created ? -1 : 1))[0];
}

/** The sealed registers that a line is on 登记, and the notices that showed them 公示. */
export async function paperSteps({ rows, at, context }: Reading, line: string): Promise<readonly Placed[]> {
  const sheets = (await mattersNaming(rows, at, 'register', line)).filter(({ state }) => state === 'sealed');
  if (sheets.length === 0) return [];
  const posted = (await listMatters(rows, at, 'notice')).filter(({ body }) => body.start !== undefined);
  const notices = [...new Set(sheets.flatMap((sheet) => noticeOf(sheet, posted) ?? []))];
  const sealed = new Map(
    (
      await sealedOf(
        rows,
        at,
        [...sheets, ...notices].map(({ id }) => id),
      )
    )
      .filter(({ kind }) => kind === 'register' || kind === 'notice')
      .map((one) => [one.matter, one]),
  );
  const registered = sheets.flatMap(({ id, period: quarter = '', body: { kind } }): readonly Placed[] => {
    const document = sealed.get(id);
    if (!document) return [];
    const { number, hash, sealed_at: at } = document;
    const step = { step: 'registered' as const, day: dayOfInstant(at), kind, number, quarter };
    return [{ place: PLACE.registered, step: { ...step, fingerprint: fingerprintOf(hash) } }];
  });
  const noticed = notices.flatMap(({ id, state, period = '', body: { start = '', days, of } }): readonly Placed[] => {
    const document = sealed.get(id);
    if (!document) return [];
    const { number, hash } = document;
    const { last, provisional } = term(context.calendar ?? CALENDAR, start, days);
    const step = { step: 'noticed' as const, day: start, notice: id, of, period, number, last, provisional, state };
    return [{ place: PLACE.noticed, step: { ...step, fingerprint: fingerprintOf(hash) } }];
  });
  return [...registered, ...noticed];
}
