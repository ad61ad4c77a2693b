import { useRead, useSession } from './query.ts';

/** The year 年度 that runs in a branch, by its name, and its first day: as the scheme counts it, the calendar year until that is known. */
export function useRunningYear(branch: string): { readonly name: string; readonly from: string } {
  const { today } = useSession();
  const { data } = useRead('branch.show', { branch }, { when: branch !== '' });
  const from = data?.year.from ?? `${today.slice(0, 4)}-01-01`;
  return { name: from.slice(0, 4), from };
}
