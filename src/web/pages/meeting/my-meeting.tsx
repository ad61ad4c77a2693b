import { Mixed } from '#web/ui/mixed.tsx';
import './meeting.css';
import { useText, useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { hallWords } from '#words/web/meeting-hall.ts';
import { LineCard } from './line-card.tsx';
import { LinesTable } from './lines-table.tsx';
import { MyVote } from './my-vote.tsx';
import { sayMeeting, sayResult } from './say.ts';
import { nameIn, type Sitting, useSitting } from './sitting.ts';

/** The meeting on a member's own telephone 我的会议: the agenda, the items while it sits, the own vote. */
export function Page() {
  const { my } = useText(hallWords);
  const { home } = useSession();
  const query = useSitting(home);
  return (
    <Asked query={query}>
      {({ sitting }) =>
        sitting ? (
          <Mine branch={home} sitting={sitting} />
        ) : (
          <>
            <div className="head">
              <Title text={my.title} />
            </div>
            <p className="lead">{my.none}</p>
          </>
        )
      }
    </Asked>
  );
}

function Mine({ branch, sitting }: { branch: string; sitting: Sitting }) {
  const words = useWords();
  const m = useText(meetingWords);
  const { my } = useText(hallWords);
  const { meeting, quorum, roll } = sitting;
  const { entitled } = roll;
  const { present } = quorum;
  return (
    <div className="my-meeting">
      <div className="head">
        <Title text={sayMeeting(meeting, m)} />
        <p className="soft">
          <time dateTime={meeting.day}>{sayDay(meeting.day, words)}</time> · <span lang="zh-CN">{meeting.place}</span>
        </p>
        {roll.frozen && <p className="soft">{fill(my.present, { entitled, present })}</p>}
      </div>
      <Where sitting={sitting} />
      {meeting.state === 'open' && <MyVote branch={branch} sitting={sitting} />}
      <section className="card">
        <h2>{my.agenda}</h2>
        <ol lang="zh-CN">
          {meeting.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      </section>
      <Items sitting={sitting} />
      <Results sitting={sitting} />
    </div>
  );
}

/** Where the meeting is, and whether one is recorded as present. */
function Where({ sitting }: { sitting: Sitting }) {
  const { my } = useText(hallWords);
  const { person } = useSession();
  const { meeting, here, roll } = sitting;
  const { name } = meeting.recorder;
  const votes = roll.lines.find(({ member }) => member === person)?.entitled;
  const ends = { closed: my.over, lapsed: my.lapsed, cancelled: my.cancelled };
  const end = Object.entries(ends).find(([state]) => state === meeting.state)?.[1];
  if (end !== undefined) return <p role="status">{end}</p>;
  return (
    <div role="status">
      {meeting.state !== 'open' && <p>{my.before}</p>}
      {here ? (
        <p>{my.signed}</p>
      ) : (
        <p>
          <Mixed text={fill(meeting.state === 'open' ? my.notHere : my.toSign, { name })} />
        </p>
      )}
      {votes === false && <p>{my.noVote}</p>}
    </div>
  );
}

/** All items, while the meeting sits and one is there. */
function Items({ sitting }: { sitting: Sitting }) {
  const m = useText(meetingWords);
  const { my } = useText(hallWords);
  const { full, here, meeting, contested, rest } = sitting;
  const name = nameIn(sitting);
  if (!full || !here || meeting.state !== 'open') return null;
  return (
    <section className="card">
      <h2>{my.items}</h2>
      <p className="soft">{my.itemsLead}</p>
      {contested.map((line) => (
        <LineCard key={line.number} line={line} name={name} />
      ))}
      {rest.length > 0 && (
        <details className="quiet">
          <summary>
            {m.line.rest} · {fill(m.line.few, { n: rest.length })}
          </summary>
          <LinesTable lines={rest} name={name} />
        </details>
      )}
    </section>
  );
}

function Results({ sitting: { motions } }: { sitting: Sitting }) {
  const m = useText(meetingWords);
  const { my } = useText(hallWords);
  // By the numbers on the sheet, not in the order in which they were called; what has none comes last.
  const first = ({ numbers }: (typeof motions)[number]) => numbers[0] ?? Number.POSITIVE_INFINITY;
  const over = motions
    .filter(({ state }) => state === 'counted' || state === 'deferred')
    .toSorted((a, b) => first(a) - first(b));
  if (over.length === 0) return null;
  return (
    <section className="card">
      <h2>{my.results}</h2>
      <ul className="results">
        {over.map((motion) => (
          <li key={motion.id}>{sayResult(motion, m)}</li>
        ))}
      </ul>
    </section>
  );
}
