import { Link } from '@tanstack/react-router';
import { useWords } from '#web/lang.ts';
import { Notice } from '#web/ui/asked.tsx';

/** An address that leads nowhere. */
export function MissingPage() {
  const { my } = useWords();
  return (
    <Notice title={my.missing} text={my.missingText}>
      <Link to="/my">{my.choose}</Link>
    </Notice>
  );
}
