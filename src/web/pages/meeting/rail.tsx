import { useText } from '#web/lang.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { RAIL, railOf } from './say.ts';
import type { Sitting } from './sitting.ts';

/** The way of a meeting 会议步骤 from the roll to the sealed register, with where it is. */
export function MeetingRail({ sitting }: { sitting: Sitting }) {
  const m = useText(meetingWords);
  const { meeting, contested, motions, next } = sitting;
  const at = next.step === 'done' ? RAIL.length : RAIL.indexOf(railOf(sitting));
  const shown = RAIL.filter(
    (step) =>
      !(step === 'outcomes' && meeting.owed.length === 0) &&
      !(step === 'contested' && contested.length === 0) &&
      !(meeting.period === undefined && (step === 'rest' || step === 'determine' || step === 'register')),
  );
  const decided = motions.filter(
    ({ kind, state }) => kind === 'contested' && (state === 'counted' || state === 'deferred'),
  );
  return (
    <ol className="rail" aria-label={m.rail}>
      {shown.map((step) => {
        const place = RAIL.indexOf(step);
        return (
          <li
            key={step}
            {...(place < at && { className: 'past' })}
            {...(place === at && { 'aria-current': 'step' as const })}
          >
            {m.steps[step]}
            {step === 'contested' && (
              <span className="few">
                {decided.length}/{contested.length}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
