import { useSession } from '#web/query.ts';

/** Whether the person holds a role in a branch today 任职. */
export function useHolds(branch: string, role: string): boolean {
  const { places } = useSession();
  return places.some(({ id, roles }) => id === branch && roles.includes(role));
}
