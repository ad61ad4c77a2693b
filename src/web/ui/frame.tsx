import { Link, Outlet } from '@tanstack/react-router';
import { useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Top } from './top.tsx';

/** The roles whose holder has a desk in the branch. */
const OFFICES = ['secretary', 'committee', 'discipline', 'recorder', 'lent'];

/** Around a member's own pages: skip link, top line, the page, and the tabs at the thumb. */
export function Frame() {
  const { common, ui } = useWords();
  const { home, places } = useSession();
  const place = places.find(({ id }) => id === home);
  const desks = places.filter(({ roles, kind }) => kind === 'branch' && roles.some((role) => OFFICES.includes(role)));
  const tabs = [
    ['/my', ui.ownTabs.home],
    ['/my/declare', ui.ownTabs.declare],
    ['/my/lines', ui.ownTabs.lines],
    ['/my/meeting', ui.ownTabs.meeting],
    ['/my/more', ui.ownTabs.more],
  ] as const;
  return (
    <div className="wrap with-tabs">
      <a className="skip" href="#main">
        {common.skip}
      </a>
      <header>
        <Top place={place?.name ?? ''} />
        {place?.demo && (
          <p className="demo">
            <b>{common.demo}</b>
            {common.demoNote}
          </p>
        )}
        {desks.map(({ id, name }) => (
          <p className="to-desk" key={id}>
            <a href={`/desk/${id}`}>
              {ui.desk} · <span lang="zh-CN">{name}</span> ›
            </a>
          </p>
        ))}
      </header>
      <nav className="tabs" aria-label={ui.nav}>
        {tabs.map(([to, label]) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/my' }}>
            {label}
          </Link>
        ))}
      </nav>
      <main id="main">
        <Outlet />
      </main>
    </div>
  );
}
