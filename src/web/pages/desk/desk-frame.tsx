import './desk.css';
import { Outlet, useParams } from '@tanstack/react-router';
import { useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Top } from '#web/ui/top.tsx';
import { menuOf } from './menu.ts';
import { Side } from './side.tsx';

/** Around the pages of whoever holds an office: the menu that the permission table gives, and the page. */
export function DeskFrame() {
  const { common } = useWords();
  const { branch } = useParams({ strict: false });
  const { places, home } = useSession();
  const at = branch ?? places.find(({ kind }) => kind !== 'branch')?.id ?? home;
  const place = places.find(({ id }) => id === at);
  const member = places.some(
    ({ id, roles }) => id === home && (roles.includes('member') || roles.includes('probationary')),
  );
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {common.skip}
      </a>
      <header>
        <Top place={place?.name ?? places.flatMap((one) => one.branches).find(({ id }) => id === at)?.name ?? ''} />
        {place?.demo && (
          <p className="demo">
            <b>{common.demo}</b>
            {common.demoNote}
          </p>
        )}
      </header>
      <Side at={at} entries={menuOf(places, at)} member={member} />
      <main id="main">
        <Outlet />
      </main>
    </div>
  );
}
