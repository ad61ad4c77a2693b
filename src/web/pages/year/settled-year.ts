import { useSession } from '#web/query.ts';

/** The year that is settled now 结算年度: in the first quarter of a year, in which a year is settled, filed and appraised, the one before. */
export function useSettledYear(): string {
  const { today } = useSession();
  const year = Number(today.slice(0, 4));
  return String(today.slice(5, 7) <= '03' ? year - 1 : year);
}
