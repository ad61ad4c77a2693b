import './meeting.css';
import './paper.css';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useText, useWords } from '#web/lang.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { hallWords } from '#words/web/meeting-hall.ts';
import { LineCard } from './line-card.tsx';
import { LinesTable } from './lines-table.tsx';
import { sayMeeting } from './say.ts';
import { nameIn, type Sitting, useSitting } from './sitting.ts';

/** The numbered sheets for the hall 会场材料: what the wall does not show, handed out by number and collected afterwards. */
export function Page() {
  const { branch = '', id = '' } = useParams({ strict: false });
  const query = useSitting(branch, { id });
  return <Asked query={query}>{({ sitting }) => sitting && <Sheets branch={branch} sitting={sitting} />}</Asked>;
}

function Sheets({ branch, sitting }: { branch: string; sitting: Sitting }) {
  const { sheet } = useText(hallWords);
  const { meeting, roll, full } = sitting;
  const here = roll.lines.filter(({ reason }) => reason !== 'transferred' && reason !== 'deceased').length;
  const [copies, setCopies] = useState<number>();
  const many = copies ?? here;
  return (
    <>
      <div className="acts paper-acts">
        <Link className="button" to={`/meeting/${branch}/${meeting.id}`}>
          {sheet.back}
        </Link>
        {full && (
          <>
            <label className="copies">
              {sheet.copies}{' '}
              <input
                type="number"
                min={1}
                max={500}
                value={many}
                onChange={(event) => setCopies(Math.min(500, Math.max(1, Number(event.target.value))))}
              />
            </label>
            <button type="button" className="main" onClick={() => window.print()}>
              {sheet.print}
            </button>
          </>
        )}
      </div>
      {full ? (
        numbersTo(many).map((n) => <Copy key={n} n={n} sitting={sitting} />)
      ) : (
        <>
          <Title text={sheet.title} />
          <p>{sheet.notYours}</p>
        </>
      )}
    </>
  );
}

function numbersTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, at) => at + 1);
}

/** One copy; on the screen the first stands for all. */
function Copy({ n, sitting }: { n: number; sitting: Sitting }) {
  const words = useWords();
  const m = useText(meetingWords);
  const { sheet } = useText(hallWords);
  const { meeting, contested, rest } = sitting;
  const name = nameIn(sitting);
  const title = `${sayMeeting(meeting, m)} · ${sheet.title}`;
  return (
    <article className={n === 1 ? 'paper' : 'paper more-copies'}>
      <p className="paper-top">
        <span>{sheet.collect}</span>
        <b>{fill(sheet.copy, { n })}</b>
      </p>
      {n === 1 ? <Title text={title} /> : <h1>{title}</h1>}
      <p className="paper-day">
        <time dateTime={meeting.day}>{sayDay(meeting.day, words)}</time> · <span lang="zh-CN">{meeting.place}</span>
      </p>
      {contested.length + rest.length === 0 && <p>{sheet.none}</p>}
      {contested.length > 0 && <h2>{sheet.contested}</h2>}
      {contested.map((line) => (
        <LineCard key={line.number} line={line} name={name} />
      ))}
      {rest.length > 0 && (
        <>
          <h2>{contested.length > 0 ? sheet.rest : sheet.restOnly}</h2>
          <LinesTable lines={rest} name={name} />
        </>
      )}
    </article>
  );
}
