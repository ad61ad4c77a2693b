import { useState } from 'react';
import { useText, useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { Defer } from './defer.tsx';
import { RollForm } from './roll-form.tsx';
import { isMine, nameIn } from './sitting.ts';
import { type StepProps, StepShell } from './step-shell.tsx';

/** The roll is frozen and called 签到. */
export function RollStep(props: StepProps) {
  const words = useWords();
  const m = useText(meetingWords);
  const { branch, sitting, hands, advance } = props;
  const { today } = useSession();
  const { next, meeting, roll } = sitting;
  const mine = isMine(sitting, hands);
  if (next.step === 'attend')
    return (
      <StepShell {...props} title={m.steps.roll}>
        <p>{m.roll.lead}</p>
        <FormLinks branch={branch} form="roll" of={meeting.id} table />
        {mine && <RollForm branch={branch} sitting={sitting} advance={advance} late={false} />}
      </StepShell>
    );
  const early = today < meeting.day;
  return (
    <StepShell {...props} title={m.steps.roll}>
      <p>
        {early
          ? fill(m.roll.waitsDay, { day: sayDay(meeting.day, words) })
          : fill(m.roll.freezeLead, { n: roll.entitled })}
      </p>
      {mine && !early && next.blocked === undefined && (
        <p className="acts">
          <button
            type="button"
            className="main big"
            disabled={advance.doing !== undefined}
            onClick={() => void advance.advance('freeze')}
          >
            {m.roll.freeze}
          </button>
        </p>
      )}
      <FormLinks branch={branch} form="roll" of={meeting.id} table />
      {hands.secretary && <Cancel {...props} />}
    </StepShell>
  );
}

function Cancel({ advance }: StepProps) {
  const m = useText(meetingWords);
  const [reason, setReason] = useState('');
  return (
    <details className="quiet">
      <summary>{m.cancel.title}</summary>
      <Field label={m.cancel.why}>
        {(field) => (
          <input {...field} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <button
        type="button"
        className="grave"
        disabled={advance.doing !== undefined}
        onClick={() => void advance.advance('cancel', { reason })}
      >
        {m.cancel.act}
      </button>
    </details>
  );
}

/** The quorum 法定人数: not there yet, or there and the meeting can be opened. */
export function QuorumStep(props: StepProps) {
  const m = useText(meetingWords);
  const { branch, sitting, hands, advance } = props;
  const { next, quorum, roll } = sitting;
  if (next.step === 'open')
    return (
      <StepShell {...props} title={m.doings.open}>
        <p>{m.openMeeting.lead}</p>
        {isMine(sitting, hands) && (
          <p className="acts">
            <button
              type="button"
              className="main big"
              disabled={advance.doing !== undefined}
              onClick={() => void advance.advance('open')}
            >
              {m.openMeeting.act}
            </button>
          </p>
        )}
      </StepShell>
    );
  const { entitled } = roll;
  const { present, least } = quorum;
  return (
    <StepShell {...props} title={m.steps.quorum}>
      <p className="cannot">{fill(m.quorum.short, { entitled, present, least })}</p>
      <p>{m.quorum.wait}</p>
      {hands.recorder && <RollForm branch={branch} sitting={sitting} advance={advance} late />}
      {hands.secretary && next.or === 'defer' && next.motion !== undefined && (
        <Defer advance={advance} motion={next.motion} />
      )}
      {(hands.recorder || hands.secretary) && next.or === 'lapse' && (
        <p className="acts">
          <button
            type="button"
            className="grave"
            disabled={advance.doing !== undefined}
            onClick={() => void advance.advance('lapse')}
          >
            {m.quorum.lapse}
          </button>
        </p>
      )}
    </StepShell>
  );
}

/** What the meeting is owed is told first 通报: the outcomes of objections and appeals. */
export function OutcomesStep(props: StepProps) {
  const m = useText(meetingWords);
  const { sitting, hands, advance } = props;
  const name = nameIn(sitting);
  const results: Readonly<Record<string, string>> = m.outcomes.results;
  return (
    <StepShell {...props} title={m.steps.outcomes}>
      <p>{m.outcomes.lead}</p>
      <ul className="owed">
        {sitting.meeting.owed.map((one) => (
          <li key={one.id}>
            <b>{m.outcomes[one.noun]}</b> {one.member !== undefined && <span lang="zh-CN">{name(one.member)}</span>} ·{' '}
            {results[one.result ?? ''] ?? m.outcomes.unknown}
            {one.reason !== undefined && <p lang="zh-CN">{one.reason}</p>}
          </li>
        ))}
      </ul>
      {isMine(sitting, hands) && (
        <p className="acts">
          <button
            type="button"
            className="main big"
            disabled={advance.doing !== undefined}
            onClick={() => void advance.advance(sitting.next.step, {}, ['report-outcome'])}
          >
            {m.outcomes.act}
          </button>
        </p>
      )}
    </StepShell>
  );
}
