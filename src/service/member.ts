import type { MemberAnswer } from '#contract/member.ts';
import type { Status } from '#domain/ledger/member.ts';
import type { KeptMember } from '#store/member.ts';

/** A member 党员 as sent, with what held on the day asked about. */
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
