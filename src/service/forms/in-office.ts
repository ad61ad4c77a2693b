import type { Day } from '#domain/kernel/day.ts';
import { grantsInOrg } from '#store/grant.ts';
import type { Asking } from './asking.ts';

/** Who signs for the branch by name, as in office on a day 当日任职: recorder and secretary; absent where nobody held the office. */
export async function inOffice(
  asking: Asking,
  day: Day,
): Promise<{ readonly recorder?: string; readonly secretary?: string }> {
  const grants = await asking.know((rows) => grantsInOrg(rows, asking.query.branch));
  const names = await asking.names();
  const holding = (role: string): string =>
    grants
      .filter((one) => one.role === role && one.from <= day && day <= one.to)
      .flatMap(({ person }) => names.get(person) ?? [])
      .join('、');
  const [recorder, secretary] = [holding('recorder'), holding('secretary')];
  return { ...(recorder !== '' && { recorder }), ...(secretary !== '' && { secretary }) };
}
