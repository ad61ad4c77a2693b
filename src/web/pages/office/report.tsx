import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { supervisionWords } from '#words/web/office-supervision.ts';
import { ActButton } from './act-form.tsx';
import { useHere } from './here.ts';

/** Records that an open general meeting was told the outcome 报告党员大会; without one it waits and says so. */
export function Report({
  action,
  id,
  revision,
  done,
}: {
  action: 'objection.report' | 'appeal.report';
  id: string;
  revision: number;
  done: string;
}) {
  const { report: say } = useText(supervisionWords).objections;
  const { branch, holds } = useHere();
  const meetings = useRead('assembly.show', { branch });
  const open = meetings.data?.matters.find(({ noun, state }) => noun === 'assembly' && state === 'open');
  if (!open) return <p className="soft">{say.wait}</p>;
  if (!holds('secretary', 'recorder')) return null;
  return (
    <ActButton label={say.send} by={(run) => run(action, { branch, id, assembly: open.id }, { revision, done })} />
  );
}
