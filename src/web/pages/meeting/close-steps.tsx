import { Link } from '@tanstack/react-router';
import { useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { isMine } from './sitting.ts';
import { type StepProps, StepShell } from './step-shell.tsx';

/** The quarter is determined 评定 by the motion that passed: it goes by itself after the count, and is taken here when something came between. */
export function DetermineStep(props: StepProps) {
  const m = useText(meetingWords);
  return (
    <StepShell {...props} title={m.steps.determine}>
      <p>{m.determine.lead}</p>
      <One {...props} label={m.determine.act} />
    </StepShell>
  );
}

/** The meeting is closed 散会; while months of the quarter are open nothing else can be done. */
export function CloseStep(props: StepProps) {
  const m = useText(meetingWords);
  const { sitting } = props;
  const months = sitting.next.blocked === 'quarter.months-open' ? (sitting.quarter?.monthsOpen ?? 0) : 0;
  return (
    <StepShell {...props} title={m.steps.close}>
      <p className={months > 0 ? 'cannot' : ''}>{months > 0 ? fill(m.monthsOpen, { n: months }) : m.close.lead}</p>
      <One {...props} label={m.close.act} step="close" />
    </StepShell>
  );
}

/** The one main button of a step that asks nothing. */
export function One({
  sitting,
  hands,
  advance,
  label,
  step = sitting.next.step,
}: StepProps & { label: string; step?: StepProps['sitting']['next']['step'] }) {
  if (!isMine(sitting, hands)) return null;
  return (
    <p className="acts">
      <button
        type="button"
        className="main big"
        disabled={advance.doing !== undefined}
        onClick={() => void advance.advance(step)}
      >
        {label}
      </button>
    </p>
  );
}

/** After the register 登记表: what is left for other pages, or that all is done. */
export function EndStep(props: StepProps) {
  const m = useText(meetingWords);
  const { branch, sitting } = props;
  const { meeting, next, register, minutes } = sitting;
  const { after } = m;
  // A bundle that was lost, or a line that was put off, leaves the whole quarter to the next meeting.
  const left = sitting.quarter?.state === 'open';
  const ends = { closed: left ? after.left : after.done, lapsed: after.lapsed, cancelled: after.cancelled };
  const isNotice = next.step === 'draft-notice';
  const said = isNotice
    ? after.noticeLead
    : (Object.entries(ends).find(([state]) => state === meeting.state)?.[1] ?? '');
  return (
    <StepShell {...props} title={m.doings[next.step]}>
      <p>{said}</p>
      <p className="acts">
        {isNotice && (
          <a className="button main" href={`/desk/${branch}/notices`}>
            {after.notice}
          </a>
        )}
        {minutes && (
          <Link className="button" to={`/desk/${branch}/registers/${minutes.id}`}>
            {after.minutesLink}
          </Link>
        )}
        {register && (
          <Link className="button" to={`/desk/${branch}/registers/${register.id}`}>
            {after.registerLink}
          </Link>
        )}
      </p>
    </StepShell>
  );
}

/** The sheets of the quarter 登记表: drawn, looked at, sealed. */
export function RegisterStep(props: StepProps) {
  const m = useText(meetingWords);
  const { branch, sitting } = props;
  const { after } = m;
  switch (sitting.next.step) {
    case 'draw-register':
      return (
        <StepShell {...props} title={m.steps.register}>
          <p>{after.drawLead}</p>
          <One {...props} label={after.draw} />
        </StepShell>
      );
    case 'seal-register':
      return (
        <StepShell {...props} title={m.steps.register}>
          <p>{after.sealLead}</p>
          <One {...props} label={after.seal} />
          {sitting.register && (
            <p>
              <Link to={`/desk/${branch}/registers/${sitting.register.id}`}>{m.look}</Link>
            </p>
          )}
        </StepShell>
      );
    case 'draw-supplement':
      return (
        <StepShell {...props} title={m.doings['draw-supplement']}>
          <p>{after.supplementLead}</p>
          <One {...props} label={after.supplement} />
        </StepShell>
      );
    default:
      return (
        <StepShell {...props} title={m.doings['seal-supplement']}>
          <p>{after.sealLead}</p>
          <Link className="button main" to={`/desk/${branch}/registers`}>
            {after.toRegisters}
          </Link>
        </StepShell>
      );
  }
}
