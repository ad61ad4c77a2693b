import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { openedBy } from '#domain/process/opening.ts';
import type { Reading } from '#service/reading.ts';
import { grantsInOrg } from '#store/grant.ts';
import { listMatters, type Matter, readMatter } from '#store/matter.ts';
import { readMember } from '#store/member.ts';
import { entriesChained, stepsOf } from '#store/trace.ts';
import { lineOf } from './lines.ts';
import { type Contest, contestSteps, contestsOf } from './trace-contest.ts';
import { itemOf } from './trace-item.ts';
import { type Beside, entriesOf, hearingSteps, lineSteps, type Placed, takenOf } from './trace-line.ts';
import { meetingSteps, paperSteps } from './trace-meeting.ts';
import { changedWorth } from './trace-worth.ts';

/**
 * Asks for the right to one line: its subject, the office, the named verifier, and whoever is named to look into it again. A draft is its author's
 * alone; of a report that is not submitted nobody learns here. Whoever is not the subject leaves a trace (product §5.8). @throws right.missing, thing.unknown
 */
async function allowLine(
  reading: Reading,
  id: string,
): Promise<{ line: Matter<'line'>; hearings: readonly Matter<'hearing'>[]; contests: readonly Contest[] }> {
  const { rows, at, by } = reading;
  const unknown = () => new Refusal(reading.may([by]) ? 'thing.unknown' : 'right.missing');
  const line = await readMatter(rows, at, 'line', id);
  if (!line) throw unknown();
  const { subject = '', state, body } = line;
  const hearings = await listMatters(rows, at, 'hearing', { parent: id });
  const unwritten = state === 'draft' ? body.declarant !== by : body.origin === 'report' && hearings.length === 0;
  if (unwritten) throw unknown();
  const contests = await contestsOf(reading, line);
  if (body.verifier === by) reading.parts = ['verifier'];
  const named = body.verifier === by || contests.some(({ investigator }) => investigator === by);
  if (subject === by) await reading.allow([by], subject);
  else await reading.allowOther(named, subject);
  return { line, hearings, contests };
}

/** What the steps of a line are told by: its sessions, relatives, entries, and who kept the records. */
async function besideOf(
  { rows, at }: Reading,
  decided: readonly string[],
  numbers: readonly number[],
): Promise<Beside> {
  const reviews = await Promise.all([...new Set(decided)].map(async (id) => await readMatter(rows, at, 'review', id)));
  const relations = decided.length === 0 ? [] : await listMatters(rows, at, 'relation');
  const grants = await grantsInOrg(rows, at);
  return {
    reviews: new Map(reviews.flatMap((review) => (review ? [[review.id, review] as const] : []))),
    relatives: relations.map(({ body }) => [body.one, body.other] as const),
    entries: await entriesChained(rows, at, numbers),
    recorders: new Set(grants.flatMap(({ role, person }) => (role === 'recorder' ? [person] : []))),
  };
}

/** The steps by day, those of one day by their place, equal ones as they came. */
function inOrder(placed: readonly Placed[]): AnswerOf<'line.show'>['steps'] {
  return placed
    .toSorted((a, b) => (a.step.day === b.step.day ? a.place - b.place : a.step.day < b.step.day ? -1 : 1))
    .map(({ step }) => step);
}

/** One line and how it came about 这分怎么来的: `line.show`; who reported it is in no step. @throws right.missing, thing.unknown */
export async function showLine(reading: Reading, { id }: InputOf<'line.show'>): Promise<AnswerOf<'line.show'>> {
  const { rows, at, context } = reading;
  const { line, hearings, contests } = await allowLine(reading, id);
  const steps = await stepsOf(rows, at, [id, ...hearings.map((one) => one.id), ...contests.map((one) => one.id)]);
  const of = (one: string) => steps.get(one) ?? [];
  const taken = takenOf(line, of(id));
  const decided = taken.flatMap(({ after }) => after.body.decision?.review ?? []);
  const beside = await besideOf(reading, decided, entriesOf(taken));
  const fact = line.body.decision?.fact ?? line.body.fact;
  // Opening points may be of days before any scheme; today's has their component.
  const ruled = openedBy(fact.item) === undefined ? fact.day : reading.today;
  const scheme = await context.schemes.inForce(rows, at, ruled);
  const member = (await readMember(rows, at, line.subject ?? ''))?.member;
  const item = scheme && itemOf(scheme, fact, member);
  const { corrected } = line.body;
  const now = corrected && (await context.schemes.inForce(rows, at, corrected.day));
  const worth = await changedWorth(reading, line, member);
  const put = now && corrected && itemOf(now, corrected, member);
  return {
    line: lineOf(context, line, hearings.at(-1)),
    ...(item && { item }),
    ...(put && { corrected: put }),
    ...(worth && { worth }),
    steps: inOrder([
      ...lineSteps(line, taken, beside),
      ...hearings.flatMap((one) => hearingSteps(reading, one, takenOf(one, of(one.id)))),
      ...(await meetingSteps(reading, id)),
      ...(await paperSteps(reading, id)),
      ...contests.flatMap((contest) => contestSteps(contest, of(contest.id))),
    ]),
  };
}
