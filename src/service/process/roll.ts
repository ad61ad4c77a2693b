import type { Day } from '#domain/kernel/day.ts';
import { type Absence, type Roll, rollOn } from '#domain/process/roll.ts';
import type { Doing } from '#service/doing.ts';
import { listMatters } from '#store/matter.ts';
import { listMembers } from '#store/member.ts';

/** The entitled roll 应到名册 of a day: by the standing of each member, with the absences that superior and meeting agreed to. */
export async function rollToday(
  { rows, at, today }: Pick<Doing, 'rows' | 'at' | 'today'>,
  day: Day = today,
): Promise<Roll> {
  const members = (await listMembers(rows, at)).map(({ member }) => member);
  const absences = (await listMatters(rows, at, 'absence')).map(
    ({ subject = '', body: { from, to, consented, approved } }): Absence => ({
      member: subject,
      from,
      to,
      ...(consented !== undefined && { consented }),
      ...(approved !== undefined && { approved }),
    }),
  );
  return rollOn(members, absences, day);
}
