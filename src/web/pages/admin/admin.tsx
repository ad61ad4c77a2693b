import { Navigate } from '@tanstack/react-router';
import { useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Title } from '#web/ui/title.tsx';
import { adminWords } from '#words/web/admin.ts';
import { DESKS } from './administrator.ts';

/** Leads to the one desk that the person has 系统管理; whoever has none is told so. */
export function Page() {
  const { home } = useText(adminWords);
  const { places } = useSession();
  const roles = places.flatMap((one) => one.roles);
  const own = (['system', 'security', 'audit'] as const).find((role) => roles.includes(role));
  if (own) return <Navigate to={DESKS[own]} replace />;
  return (
    <div className="head">
      <Title text={home.title} />
      <p className="lead">{home.lead}</p>
      <p>{home.none}</p>
    </div>
  );
}
