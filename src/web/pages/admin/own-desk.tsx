import type { ReactNode } from 'react';
import type { Role } from '#domain/permission/role.ts';
import { useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Notice } from '#web/ui/asked.tsx';
import { adminWords } from '#words/web/admin.ts';

/** One administrator's desk 各管一块: whoever does not hold the office is told so kindly, and nothing is asked of the server. */
export function OwnDesk({ held, children }: { held: Role; children: ReactNode }) {
  const { home } = useText(adminWords);
  const { places } = useSession();
  if (places.some(({ roles }) => roles.includes(held))) return children;
  return <Notice title={home.title} text={home.notYours} />;
}
