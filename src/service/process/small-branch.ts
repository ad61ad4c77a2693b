import { statusOn } from '#domain/ledger/member.ts';
import { isSmall } from '#domain/process/small-branch.ts';
import type { Doing } from '#service/doing.ts';
import { listMembers, readMember } from '#store/member.ts';
import { committeeOf } from './review.ts';

/** Whether the branch is a small one 小支部 today: without committee, and with fewer than seven full members (product §2). */
export async function isSmallBranch(doing: Doing): Promise<boolean> {
  const members = await listMembers(doing.rows, doing.at);
  const fullMembers = members.filter(({ member }) => statusOn(member, doing.today)?.standing === 'full').length;
  return isSmall({ fullMembers, committee: await committeeOf(doing) });
}

/** In a small branch the second person 第二人 comes from the superior or is a member lent by another branch; else the step waits. @throws second.waiting */
export async function refuseOwnOfSmall(doing: Doing, person: string): Promise<void> {
  const own = (await readMember(doing.rows, doing.at, person)) !== undefined;
  if (own && (await isSmallBranch(doing))) doing.refuse({ refused: 'second.waiting' });
}
