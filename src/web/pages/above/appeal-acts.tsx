import { useState } from 'react';
import { useText, useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { aboveAppealsWords } from '#words/web/above.ts';
import { After } from './after.tsx';
import { AppealFinding } from './appeal-finding.tsx';
import type { RawLine } from './raw-lines.tsx';
import type { Appeal } from './seen.ts';
import { useReviewers } from './superior.ts';

/** The next step of an appeal 申诉办理. The finding says what is right of a line, so that it comes with the lines that were opened; without them none is corrected. */
export function AppealActs({ appeal, lines }: { appeal: Appeal; lines?: readonly RawLine[] }) {
  const { appeals: text } = useText(aboveAppealsWords);
  const { person } = useSession();
  const reviewers = useReviewers();
  const acting = useAct();
  const { state, id, at, revision, investigator } = appeal;
  if (state === 'served') {
    if (investigator !== person)
      return <p>{fill(text.notYours, { name: reviewers.find((one) => one.id === investigator)?.name ?? '—' })}</p>;
    return <AppealFinding appeal={appeal} {...(lines && { lines })} />;
  }
  if (state === 'lodged') return <Assign appeal={appeal} />;
  return (
    <>
      {state === 'assigned' && (
        <details className="again">
          <summary>{text.reassign}</summary>
          <Assign appeal={appeal} />
        </details>
      )}
      {state === 'found' && <p className="soft">{text.answerLead}</p>}
      <After acting={acting} />
      <p className="acts">
        {state === 'assigned' && (
          <button
            type="button"
            className="main"
            disabled={acting.busy}
            onClick={() => void acting.run('appeal.serve', { branch: at, id }, { revision, done: text.served })}
          >
            {text.serve}
          </button>
        )}
        {state === 'found' && (
          <button
            type="button"
            className="main"
            disabled={acting.busy}
            onClick={() => void acting.run('appeal.answer', { branch: at, id }, { revision, done: text.answered })}
          >
            {text.answer}
          </button>
        )}
      </p>
    </>
  );
}

function Assign({ appeal: { id, at, revision, investigator } }: { appeal: Appeal }) {
  const { appeals: text } = useText(aboveAppealsWords);
  const { ui } = useWords();
  const reviewers = useReviewers();
  const acting = useAct();
  const [who, setWho] = useState(investigator ?? '');
  const [missing, setMissing] = useState(false);
  const refused = acting.problem?.code === 'investigation.barred' ? acting.problem.message : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(who === '');
        if (who !== '')
          void acting.run('appeal.assign', { branch: at, id, investigator: who }, { revision, done: text.assigned });
      }}
    >
      <Field label={text.investigator} hint={text.assignHint} error={missing ? ui.choose : refused}>
        {(props) => (
          <select {...props} value={who} onChange={(event) => setWho(event.target.value)}>
            <option value="">{ui.choose}</option>
            {reviewers.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <After acting={acting} except={['investigation.barred']} />
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {text.assign}
        </button>
      </p>
    </form>
  );
}
