import { addMonths } from '#domain/kernel/day.ts';
import { useSession } from '#web/query.ts';
import { useRunningYear } from '#web/year.ts';

/** The year that is settled now 结算年度, in the first quarter of a year the one before, and the years to choose from; without a branch those of the calendar. */
export function useSettledYear(branch = ''): { readonly settled: string; readonly years: readonly string[] } {
  const { today } = useSession();
  const { name, from } = useRunningYear(branch);
  const running = Number(name);
  const settled = String(today < addMonths(from, 3) ? running - 1 : running);
  return { settled, years: [running, running - 1, running - 2, running - 3].map(String) };
}
