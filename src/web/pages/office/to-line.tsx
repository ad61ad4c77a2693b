import { Link } from '@tanstack/react-router';
import { useText } from '#web/lang.ts';
import { supervisionWords } from '#words/web/office-supervision.ts';

/** The way to the item that something is about, and how it came about 办理经过: read only when asked for, as every look leaves its trace. */
export function ToLine({ branch, line }: { branch: string; line: string }) {
  const { toLine } = useText(supervisionWords);
  return (
    <p>
      <Link to={`/desk/${branch}/line/${line}`}>{toLine}</Link>
    </p>
  );
}
