import './meeting.css';
import { Link, useParams } from '@tanstack/react-router';
import type { AnswerOf } from '#contract/api.ts';
import { textOf } from '#web/content.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { sayDay } from '#words/my.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { Convene } from './convene.tsx';
import { sayMeeting } from './say.ts';
import { useHands } from './sitting.ts';

type Matter = AnswerOf<'assembly.show'>['matters'][number];

/** The general meetings of a branch 党员大会: the one of today first, then what is coming and what was, with minutes and registers. */
export function Page() {
  const { branch = '' } = useParams({ strict: false });
  const m = useText(meetingWords);
  const { today } = useSession();
  const { secretary } = useHands(branch);
  const query = useRead('assembly.show', { branch });
  const registers = useRead('register.show', { branch });
  return (
    <>
      <div className="head">
        <Title text={m.title} />
      </div>
      <Asked query={query}>
        {({ matters }) => {
          const meetings = matters
            .filter(({ noun }) => noun === 'assembly')
            .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
          const sitting = meetings.filter(
            (one) => ['frozen', 'open'].includes(one.state) || (one.state === 'convened' && dayOf(one) <= today),
          );
          const coming = meetings.filter((one) => one.state === 'convened' && dayOf(one) > today);
          const past = meetings.filter((one) => !sitting.includes(one) && !coming.includes(one));
          const more = { branch, matters, sheets: registers.data?.matters ?? [] };
          return (
            <>
              {meetings.length === 0 && <p className="lead">{m.none}</p>}
              <Group title={m.today} meetings={sitting} {...more} main />
              <Group title={m.coming} meetings={coming} {...more} />
              {secretary && <Convene branch={branch} last={meetings[0]} open={sitting.length + coming.length === 0} />}
              <Group title={m.past} meetings={past} {...more} />
              {meetings.length > 0 && <ListLinks branch={branch} list="meetings" />}
            </>
          );
        }}
      </Asked>
    </>
  );
}

function dayOf({ content }: Matter): string {
  return textOf(content['day']);
}

type Around = { readonly branch: string; readonly matters: readonly Matter[]; readonly sheets: readonly Matter[] };

function Group({
  title,
  meetings,
  main = false,
  ...around
}: Around & { title: string; meetings: readonly Matter[]; main?: boolean }) {
  if (meetings.length === 0) return null;
  return (
    <section className="group">
      <h2>{title}</h2>
      <ul className="meetings">
        {meetings.map((meeting) => (
          <Entry key={meeting.id} meeting={meeting} main={main} {...around} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ branch, meeting, matters, sheets, main }: Around & { meeting: Matter; main: boolean }) {
  const words = useWords();
  const m = useText(meetingWords);
  const { id, state, period, content } = meeting;
  const states: Readonly<Record<string, string>> = m.states;
  const minutes = matters.find(({ noun, parent }) => noun === 'minutes' && parent === id);
  const register = sheets.find(
    (one) => one.noun === 'register' && one.period === period && one.content['kind'] === 'register',
  );
  return (
    <li className="card">
      <h3>{sayMeeting({ period }, m)}</h3>
      <p className="soft">
        <time dateTime={dayOf(meeting)}>{sayDay(dayOf(meeting), words)}</time> ·{' '}
        <span lang="zh-CN">{textOf(content['place'])}</span>
        <span className="tag">{states[state] ?? ''}</span>
      </p>
      <p className="acts">
        <Link className={main ? 'button main' : 'button'} to={`/meeting/${branch}/${id}`}>
          {main ? m.open : m.look}
        </Link>
        {minutes && (
          <Link className="button" to={`/desk/${branch}/registers/${minutes.id}`}>
            {m.minutesOf}
          </Link>
        )}
        {register && period !== undefined && state === 'closed' && (
          <Link className="button" to={`/desk/${branch}/registers/${register.id}`}>
            {m.registerOf}
          </Link>
        )}
      </p>
    </li>
  );
}
