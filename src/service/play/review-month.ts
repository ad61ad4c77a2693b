import { z } from 'zod';
import type { ActAnswer } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import type { Rows } from '#store/database.ts';
import { listMatters, type Matter } from '#store/matter.ts';
import type { Stage } from './stage.ts';
import type { StoryStep } from './story.ts';

const given = z.strictObject({
  month: z.string(),
  present: z.array(z.string()),
  second: z.string().optional(),
  decline: z.record(z.string(), z.string()).default({}),
});

/**
 * A session of the review 初评会议 in which every line of the month that can be taken up is accepted by all who may decide, but those that `decline`
 * names with a reason; where too few are left it goes to the general meeting. Lines still being heard or verified wait.
 */
export async function reviewMonth(
  stage: Stage,
  rows: Rows,
  { branch, by, on }: StoryStep,
  raw: Readonly<Record<string, unknown>>,
): Promise<ActAnswer> {
  const { month, present, second, decline } = given.parse(raw);
  const person = stage.person(branch, by);
  // Whoever proposed or declared a line, or is its subject, does not confirm it as the second person.
  const act = async (
    action: string,
    input: Readonly<Record<string, unknown>>,
    concerned: readonly (string | undefined)[] = [],
  ): Promise<ActAnswer> => {
    const free = present.find((one) => one !== person && !concerned.includes(one));
    const named = second === undefined || concerned.includes(stage.person(branch, second)) ? free : second;
    return await stage.act(rows, branch, by, action, input, named);
  };
  const session = await act('review.convene', { month, day: on });
  await act('review.open', { id: session.id, present });
  const lines = await listMatters(rows, stage.branch(branch), 'line', { period: [month], state: ['submitted'] });
  for (const line of lines) {
    try {
      await act('review.take', { id: line.id, review: session.id });
    } catch (error) {
      if (error instanceof Refusal && ['hearing.not-over', 'declaration.not-verified'].includes(error.code)) continue;
      throw error;
    }
    await decide(act, { line, review: session.id, present, reason: decline[line.id] });
  }
  return await act('review.close', { id: session.id });
}

async function decide(
  act: (
    action: string,
    input: Readonly<Record<string, unknown>>,
    concerned?: readonly (string | undefined)[],
  ) => Promise<ActAnswer>,
  about: {
    readonly line: Matter<'line'>;
    readonly review: string;
    readonly present: readonly string[];
    readonly reason: string | undefined;
  },
): Promise<void> {
  const { line, review, present, reason } = about;
  const { declarant } = line.body;
  const ayes = present.filter((person) => person !== line.subject && person !== declarant);
  const decision = { id: line.id, review, ayes };
  try {
    if (reason === undefined) await act('review.accept', decision, [line.subject, declarant]);
    else await act('review.decline', { ...decision, reason }, [line.subject, declarant]);
  } catch (error) {
    // A relative, a reporter or someone who stepped back is among those present: the others decide, or the meeting does.
    if (!(error instanceof Refusal) || !['review.recused', 'review.too-few-deciders'].includes(error.code)) throw error;
    await act('review.refer', { ...decision, ayes: [] });
  }
}
