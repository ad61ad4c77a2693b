import type { z } from 'zod';
import type { traceStep } from '#contract/read/trace.ts';
import { term } from '#domain/calendar/term.ts';
import type { Day } from '#domain/kernel/day.ts';
import { isRecused } from '#domain/process/recusal.ts';
import { dayOfInstant } from '#service/clock.ts';
import { CALENDAR } from '#service/doing.ts';
import type { Reading } from '#service/reading.ts';
import type { HearingBody, LineBody } from '#store/bodies.ts';
import type { Matter } from '#store/matter.ts';
import type { StepTable } from '#store/tables-process.ts';
import type { Chained } from '#store/trace.ts';

/** One step of the chain as sent. */
export type TraceStep = z.infer<typeof traceStep>;

/** A step with its place among those of one day: the lower comes first, equal ones stay as they came. */
export type Placed = { readonly place: number; readonly step: TraceStep };

/** The places of one day: declared, told and heard, reviewed, put, voted, decided, registered, posted, contested, found, answered, put right, reported. */
export const PLACE = {
  declared: 1,
  told: 2,
  heard: 3,
  reviewed: 4,
  put: 5,
  voted: 6,
  decided: 7,
  registered: 8,
  noticed: 9,
  objected: 10,
  found: 11,
  replied: 12,
  righted: 13,
  reported: 14,
} as const;

/** So many digits of a hash are a fingerprint that can be looked up 指纹. */
const DIGITS = 20;

/** The fingerprint of an event by its hash. */
export function fingerprintOf(hash: string): string {
  return hash.slice(0, DIGITS);
}

/** A line or hearing before and after one of its steps. */
type Taken<Body> = {
  readonly action: string;
  readonly actor: string;
  readonly day: Day;
  readonly before?: { readonly state: string; readonly body: Body };
  readonly after: { readonly state: string; readonly body: Body };
};

/** What each step of a matter made of it: what stood before is kept with it, what came of it with the next. */
export function takenOf<Body>(
  { state, body }: { readonly state: string; readonly body: Body },
  steps: readonly StepTable[],
): readonly Taken<Body>[] {
  const prior = steps.map((step) =>
    step.prior === null ? undefined : (JSON.parse(step.prior) as { readonly state: string; readonly body: Body }),
  );
  return steps.map(({ action, actor, at }, index) => {
    const before = prior[index];
    return {
      action,
      actor,
      day: dayOfInstant(at),
      ...(before && { before }),
      after: prior[index + 1] ?? { state, body },
    };
  });
}

/** Every entry and reversal that a line ever had, by number. */
export function entriesOf(taken: readonly Taken<LineBody>[]): readonly number[] {
  const numbers = taken.flatMap(({ after: { body } }) => [body.entry, body.reversal]);
  return [...new Set(numbers.flatMap((number) => number ?? []))];
}

/** What the chain of a line is read beside: the sessions that decided it, declared relatives, the entries, who keeps the records. */
export type Beside = {
  readonly reviews: ReadonlyMap<string, Matter<'review'>>;
  readonly relatives: readonly (readonly [string, string])[];
  readonly entries: ReadonlyMap<number, Chained>;
  readonly recorders: ReadonlySet<string>;
};

type Taking = Taken<LineBody> & { readonly line: Matter<'line'>; readonly beside: Beside };

/** The acts by which somebody else than the member brings a line up. */
const BROUGHT: ReadonlySet<string> = new Set([
  'declaration.enter',
  'declaration.batch',
  'declaration.prefill',
  'dossier.apply',
  'review.propose',
]);

function declaredBy({ after: { body }, beside, actor }: Taking): Extract<TraceStep, { step: 'declared' }>['by'] {
  if (body.origin === 'own') return 'self';
  if (body.origin === 'report') return 'member';
  if (body.origin === 'proposed') return 'committee';
  if (body.origin === 'opening') return 'sheet';
  if (actor === 'clock') return 'clock';
  return body.origin === 'batch' && !beside.recorders.has(actor) ? 'committee' : 'recorder';
}

/**
 * Who stepped aside 回避, counted by what is on record: subject, declarant, declared relatives, and whoever stepped back. Of a report the shield stays
 * closed: its reporter is counted as one who stepped back, or not at all (product §3.4, decision 014).
 */
function recusedFrom({ line, beside }: Taking, review: Matter<'review'>): number {
  const { subject = '', id, body } = line;
  const concerned = {
    subject,
    declarant: body.declarant ?? subject,
    relatives: beside.relatives,
    steppedBack: review.body.steppedBack.flatMap((one) => (one.line === id ? [one.person] : [])),
  };
  return review.body.present.filter((person) => isRecused(person, concerned)).length;
}

