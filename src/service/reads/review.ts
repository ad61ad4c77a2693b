import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { line as lineStep } from '#domain/process/declaration.ts';
import { deductionNeedsTwo } from '#domain/process/four-eyes.ts';
import type { Heard } from '#domain/process/guards.ts';
import { hearingNeeded } from '#domain/process/hearing.ts';
import type { LineState } from '#domain/process/line.ts';
import type { MonthState } from '#domain/process/month.ts';
import { itemLabel, openedBy } from '#domain/process/opening.ts';
import { barredSeen, type Concerned, decidersOf, LEAST_DECIDERS } from '#domain/process/recusal.ts';
import type { ReviewState } from '#domain/process/review.ts';
import { isRefused, proceed } from '#domain/process/step.ts';
import { declarantOf, relativesIn } from '#service/process/concerned.ts';
import type { Reading } from '#service/reading.ts';
import { listMatters, type Matter, readMatter } from '#store/matter.ts';
import { lineOf } from './lines.ts';

type Session = AnswerOf<'review.list'>['rows'][number];
type Line = AnswerOf<'review.follow'>['lines'][number];

/** What no session sees: drafts are their authors', the rest is over. */
const APART = ['draft', 'withdrawn', 'determined', 'rejected', 'reversed'];

function sessionOf({ id, state, revision, period = '', body: { day, body, of, present } }: Matter<'review'>): Session {
  const least = Math.floor(of.length / 2) + 1;
  return { id, state, revision, month: period, day, body, of: [...of], present: [...present], least };
}

/** The sessions of the review 初评会议, latest first: `review.list`. @throws right.missing */
export async function listReviews(reading: Reading): Promise<AnswerOf<'review.list'>> {
  const all = reading.may();
  await reading.allow(all ? [] : [reading.by], '#reviews');
  const reviews = await listMatters(reading.rows, reading.at, 'review');
  const mine = ({ body }: Matter<'review'>): boolean => body.body === 'branch-meeting' && body.of.includes(reading.by);
  return {
    rows: reviews
      .filter((one) => all || mine(one))
      .map(sessionOf)
      .toReversed(),
  };
}

/** A session as it goes on 初评进行中: `review.follow`; it is asked for again and again, and noted once a day. @throws right.missing, thing.unknown */
export async function followReview(
  reading: Reading,
  { id }: InputOf<'review.follow'>,
): Promise<AnswerOf<'review.follow'>> {
  const { rows, at } = reading;
  const review = await readMatter(rows, at, 'review', id);
  // Where the branch meeting reviews, whoever belongs to it follows it.
  const own = review?.body.body === 'branch-meeting' ? review.body.of : [];
  if (!reading.may(own)) throw new Refusal(!review && reading.may([reading.by]) ? 'thing.unknown' : 'right.missing');
  if (!review) throw new Refusal('thing.unknown');
  const { period: month = '' } = review;
  await reading.noteOnceADay(`#review ${month}`);
  const lines = (await listMatters(rows, at, 'line', { period: [month], notState: APART })).filter(
    ({ state, body }) => state !== 'proposed' || body.origin === 'proposed',
  );
  const hearings = new Map(
    (await listMatters(rows, at, 'hearing', { parents: lines.map((one) => one.id) })).map((one) => [one.parent, one]),
  );
  const monthState = (await readMatter(rows, at, 'month', month))?.state ?? 'none';
  const relatives = await relativesIn(reading);
  const waiting = new Map(
    (await listMatters(rows, at, 'second', { state: ['waiting'] })).map((one) => [one.parent, one]),
  );
  const seen: Line[] = [];
  for (const line of lines) {
    const second = waiting.get(line.id);
    seen.push(await lineIn(reading, { review, monthState, relatives, line, hearing: hearings.get(line.id), second }));
  }
  return { session: sessionOf(review), monthState, lines: seen };
}

/** A line in its session, and what the rules say of it now. */
async function lineIn(
  reading: Reading,
  about: {
    readonly review: Matter<'review'>;
    readonly monthState: string;
    readonly relatives: Concerned['relatives'];
    readonly line: Matter<'line'>;
    readonly hearing: Matter<'hearing'> | undefined;
    readonly second: Matter<'second'> | undefined;
  },
): Promise<Line> {
  const { review, line, hearing, second, relatives } = about;
  const { subject = '', body } = line;
  const declarant = await declarantOf(reading, line);
  const concerned: Concerned = {
    subject,
    declarant,
    ...(body.origin === 'report' && { reporter: declarant }),
    relatives,
    steppedBack: review.body.steppedBack.flatMap((one) => (one.line === line.id ? [one.person] : [])),
  };
  const vote = { body: review.body.of, present: review.body.present };
  const deciders = decidersOf(vote, concerned);
  const needed = hearingNeeded({ subject, declarant, deduction: body.deduction });
  const taken = proceed(lineStep, line.state as LineState, 'review.take', {
    session: review.state as ReviewState,
    month: about.monthState as MonthState,
    verified: body.origin !== 'report' || body.verified !== undefined,
    hearing: hearing ? (hearing.state as Heard['hearing']) : needed ? 'not-served' : 'not-needed',
  });
  const { item, day } = body.fact;
  const found = await reading.context.schemes.inForce(
    reading.rows,
    reading.at,
    openedBy(item) === undefined ? day : reading.today,
  );
  const entry = found?.nodes.get(openedBy(item) ?? item);
  const clause = entry && 'clause' in entry ? entry.clause : undefined;
  return {
    ...lineOf(reading.context, line, hearing),
    item: {
      label: itemLabel(found, item) ?? item,
      ...(clause !== undefined && { clause }),
    },
    deciders: [...deciders],
    barred: barredSeen(vote, concerned).map((one) => ({ ...one })),
    ayes: Math.max(LEAST_DECIDERS, Math.floor(deciders.length / 2) + 1),
    two: deductionNeedsTwo(body.points ?? 0),
    ...(second && {
      second: { id: second.id, revision: second.revision, by: second.body.by, action: second.body.action },
    }),
    here: line.state === 'in-review' && body.review === review.id,
    ...(isRefused(taken) && { not: taken.refused }),
  };
}
