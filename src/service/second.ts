import type { ActAction, InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { Refusal } from '#contract/problem.ts';
import { reasoned } from '#domain/process/guards.ts';
import type { Doing } from './doing.ts';
import { refuseConcerned } from './process/concerned.ts';
import { refuseOwnOfSmall } from './process/small-branch.ts';

/** Whether an act was refused only because a second person has still to confirm it. */
export function needsSecond(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'second.missing';
}

/** Keeps what was asked until a second person confirms 等候第二人; nothing of it is done yet (trust §2.5). */
export async function askSecond(doing: Doing, input: { readonly branch: string }): Promise<ActAnswer> {
  const { action, by, asked } = doing;
  const given = JSON.stringify({ input, revision: asked.revision ?? null });
  const target = 'id' in input ? String(input.id) : '';
  const request = await doing.add('second', { state: 'waiting', parent: target, body: { action, by, given, target } });
  return { ...doing.answer(request), waits: true };
}

/** How the first person's act is done when the second has confirmed it: given by the table of acts, which knows this file. */
export type Again = (doing: Doing, action: ActAction, input: InputOf<ActAction>) => Promise<ActAnswer>;

/** Confirms as the second person 第二人确认: the act is done in the name of who asked for it, with both persons on it. @throws second.same-person and whatever the act refuses */
export async function confirmSecond(doing: Doing, id: string, again: Again): Promise<ActAnswer> {
  const request = await doing.find('second', id);
  await doing.allow({}, request);
  if (request.state !== 'waiting') doing.refuse({ refused: 'thing.unknown' });
  const { action, by, given, target } = request.body;
  if (by === doing.by) doing.refuse({ refused: 'second.same-person' });
  await refuseConcerned(doing, doing.by, target);
  await refuseOwnOfSmall(doing, doing.by);
  const { input, revision } = JSON.parse(given) as { input: InputOf<ActAction>; revision: number | null };
  const first = doing.inNameOf({ person: by, action: action as ActAction, revision: revision ?? undefined });
  const answer = await again(first, action as ActAction, input);
  await doing.move(request, 'confirmed');
  return answer;
}

/** Refuses as the second person; nothing is done, and the reason is kept. @throws reason.missing */
export async function refuseSecond(doing: Doing, id: string, reason: string): Promise<ActAnswer> {
  const request = await doing.find('second', id);
  await doing.allow({}, request);
  if (request.state !== 'waiting') doing.refuse({ refused: 'thing.unknown' });
  doing.must(reasoned, { reason });
  return doing.answer(await doing.move(request, 'refused', { reason }));
}
