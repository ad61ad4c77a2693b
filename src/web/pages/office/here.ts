import { useParams } from '@tanstack/react-router';
import { useSession } from '#web/query.ts';

/** The branch of the address, and which roles the person holds there today 在本支部的职务. */
export function useHere(): {
  readonly branch: string;
  readonly name: string;
  readonly person: string;
  readonly today: string;
  readonly holds: (...roles: readonly string[]) => boolean;
} {
  const { branch = '' } = useParams({ strict: false });
  const { places, person, today } = useSession();
  const place = places.find(({ id }) => id === branch);
  return {
    branch,
    name: place?.name ?? '',
    person,
    today,
    holds: (...roles) => roles.some((role) => place?.roles.includes(role) === true),
  };
}

/** A part of the address below the branch, such as the id of a notice or member. */
export function usePart(name: string): string {
  return partOf(useParams({ strict: false }), name);
}

function partOf(params: Readonly<Record<string, string | undefined>>, name: string): string {
  return params[name] ?? '';
}
