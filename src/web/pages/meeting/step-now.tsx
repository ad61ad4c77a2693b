import { CloseStep, DetermineStep, EndStep, RegisterStep } from './close-steps.tsx';
import { CountStep } from './count-step.tsx';
import { MinutesStep } from './minutes-step.tsx';
import { OutcomesStep, QuorumStep, RollStep } from './roll-steps.tsx';
import type { StepProps } from './step-shell.tsx';
import { VoteStep } from './vote-step.tsx';

/** The step that a meeting is at 当前步骤; a new one is a new card. */
export function StepNow(props: StepProps) {
  const { step, motion, line, blocked, or } = props.sitting.next;
  const key = `${step} ${motion ?? line ?? ''}`;
  if (blocked === 'quarter.months-open' || (blocked !== undefined && or === 'close'))
    return <CloseStep key={key} {...props} />;
  switch (step) {
    case 'freeze':
    case 'cancel':
    case 'attend':
      return <RollStep key={key} {...props} />;
    case 'quorum':
    case 'lapse':
    case 'open':
      return <QuorumStep key={key} {...props} />;
    case 'tell-outcomes':
    case 'report-outcome':
      return <OutcomesStep key={key} {...props} />;
    case 'put-contested':
    case 'put-rest':
    case 'brief':
    case 'open-vote':
    case 'defer':
      // From putting to the open vote it is one card.
      return <VoteStep key={step.startsWith('put') ? key : `vote ${motion ?? ''}`} {...props} />;
    case 'count':
      return <CountStep key={key} {...props} />;
    case 'determine':
      return <DetermineStep key={key} {...props} />;
    case 'close':
      return <CloseStep key={key} {...props} />;
    case 'draft-minutes':
    case 'edit-minutes':
    case 'sign-chair':
    case 'sign-recorder':
      return <MinutesStep key={key} {...props} />;
    case 'draw-register':
    case 'seal-register':
    case 'draw-supplement':
    case 'seal-supplement':
      return <RegisterStep key={key} {...props} />;
    case 'draft-notice':
    case 'done':
      return <EndStep key={key} {...props} />;
  }
}
