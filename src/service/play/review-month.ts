import { z } from 'zod';
import type { ActAnswer } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import { isRecused } from '#domain/process/recusal.ts';
import type { Rows } from '#store/database.ts';
import { listMatters, type Matter, readMatter } from '#store/matter.ts';
import type { Stage } from './stage.ts';
import type { StoryStep } from './story.ts';

const given = z.strictObject({
  month: z.string(),
  present: z.array(z.string()),
  decline: z.array(z.strictObject({ line: z.string(), reason: z.string() })).default([]),
  stepsBack: z.array(z.strictObject({ person: z.string(), line: z.string() })).default([]),
});

type Given = z.infer<typeof given>;
type Act = (
  who: string,
  action: string,
  input: Readonly<Record<string, unknown>>,
  second?: string,
) => Promise<ActAnswer>;

/**
 * A session of the review 初评会议 in which every line of the month that can be taken up is accepted by all who may decide, but those that `decline`
 * names with a reason; where too few are left it goes to the general meeting. Lines still being heard or verified wait.
 */
export async function reviewMonth(
  stage: Stage,
  rows: Rows,
  { branch, by, on, second }: StoryStep,
  raw: Readonly<Record<string, unknown>>,
): Promise<ActAnswer> {
  const about = given.parse(raw);
  const { month, present, stepsBack } = about;
  const act: Act = async (who, action, input, second) => await stage.act(rows, branch, who, action, input, second);
  const { id: review } = await act(by, 'review.convene', { month, day: on });
  await act(by, 'review.open', { id: review, present });
  const small = (await readMatter(rows, stage.branch(branch), 'review', review))?.body.body === 'branch-meeting';
  for (const { person, line } of stepsBack) await act(person, 'review.recuse', { id: review, line });
  const relations = await listMatters(rows, stage.branch(branch), 'relation');
  const relatives = relations.map(({ body }) => [body.one, body.other] as const);
  const lines = await listMatters(rows, stage.branch(branch), 'line', { period: [month], state: ['submitted'] });
  for (const line of lines) {
    try {
      await act(by, 'review.take', { id: line.id, review });
    } catch (error) {
      if (error instanceof Refusal && ['hearing.not-over', 'declaration.not-verified'].includes(error.code)) continue;
      throw error;
    }
    await decide(
      act,
      { by, person: stage.person(branch, by), second: second && stage.person(branch, second), small },
      { line, review, relatives, about },
    );
  }
  return await act(by, 'review.close', { id: review });
}

async function decide(
  act: Act,
  who: { readonly by: string; readonly person: string; readonly second: string | undefined; readonly small: boolean },
  {
    line,
    review,
    relatives,
    about,
  }: {
    readonly line: Matter<'line'>;
    readonly review: string;
    readonly relatives: readonly (readonly [string, string])[];
    readonly about: Given;
  },
): Promise<void> {
  const { subject = '' } = line;
  const steppedBack = about.stepsBack.flatMap((one) => (one.line === line.id ? [one.person] : []));
  const concerned = { subject, declarant: line.body.declarant ?? subject, relatives, steppedBack };
  const ayes = about.present.filter((person) => !isRecused(person, concerned));
  const decision = { id: line.id, review, ayes };
  // Whoever is concerned neither declares what was decided nor confirms it.
  const by = ayes.includes(who.person) || who.small ? who.by : (ayes[0] ?? who.by);
  const declares = by === who.by ? who.person : by;
  // Whoever declared or proposed a line, or is its subject or near to it, does not confirm it as the second person.
  const named = who.second !== undefined && !isRecused(who.second, concerned) ? who.second : undefined;
  const second = named !== undefined && named !== declares ? named : ayes.find((person) => person !== declares);
  const reason = about.decline.find((one) => one.line === line.id)?.reason;
  try {
    if (reason === undefined) await act(by, 'review.accept', decision, second);
    else await act(by, 'review.decline', { ...decision, reason }, second);
  } catch (error) {
    // Where too few are left, or a reporter whom nobody may know sits in the committee, the general meeting decides.
    if (!(error instanceof Refusal) || !['review.recused', 'review.too-few-deciders'].includes(error.code)) throw error;
    await act(by, 'review.refer', { ...decision, ayes: [] });
  }
}
