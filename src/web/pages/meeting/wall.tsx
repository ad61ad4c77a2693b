import './wall.css';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useText, useWords } from '#web/lang.ts';
import { Asked } from '#web/ui/asked.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { hallWords } from '#words/web/meeting-hall.ts';
import { sayMeeting } from './say.ts';
import { type Sitting, useSitting } from './sitting.ts';
import { WallNow } from './wall-now.tsx';

/** The wall 投屏 in the hall: large, without controls, with nothing that only some may read; Escape leads back. */
export function Page() {
  const { branch = '', id = '' } = useParams({ strict: false });
  const h = useText(hallWords);
  const navigate = useNavigate();
  const query = useSitting(branch, { id, wall: true });
  const back = `/meeting/${branch}/${id}`;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') void navigate({ to: back });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, back]);
  return (
    <main className="wall" id="main">
      <Asked query={query}>{({ sitting }) => (sitting ? <Wall sitting={sitting} /> : <h1>{h.wall.none}</h1>)}</Asked>
    </main>
  );
}

function Wall({ sitting }: { sitting: Sitting }) {
  const words = useWords();
  const m = useText(meetingWords);
  const { wall } = useText(hallWords);
  const { meeting, quorum, roll } = sitting;
  const title = sayMeeting(meeting, m);
  useEffect(() => {
    document.title = `${title} · ${words.common.product}`;
  }, [title, words]);
  const { least: n } = quorum;
  return (
    <>
      <header>
        <h1>{title}</h1>
        <p>
          <time dateTime={meeting.day}>{sayDay(meeting.day, words)}</time> · <span lang="zh-CN">{meeting.place}</span>
        </p>
      </header>
      <div className="wall-now" aria-live="polite">
        <WallNow sitting={sitting} />
      </div>
      <footer>
        <dl>
          <div>
            <dt>{wall.entitled}</dt>
            <dd>{roll.entitled}</dd>
          </div>
          <div>
            <dt>{wall.present}</dt>
            <dd>{quorum.present}</dd>
          </div>
        </dl>
        <p>{fill(quorum.met ? wall.met : wall.short, { n })}</p>
      </footer>
    </>
  );
}