function reviewedBy(taking: Taking): readonly Placed[] {
  const { after, before, day, beside } = taking;
  const { decision } = after.body;
  if (!decision || after.state === before?.state || decision.as !== after.state) return [];
  const review = beside.reviews.get(decision.review);
  if (!review) return [];
  const seen = {
    day,
    session: review.id,
    body: review.body.body,
    of: review.body.of.length,
    present: review.body.present.length,
    recused: recusedFrom(taking, review),
    ayes: decision.ayes.length,
  };
  if (decision.as === 'referred') return [{ place: PLACE.reviewed, step: { step: 'referred', ...seen } }];
  const { as, reason, fact } = decision;
  return [
    {
      place: PLACE.reviewed,
      step: { step: 'reviewed', ...seen, as, ...(reason !== undefined && { reason }), ...(fact && { fact }) },
    },
  ];
}

/** What a step changed in the ledger: an entry, one taken back, one put right. */
function enteredBy({ before, after, day, beside }: Taking): readonly Placed[] {
  const [was, is] = [before?.body, after.body];
  const found: Placed[] = [];
  const determined = after.state === 'determined' && before?.state !== 'determined' && before?.state !== 'reversed';
  if (determined) {
    const entry = is.entry === undefined ? undefined : beside.entries.get(is.entry);
    const fact = (is.decision?.fact ?? is.fact).day;
    const chained = entry && { entry: entry.number, fingerprint: fingerprintOf(entry.hash) };
    found.push({ place: PLACE.decided, step: { step: 'entered', day, fact, ...chained } });
  }
  if (after.state === 'rejected') {
    const { rejected: reason } = is;
    const step = { step: 'rejected' as const, day, ...(reason !== undefined && { reason }) };
    found.push({ place: PLACE.decided, step });
  }
  const reversal = is.reversal === was?.reversal ? undefined : beside.entries.get(is.reversal ?? 0);
  if (reversal || (after.state === 'reversed' && before?.state !== 'reversed'))
    found.push({ place: PLACE.righted, step: { step: 'reversed', day, ...(reversal && reversedAs(reversal)) } });
  const put = is.corrected && is.entry !== was?.entry ? beside.entries.get(is.entry ?? 0) : undefined;
  if (put && is.corrected) {
    const { number: entry, hash } = put;
    const step = { step: 'corrected' as const, day, entry, fact: is.corrected, fingerprint: fingerprintOf(hash) };
    found.push({ place: PLACE.righted, step });
  }
  return found;
}

function reversedAs({ number: entry, reverses, fact: { note, ref }, hash }: Chained) {
  return {
    entry,
    ...(reverses !== null && { reverses }),
    ...(note !== undefined && { reason: note }),
    ...(ref !== undefined && { finding: ref }),
    fingerprint: fingerprintOf(hash),
  };
}

function stepsBy(taking: Taking): readonly Placed[] {
  const { action, actor, day, after, before, line } = taking;
  const first = (step: TraceStep): readonly Placed[] => [{ place: PLACE.declared, step }];
  if (action === 'declaration.submit' || (BROUGHT.has(action) && !before))
    return first({ step: 'declared', day, by: declaredBy(taking) });
  if (action === 'declaration.confirm')
    return first({ step: 'confirmed', day, by: actor === line.subject ? 'self' : 'recorder' });
  if (action === 'declaration.undo') return first({ step: 'undone', day, what: 'declaration' });
  if (action === 'review.undo') return [{ place: PLACE.reviewed, step: { step: 'undone', day, what: 'review' } }];
  if (action === 'declaration.verify') return [{ place: PLACE.heard, step: { step: 'verified', day } }];
  if (after.state === 'withdrawn') return first({ step: 'withdrawn', day });
  return [...reviewedBy(taking), ...enteredBy(taking)];
}

/** The chain of a line as far as its own steps say it 申报、核实、初评、入账、更正. */
export function lineSteps(line: Matter<'line'>, taken: readonly Taken<LineBody>[], beside: Beside): readonly Placed[] {
  return taken.flatMap((one) => stepsBy({ ...one, line, beside }));
}

/** How the member was told and what it answered 告知申辩. */
export function hearingSteps(
  { context }: Pick<Reading, 'context'>,
  hearing: Matter<'hearing'>,
  taken: readonly Taken<HearingBody>[],
): readonly Placed[] {
  const { start, days } = hearing.body;
  const { last, provisional } = term(context.calendar ?? CALENDAR, start, days);
  const told: Placed = { place: PLACE.told, step: { step: 'told', day: start, last, provisional } };
  const heard = taken.flatMap(({ action, day, after: { state, body } }): readonly TraceStep[] => {
    if (action === 'hearing.undo') return [{ step: 'undone', day, what: 'hearing' }];
    if (action === 'hearing.lapse') return [{ step: 'answered', day, answer: 'silence', onBehalf: false }];
    if (action !== 'hearing.answer' || state !== 'answered' || !body.answer) return [];
    const { answer, words, onBehalf } = body;
    return [
      {
        step: 'answered',
        day,
        answer,
        ...(words !== undefined && { words }),
        onBehalf: onBehalf !== undefined,
      },
    ];
  });
  return [told, ...heard.map((step) => ({ place: PLACE.heard, step }))];
}
