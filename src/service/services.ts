import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { type Caller, OBSERVER } from './caller.ts';
import type { Context } from './context.ts';
import { Reading } from './reading.ts';
import { type OutsideRead, outside } from './reads/outside.ts';
import { type ProcessRead, reads } from './reads/reads.ts';

/**
 * Reads what was asked for in the right form 查询. The trace that whoever reads of a branch leaves is kept with what is read or before it, never after.
 * Refusals are thrown.
 */
export async function read<A extends ReadAction>(
  context: Context,
  action: A,
  query: InputOf<A>,
  caller: Caller = OBSERVER,
): Promise<AnswerOf<A>> {
  const { branch } = query as { readonly branch: string };
  if (isOutside(action)) {
    const { allow, answer } = outside[action];
    await context.store.reading(async (rows) => {
      await allow(await Reading.open(context, rows, { branch, caller, action }), query as never);
    });
    return await answer(context, query as never);
  }
  const asked: ProcessRead = action;
  return (await context.store.reading(async (rows) => {
    const reading = await Reading.open(context, rows, { branch, caller, action: asked });
    return await reads[asked](reading, query as never);
  })) as AnswerOf<A>;
}

/** The same for the archive of a branch 存档查询, which was asked for and noted before; nobody's right is asked again. */
export async function readForArchive<A extends ReadAction>(
  context: Context,
  action: A,
  query: InputOf<A>,
): Promise<AnswerOf<A>> {
  const { branch } = query as { readonly branch: string };
  if (isOutside(action)) return await outside[action].answer(context, query as never);
  const asked: ProcessRead = action;
  return (await context.store.reading(async (rows) => {
    return await reads[asked](await Reading.ofArchive(context, rows, { branch, action: asked }), query as never);
  })) as AnswerOf<A>;
}

function isOutside(action: ReadAction): action is OutsideRead {
  return Object.hasOwn(outside, action);
}
