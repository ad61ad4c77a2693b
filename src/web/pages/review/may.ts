import type { Role } from '#domain/permission/role.ts';
import { type Action, permissionOf } from '#domain/permission/table.ts';
import { useSession } from '#web/query.ts';

/** Whether whoever is signed in may do an action in a branch at large 权限, by the roles held there today; the server has the last word. */
export function useMay(branch: string): (action: Action) => boolean {
  const { places } = useSession();
  const held = (places.find(({ id }) => id === branch)?.roles ?? []) as readonly Role[];
  return (action) => {
    const { roles } = permissionOf(action);
    return held.some((role) => roles[role] === 'branch');
  };
}
