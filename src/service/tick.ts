import type { ActAction, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { isOver, term } from '#domain/calendar/term.ts';
import type { Day } from '#domain/kernel/day.ts';
import { monthText, quarterText } from '#domain/kernel/period.ts';
import { listMatters } from '#store/matter.ts';
import { CLOCK } from './caller.ts';
import type { Context } from './context.ts';
import { CALENDAR } from './doing.ts';
import { performWithin } from './perform.ts';

/** What time does by itself in a branch 到期自动办理: an act and its content. */
type Due = { readonly [A in ActAction]: { readonly action: A; readonly input: Omit<InputOf<A>, 'branch'> } }[ActAction];

/**
 * Lets time do what is due in a branch on a day: the month and quarter open, schemes start and retire, hearings lapse, notices close and with them their
 * quarters. Each is an act like any other, done by the clock; what is refused waits for its day. Answers with how much was done.
 */
export async function tick(context: Context, branch: string): Promise<number> {
  const today = context.clock.today();
  let done = 0;
  for (const find of [dueSchemes, dueMonth, dueHearings, dueNotices, dueQuarters, dueCommendations])
    for (const { action, input } of await find(context, branch, today)) {
      const did = await context.store
        .transaction((rows) => performWithin(context, rows, CLOCK, action, { input: { branch, ...input } }))
        .catch(notDue);
      if (did) done++;
    }
  return done;
}

/** What time would do and a rule does not yet allow is no fault and no record: it is asked again. */
function notDue(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}

async function dueSchemes({ store: { rows } }: Context, branch: string, today: Day): Promise<readonly Due[]> {
  const adopted = await listMatters(rows, branch, 'scheme', { state: ['adopted'] });
  const start = adopted.filter(({ body }) => (body.effective ?? '9999-12-31') <= today);
  const inForce = await listMatters(rows, branch, 'scheme', { state: ['in-force'] });
  const retire = start.length > 0 ? inForce : inForce.slice(0, -1);
  return [
    ...start.map(({ id }) => ({ action: 'scheme.start' as const, input: { id } })),
    ...retire.map(({ id }) => ({ action: 'scheme.retire' as const, input: { id } })),
  ];
}

async function dueMonth({ store: { rows } }: Context, branch: string, today: Day): Promise<readonly Due[]> {
  const [month, quarter] = [monthText(today), quarterText(today)];
  const months = await listMatters(rows, branch, 'month', { period: [month] });
  const quarters = await listMatters(rows, branch, 'quarter', { period: [quarter] });
  return [
    ...(quarters.length === 0 ? [{ action: 'quarter.open' as const, input: { quarter } }] : []),
    ...(months.length === 0 ? [{ action: 'month.open' as const, input: { month } }] : []),
  ];
}

async function dueHearings(
  { store: { rows }, calendar = CALENDAR }: Context,
  branch: string,
  today: Day,
): Promise<readonly Due[]> {
  const told = await listMatters(rows, branch, 'hearing', { state: ['told'] });
  const over = told.filter(({ body }) => isOver(term(calendar, body.start, body.days), today));
  return over.map(({ id }) => ({ action: 'hearing.lapse' as const, input: { id } }));
}

async function dueNotices(
  { store: { rows }, calendar = CALENDAR }: Context,
  branch: string,
  today: Day,
): Promise<readonly Due[]> {
  const posted = await listMatters(rows, branch, 'notice', { state: ['posted'] });
  const over = posted.filter(({ body }) => isOver(term(calendar, body.start ?? today, body.days), today));
  return over.map(({ id }) => ({ action: 'notice.close' as const, input: { id } }));
}

async function dueQuarters({ store: { rows } }: Context, branch: string): Promise<readonly Due[]> {
  const posted = await listMatters(rows, branch, 'quarter', { state: ['posted'] });
  return posted.map(({ id }) => ({ action: 'quarter.close' as const, input: { id } }));
}

async function dueCommendations({ store: { rows } }: Context, branch: string, today: Day): Promise<readonly Due[]> {
  const approved = await listMatters(rows, branch, 'commendation', { state: ['approved'] });
  const over = approved.filter(({ body }) => today > body.ends);
  return over.map(({ id }) => ({ action: 'commendation.end' as const, input: { id } }));
}
