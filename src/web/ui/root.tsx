import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLang } from '#web/lang.ts';
import { DoneBar } from './done-bar.tsx';
import { PasswordDialog } from './password-dialog.tsx';

/** Around every page: its language, what was done last, and the question for the password. */
export function Root() {
  const lang = useLang();
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <>
      <Outlet />
      <DoneBar />
      <PasswordDialog />
    </>
  );
}
