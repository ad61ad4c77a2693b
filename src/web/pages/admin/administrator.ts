import { useState } from 'react';
import type { SessionAnswer } from '#contract/session.ts';
import type { Role } from '#domain/permission/role.ts';
import { useSession } from '#web/query.ts';

/** Where an administrator 三员 may act: its own organisation, then the branches below. */
export function usePlaces(role: Role): readonly { readonly id: string; readonly name: string }[] {
  const { places } = useSession();
  return places
    .filter(({ roles }) => roles.includes(role))
    .flatMap(({ id, name, branches }: SessionAnswer['places'][number]) => [{ id, name }, ...branches]);
}

/** The organisation that is looked at, and how another is chosen. */
export function usePlace(role: Role): [string, (id: string) => void] {
  const places = usePlaces(role);
  const { home } = useSession();
  return useState(places[0]?.id ?? home);
}

/** The desk of each administrator. */
export const DESKS = { system: '/admin/accounts', security: '/admin/rights', audit: '/admin/records' } as const;
