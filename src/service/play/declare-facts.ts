import { z } from 'zod';
import type { ActAnswer } from '#contract/endpoint.ts';
import { monthText } from '#domain/kernel/period.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Rows } from '#store/database.ts';
import { listMatters, readMatter } from '#store/matter.ts';
import type { Stage } from './stage.ts';
import type { StoryStep } from './story.ts';

const given = z.strictObject({
  month: z.string(),
  recorder: z.string(),
  contest: z
    .array(z.strictObject({ code: z.string(), item: z.string(), day: z.string(), words: z.string() }))
    .default([]),
});

type Contest = z.infer<typeof given>['contest'][number];

/**
 * The facts of a month 本月申报 as the branch's year has them: each declared by its member, or entered by the recorder and read back where the scheme
 * leaves the item to the branch; a deduction is proposed by the committee, told, and accepted by its subject but for those that `contest` names.
 */
export async function declareFacts(
  stage: Stage,
  rows: Rows,
  { branch, by }: StoryStep,
  raw: Readonly<Record<string, unknown>>,
): Promise<ActAnswer | undefined> {
  const { month, recorder, contest } = given.parse(raw);
  const of = stage.story.branches.find(({ key }) => key === branch);
  const schemes = await stage.context.schemes.prepared(rows, stage.branch(branch), `${month}-28`);
  for (const [code, facts] of of?.facts ?? [])
    for (const { rater: _, ...fact } of facts) {
      const entry = schemes.scheme.nodes.get(fact.item);
      if (monthText(fact.day) !== month || !entry) continue;
      const subject = stage.person(branch, code);
      if (entry.kind === 'item' && entry.node.declare === 'never')
        await propose(stage, rows, { branch, by, code, subject, fact }, contest);
      else await declare(stage, rows, { branch, recorder, code, subject, fact });
    }
  return undefined;
}

type Declared = { readonly branch: string; readonly code: string; readonly subject: string; readonly fact: Fact };

/** Every third line is entered at the desk, as in a branch where not everybody has a phone. */
async function declare(
  stage: Stage,
  rows: Rows,
  { branch, recorder, code, subject, fact }: Declared & { readonly recorder: string },
): Promise<void> {
  const desk = code !== recorder && stage.acts % 3 === 0;
  const { id } = desk
    ? await stage.act(rows, branch, recorder, 'declaration.enter', { subject, fact })
    : await stage.act(rows, branch, code, 'declaration.draft', { subject, fact });
  if (desk) await stage.act(rows, branch, code, 'declaration.confirm', { id, readBack: true });
  else await stage.act(rows, branch, code, 'declaration.submit', { id });
  await accept(stage, rows, { branch, code, id });
}

async function propose(
  stage: Stage,
  rows: Rows,
  { branch, by, code, subject, fact }: Declared & { readonly by: string },
  contest: readonly Contest[],
): Promise<void> {
  const contests = contest.find((one) => one.code === code && one.item === fact.item && one.day === fact.day);
  const { id } = await stage.act(rows, branch, by, 'review.propose', {
    subject,
    fact,
    words: fact.note ?? '支委会记录',
  });
  // A credit that a committee member proposes for itself needs nobody to be told.
  const line = await readMatter(rows, stage.branch(branch), 'line', id);
  if (line?.body.deduction === true || stage.person(branch, by) !== subject)
    await stage.act(rows, branch, by, 'hearing.serve', { line: id });
  await accept(stage, rows, { branch, code, id }, contests?.words);
  await stage.act(rows, branch, by, 'review.serve', { id });
}

/** Whoever was told of something accepts it, or contests it in its own words. */
async function accept(
  stage: Stage,
  rows: Rows,
  { branch, code, id }: { readonly branch: string; readonly code: string; readonly id: string },
  contest?: string,
): Promise<void> {
  const [hearing] = await listMatters(rows, stage.branch(branch), 'hearing', { parent: id, state: ['told'] });
  const answer = contest === undefined ? { answer: 'accept' } : { answer: 'contest', words: contest };
  if (hearing) await stage.act(rows, branch, code, 'hearing.answer', { id: hearing.id, ...answer });
}
