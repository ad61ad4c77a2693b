import { listMembers } from '#store/member.ts';
import type { Asking } from './asking.ts';

/** What members are called on a list 名单称呼: by the name it has, and beside one of two who have the same the number of the roster. */
export async function calledOn(asking: Asking): Promise<(member: string, name: string) => string> {
  const members = await asking.know((rows) => listMembers(rows, asking.query.branch));
  const codes = new Map(members.map(({ member, code }) => [member.id, code]));
  const many = new Map<string, number>();
  for (const { member } of members) many.set(member.name, (many.get(member.name) ?? 0) + 1);
  return (member, name) => ((many.get(name) ?? 0) > 1 ? `${name} ${codes.get(member) ?? ''}`.trim() : name);
}
