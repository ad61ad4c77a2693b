import type { Action, AnswerOf, QueryOf } from '#contract/api.ts';
import { showBranch } from './branch.ts';
import type { Context } from './context.ts';
import { listMembers } from './member.ts';
import { showScore } from './score.ts';

/** Action → function; a missing or wrong one does not compile. */
const services: { readonly [A in Action]: (context: Context, query: QueryOf<A>) => Promise<AnswerOf<A>> } = {
  'branch.show': showBranch,
  'member.list': listMembers,
  'score.show': showScore,
};

/** The one door 唯一入口: does an action that was asked for in the right form. Refusals are thrown. */
export async function perform<A extends Action>(context: Context, action: A, query: QueryOf<A>): Promise<AnswerOf<A>> {
  return await services[action](context, query);
}
