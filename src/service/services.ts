import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import { showBranch } from './branch.ts';
import type { Context } from './context.ts';
import { listMembers } from './member.ts';
import { showScore } from './score.ts';

/** Read → function; a missing or wrong one does not compile. */
const services: { readonly [A in ReadAction]: (context: Context, query: InputOf<A>) => Promise<AnswerOf<A>> } = {
  'branch.show': showBranch,
  'member.list': listMembers,
  'score.show': showScore,
};

/** Reads what was asked for in the right form. Refusals are thrown. */
export async function read<A extends ReadAction>(context: Context, action: A, query: InputOf<A>): Promise<AnswerOf<A>> {
  return await services[action](context, query);
}
