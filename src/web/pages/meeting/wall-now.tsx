import { useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { hallWords } from '#words/web/meeting-hall.ts';
import { sayMotion } from './say.ts';
import { linesOf, type MotionNow, nameIn, type Sitting } from './sitting.ts';

/** What the hall looks at 当前事项: the item being voted on, or what the last count was, or the agenda. */
export function WallNow({ sitting }: { sitting: Sitting }) {
  const { wall } = useText(hallWords);
  const { meeting, motions, next, quarter } = sitting;
  const running = motions.find(({ state }) => state === 'open') ?? motions.find(({ state }) => state === 'put');
  const last = motions.findLast(({ state }) => state === 'counted' || state === 'deferred');
  if (meeting.state === 'closed')
    return (
      <div className="wall-one">
        {quarter && quarter.state !== 'open' && <p className="wall-text">{wall.determined}</p>}
        <p className="wall-number">{wall.closed}</p>
      </div>
    );
  if (meeting.state === 'lapsed' || meeting.state === 'cancelled')
    return <p className="wall-number">{meeting.state === 'lapsed' ? wall.lapsed : wall.cancelled}</p>;
  if (running) return <Running sitting={sitting} motion={running} />;
  if (next.step === 'tell-outcomes' || next.step === 'report-outcome')
    return <p className="wall-number">{wall.outcomes}</p>;
  if (last) return <Result sitting={sitting} motion={last} />;
  return (
    <div className="wall-agenda">
      <h2>{wall.agenda}</h2>
      <ol lang="zh-CN">
        {meeting.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      {meeting.state !== 'open' && <p className="wall-text">{wall.waiting}</p>}
    </div>
  );
}

function Running({ sitting, motion }: { sitting: Sitting; motion: MotionNow }) {
  const { wall } = useText(hallWords);
  const { state, way = 'hands', needed, cast = 0, present, notVoting } = motion;
  return (
    <div className="wall-one">
      <Item sitting={sitting} motion={motion} />
      {state === 'open' ? (
        <>
          <p className="wall-vote">
            <b>{wall.voting}</b> {wall.ways[way]}
          </p>
          {way === 'screen' && (
            <p className="wall-cast">
              {wall.cast} <b>{cast}</b> / {present - notVoting}
            </p>
          )}
          <p className="wall-soft">{fill(wall.needed, { n: needed })}</p>
        </>
      ) : (
        <p className="wall-vote">{wall.briefing}</p>
      )}
    </div>
  );
}

function Result({ sitting, motion }: { sitting: Sitting; motion: MotionNow }) {
  const { wall } = useText(hallWords);
  const { counts, result } = motion;
  return (
    <div className="wall-one">
      <Item sitting={sitting} motion={motion} />
      {counts ? (
        <>
          <dl className="wall-counts">
            {(['ayes', 'noes', 'abstentions'] as const).map((one) => (
              <div key={one}>
                <dt>{wall[one]}</dt>
                <dd>{counts[one]}</dd>
              </div>
            ))}
          </dl>
          <p className={result === 'passed' ? 'wall-result passed' : 'wall-result'}>
            {result === 'passed' ? wall.passed : wall.lost}
          </p>
        </>
      ) : (
        <p className="wall-result">{wall.deferred}</p>
      )}
    </div>
  );
}

/** The number of the item, and its text unless that names a deduction or is the whole rest: then the sheet has it. */
function Item({ sitting, motion }: { sitting: Sitting; motion: MotionNow }) {
  const m = useText(meetingWords);
  const { wall } = useText(hallWords);
  const { kind, numbers } = motion;
  const [number] = numbers;
  const line = kind === 'contested' ? linesOf(sitting).find((one) => one.number === number) : undefined;
  return (
    <>
      <p className="wall-number">{sayMotion(motion, m)}</p>
      {kind === 'bundle' && <p className="wall-text">{fill(wall.sheetRest, { n: numbers.length })}</p>}
      {line && (line.deduction || line.label === undefined) && <p className="wall-text">{wall.sheet}</p>}
      {line && !line.deduction && (
        <p className="wall-text" lang="zh-CN">
          {line.subject !== undefined && nameIn(sitting)(line.subject)} {line.label}
        </p>
      )}
    </>
  );
}
