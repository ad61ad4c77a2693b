import { useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { meetingWords } from '#words/web/meeting.ts';
import type { Sitting } from './sitting.ts';

/** Entitled, present, and what is needed to begin and to pass 应到、实到: as numbers and as one bar with two marks. */
export function Numbers({ sitting }: { sitting: Sitting }) {
  const m = useText(meetingWords);
  const { quorum, law, roll } = sitting;
  const n = Math.max(1, roll.entitled);
  const called = roll.frozen && sitting.next.step !== 'attend';
  const at = (of: number): number => Math.min(100, (of / n) * 100);
  const state = quorum.met ? m.numbers.met : fill(m.numbers.short, { n: quorum.least - quorum.present });
  return (
    <section className="numbers" aria-label={m.steps.quorum}>
      <dl>
        <div>
          <dt>{m.numbers.entitled}</dt>
          <dd>{roll.entitled}</dd>
        </div>
        <div>
          <dt>{m.numbers.present}</dt>
          <dd className={called && !quorum.met ? 'off' : ''}>{quorum.present}</dd>
        </div>
        <div>
          <dt>{m.numbers.least}</dt>
          <dd>{quorum.least}</dd>
        </div>
        <div>
          <dt>{m.numbers.needed}</dt>
          <dd>{law.ayes}</dd>
        </div>
      </dl>
      <svg className="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="ground" width="100" height="6" />
        <rect className={quorum.met ? 'there' : 'there short'} width={at(quorum.present)} height="6" />
        <rect className="mark" x={at(quorum.least) - 0.2} width="0.4" height="6" />
        <rect className="mark" x={at(law.ayes) - 0.2} width="0.4" height="6" />
      </svg>
      <p className="soft" role="status">
        {called && state}
      </p>
    </section>
  );
}
