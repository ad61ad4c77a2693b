import './review.css';
import { Link, useParams } from '@tanstack/react-router';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { reviewWords, sayMonth } from '#words/web/review.ts';
import { Opening } from './opening.tsx';
import { Sitting } from './sitting.tsx';

/** A session of the review 初评会议: who is there, then the lines of its month one after another. */
export function Page() {
  const words = useWords();
  const review = useText(reviewWords);
  const { branch = '', id = '' } = useParams({ strict: false });
  // Several sit at it, each at a screen of their own.
  const query = useRead('review.follow', { branch, id }, { every: 5000 });
  return (
    <Asked query={query}>
      {({ session, lines }) => (
        <>
          <p className="way">
            <Link to={`/desk/${branch}/review`}>‹ {review.sessions}</Link>
          </p>
          <div className="head">
            <Title text={fill(review.sessionTitle, { month: sayMonth(session.month, review) })}>
              <span className={`state ${session.state}`}>{review.states[session.state] ?? ''}</span>
            </Title>
            <p className="soft">
              <time dateTime={session.day}>{sayDay(session.day, words)}</time> · {review.bodies[session.body]} ·{' '}
              {session.state === 'convened'
                ? fill(review.of, { n: session.of.length })
                : fill(review.came, { n: session.present.length })}
            </p>
          </div>
          {session.state === 'convened' ? (
            <Opening branch={branch} session={session} />
          ) : (
            <Sitting branch={branch} session={session} lines={lines} />
          )}
          {lines.length > 0 && <ListLinks branch={branch} list="reviewed" of={session.id} />}
        </>
      )}
    </Asked>
  );
}
