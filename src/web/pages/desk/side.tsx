import { Link, useLocation } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useText, useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { deskWords } from '#words/web/desk.ts';
import { desksBeside, type MenuEntry } from './menu.ts';

/** Whether an entry is the first of its desk, whose address begins those of all others. */
function isFirst({ to }: MenuEntry): boolean {
  return to.split('/').length < 4;
}

/** The menu of a desk 栏目: beside the page on a desk; on a telephone one line with the room that is open, which opens and closes. */
export function Side({ at, entries, member }: { at: string; entries: readonly MenuEntry[]; member: boolean }) {
  const { ui } = useWords();
  const { menu, rooms } = useText(deskWords);
  const { places } = useSession();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const here = entries.find(
    (entry) => pathname === entry.to || (!isFirst(entry) && pathname.startsWith(`${entry.to}/`)),
  );
  const close = (): void => setOpen(false);
  return (
    <nav
      className={open ? 'side open' : 'side'}
      aria-label={ui.nav}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        close();
        toggle.current?.focus();
      }}
    >
      <button ref={toggle} type="button" className="rooms" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="soft">{rooms}</span> {here && <b>{menu[here.label]}</b>}
      </button>
      {member && <a href="/my">{ui.me}</a>}
      {entries.map((entry) => (
        <Link key={entry.to} to={entry.to} activeOptions={{ exact: isFirst(entry) }} onClick={close}>
          {menu[entry.label]}
        </Link>
      ))}
      {desksBeside(places, at).map(({ id, name }) => (
        <Link key={id} to={`/desk/${id}`} lang="zh-CN" onClick={close}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
