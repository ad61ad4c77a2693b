import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { meetingWords } from '#words/web/meeting.ts';
import { One } from './close-steps.tsx';
import { EVERY, type Sitting } from './sitting.ts';
import { type StepProps, StepShell } from './step-shell.tsx';

/** The minutes 会议记录: drafted from the data, read through and mended, signed by chair and recorder. */
export function MinutesStep(props: StepProps) {
  const { ui } = useWords();
  const m = useText(meetingWords);
  const { branch, sitting } = props;
  // The other operator may be mending it: nobody signs what is not the text before them.
  const query = useRead(
    'assembly.show',
    { branch, id: sitting.meeting.id },
    { when: sitting.minutes !== null, every: EVERY },
  );
  if (!sitting.minutes)
    return (
      <StepShell {...props} title={m.steps.minutes}>
        <p>{m.after.draftLead}</p>
        <One {...props} label={m.after.draft} />
      </StepShell>
    );
  const { id, revision } = sitting.minutes;
  return (
    <StepShell {...props} title={m.steps.minutes}>
      <Asked query={query}>
        {({ matters }) => {
          const { content, revision: seen } = matters.find((one) => one.id === id) ?? {};
          const text = content?.['text'];
          if (seen !== revision)
            return (
              <p className="waiting" role="status">
                {ui.loading}
              </p>
            );
          return (
            <MinutesForm
              key={revision}
              {...props}
              text={typeof text === 'string' ? text : ''}
              minutes={sitting.minutes}
            />
          );
        }}
      </Asked>
      <FormLinks branch={branch} form="minutes" of={id} />
    </StepShell>
  );
}

function MinutesForm({
  sitting,
  hands,
  advance,
  text,
  minutes,
}: StepProps & { text: string; minutes: Sitting['minutes'] }) {
  const m = useText(meetingWords);
  const { after } = m;
  const { chair, recorder } = sitting.meeting;
  const [draft, change, forget] = useDraft<{ text?: string }>(`minutes:${minutes?.id ?? ''}`, {});
  const now = draft.text ?? text;
  const changed = now !== text;
  const busy = advance.doing !== undefined;
  const seen = minutes ? { seen: minutes.revision } : {};
  const asChair = hands.person === chair.id && minutes?.chair === false;
  const asRecorder = hands.person === recorder.id && minutes?.recorder === false;
  const save = async (): Promise<boolean> => {
    if (!changed) return true;
    if (!(await advance.advance('edit-minutes', { text: now, ...seen }))) return false;
    forget();
    return true;
  };
  const sign = async (): Promise<void> => {
    if (await save()) await advance.advance(asChair ? 'sign-chair' : 'sign-recorder', changed ? {} : seen);
  };
  return (
    <>
      <ul className="signed">
        <li>{minutes?.chair ? after.chairSigned : after.chairUnsigned}</li>
        <li>{minutes?.recorder ? after.recorderSigned : after.recorderUnsigned}</li>
      </ul>
      {hands.recorder ? (
        <label className="field minutes-field">
          {after.text}
          <textarea
            lang="zh-CN"
            value={now}
            maxLength={50_000}
            onChange={(event) => change({ text: event.target.value })}
          />
        </label>
      ) : (
        <p className="minutes-text" lang="zh-CN">
          {text}
        </p>
      )}
      <p className="acts">
        {(asChair || asRecorder) && (
          <button type="button" className="main big" disabled={busy} onClick={() => void sign()}>
            {changed ? after.saveSign : after.sign}
          </button>
        )}
        {hands.recorder && changed && (
          <button type="button" disabled={busy} onClick={() => void save()}>
            {after.save}
          </button>
        )}
      </p>
    </>
  );
}
