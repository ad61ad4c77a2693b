import './meeting.css';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useText, useWords } from '#web/lang.ts';
import { Asked, Notice } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { sayDay } from '#words/my.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { Numbers } from './numbers.tsx';
import { OtherMotion } from './other-motion.tsx';
import { MeetingRail } from './rail.tsx';
import { RollForm } from './roll-form.tsx';
import { sayMeeting, sayResult } from './say.ts';
import { type Sitting, useHands, useSitting } from './sitting.ts';
import { StepNow } from './step-now.tsx';
import { useAdvance } from './use-advance.ts';

/** The runner 会议主持 of a general meeting: one step at a time, for secretary and recorder at once. */
export function Page() {
  const { branch = '', id = '' } = useParams({ strict: false });
  const query = useSitting(branch, { id });
  const { my } = useWords();
  return (
    <Asked query={query}>
      {({ sitting }) =>
        sitting ? <Runner branch={branch} sitting={sitting} /> : <Notice title={my.missing} text={my.missingText} />
      }
    </Asked>
  );
}

function Runner({ branch, sitting }: { branch: string; sitting: Sitting }) {
  const words = useWords();
  const m = useText(meetingWords);
  const held = useHands(branch);
  const { secretary, recorder, person } = held;
  const hands = useMemo(() => ({ secretary, recorder, person }), [secretary, recorder, person]);
  const { meeting, next } = sitting;
  const advance = useAdvance(branch, meeting.id, hands);
  const sits = meeting.state === 'frozen' || meeting.state === 'open';
  const props = { branch, sitting, hands, advance };
  return (
    <div className="runner">
      <div className="head">
        <Title text={sayMeeting(meeting, m)} />
        <p className="soft">
          <time dateTime={meeting.day}>{sayDay(meeting.day, words)}</time> · <span lang="zh-CN">{meeting.place}</span> ·{' '}
          {m.chair} <span lang="zh-CN">{meeting.chair.name}</span> · {m.recorder}{' '}
          <span lang="zh-CN">{meeting.recorder.name}</span>
        </p>
        <p className="acts head-acts">
          <Link className="button" to={`/meeting/${branch}/${meeting.id}/wall`} target="_blank" title={m.wallNote}>
            {m.wall}
          </Link>
          <Link className="button" to={`/meeting/${branch}/${meeting.id}/sheet`} title={m.sheetNote}>
            {m.sheet}
          </Link>
        </p>
      </div>
      <MeetingRail sitting={sitting} />
      <div className="runner-main">
        <div>
          <LastResult sitting={sitting} />
          <StepNow {...props} />
        </div>
        <aside>
          <Numbers sitting={sitting} />
          {sits && next.step !== 'attend' && next.step !== 'quorum' && (
            <details className="quiet">
              <summary>{m.roll.late}</summary>
              {hands.recorder ? (
                <>
                  <p className="soft">{m.roll.lateLead}</p>
                  <RollForm branch={branch} sitting={sitting} advance={advance} late />
                </>
              ) : (
                <Absent sitting={sitting} />
              )}
            </details>
          )}
          <Results sitting={sitting} />
          {hands.secretary && meeting.state === 'open' && <OtherMotion branch={branch} meeting={meeting.id} />}
          <details className="quiet">
            <summary>{m.agenda}</summary>
            <ol lang="zh-CN">
              {meeting.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          </details>
        </aside>
      </div>
    </div>
  );
}

function Absent({ sitting: { roll } }: { sitting: Sitting }) {
  const m = useText(meetingWords);
  const away = roll.lines.filter(({ member, entitled }) => entitled && !roll.present.includes(member));
  if (roll.present.length === 0) return <p>{m.roll.nobody}</p>;
  return (
    <p>
      {m.roll.absent}
      <span lang="zh-CN">{away.length === 0 ? '—' : away.map(({ name }) => name).join('、')}</span>
    </p>
  );
}

/** What the last count was, until the next. */
function LastResult({ sitting }: { sitting: Sitting }) {
  const m = useText(meetingWords);
  const last = sitting.motions.findLast(({ state }) => state === 'counted');
  if (!last || sitting.meeting.state !== 'open') return null;
  return (
    <p className={last.result === 'passed' ? 'last passed' : 'last lost'} role="status">
      <b>{m.count.last}</b> {sayResult(last, m)}
    </p>
  );
}

function Results({ sitting: { motions } }: { sitting: Sitting }) {
  const m = useText(meetingWords);
  const over = motions.filter(({ state }) => state === 'counted' || state === 'deferred');
  if (over.length === 0) return null;
  return (
    <details className="quiet">
      <summary>
        {m.count.all} ({over.length})
      </summary>
      <ul className="results">
        {over.map((motion) => (
          <li key={motion.id}>{sayResult(motion, m)}</li>
        ))}
      </ul>
    </details>
  );
}
