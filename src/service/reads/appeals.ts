import type { AnswerOf, InputOf } from '#contract/api.ts';
import { Refusal } from '#contract/problem.ts';
import { termMonths } from '#domain/calendar/term.ts';
import type { Context } from '#service/context.ts';
import { CALENDAR } from '#service/doing.ts';
import { superiorOf } from '#service/nameless.ts';
import type { Said } from '#service/process/appeal.ts';
import type { Reading } from '#service/reading.ts';
import type { SealedAppeal } from '#store/bodies.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import { pageOf } from './page.ts';

type Row = AnswerOf<'appeal.show'>['rows'][number];

function rowOf(
  { calendar = CALENDAR }: Context,
  at: string,
  { id, state, revision }: Matter<'appeal'>,
  body: SealedAppeal,
  said: Said,
): Row {
  const { start, months, served, investigator, result, finding, answered } = body;
  const { branch, member, about, year, line, words } = said;
  const { last, provisional } = termMonths(calendar, start, months);
  return {
    id,
    at,
    state,
    revision,
    branch,
    member,
    about,
    year,
    ...(line !== undefined && { line }),
    words,
    start,
    last,
    provisional,
    ...(served !== undefined && { served }),
    ...(investigator !== undefined && { investigator }),
    ...(result !== undefined && { result }),
    ...(finding !== undefined && { finding }),
    ...(answered !== undefined && { answered }),
  };
}

/**
 * Appeals 申诉 as their member and the superior see them: `appeal.show`. In a branch there is nothing but what the caller lodged itself, and no trace is
 * left there of who asked (product §5.7). A finding is told with its answer. @throws right.missing
 */
export async function showAppeals(
  reading: Reading,
  { limit, cursor }: InputOf<'appeal.show'>,
): Promise<AnswerOf<'appeal.show'>> {
  const { rows, branch, by, context } = reading;
  const own = branch.kind === 'branch';
  if (own) await reading.allow([by], by);
  else await reading.allow([], '#appeals');
  const superior = await superiorOf(rows, branch);
  if (!superior) {
    if (own) return { rows: [], next: null };
    throw new Refusal('right.missing');
  }
  const at = superior.branch_id;
  const who = context.secrets.digest('appeal', by);
  const found = (await listMatters(rows, at, 'appeal')).flatMap((appeal): readonly Row[] => {
    const { body } = appeal;
    if (body.at !== 'superior' || (own && body.who !== who)) return [];
    const said = JSON.parse(context.secrets.open(body.sealed)) as Said;
    if (!own) return [rowOf(context, at, appeal, body, said)];
    if (said.branch !== branch.branch_id) return [];
    // What is found is the member's once it is answered.
    const { result: _r, finding: _f, ...open } = body;
    return [rowOf(context, at, appeal, body.answered === undefined ? open : body, said)];
  });
  return pageOf(found, ({ id }) => id, { limit, cursor });
}
