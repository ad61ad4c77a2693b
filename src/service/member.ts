import type { MemberAnswer } from '#contract/member.ts';
import type { Status } from '#domain/ledger/member.ts';
import type { KeptMember } from '#store/member.ts';
import { type Context, theBranch } from './context.ts';

/** By strokes of the surname 姓氏笔画, as official lists stand; equal names by roster number. */
const strokes = new Intl.Collator('zh-u-co-stroke');

/** The members of the branch, those who left it among them: `member.list`. @throws branch.none */
export async function listMembers(context: Context): Promise<{ members: MemberAnswer[] }> {
  const branch = await theBranch(context);
  const { members } = await context.scores.of(context.store, branch.branch_id, context.clock.today());
  const answers = members.map(({ kept, year }) => memberAnswer(kept, year.status));
  return { members: answers.toSorted((a, b) => strokes.compare(a.name, b.name) || (a.code < b.code ? -1 : 1)) };
}

/** A member as sent, with what held on the day asked about. */
export function memberAnswer({ member, code }: KeptMember, status: Status | undefined): MemberAnswer {
  return {
    id: member.id,
    code,
    name: member.name,
    ...(status && { standing: status.standing }),
    ...(status?.category !== undefined && { category: status.category }),
    ...(status?.role !== undefined && { role: status.role }),
  };
}
