import './review.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { reviewWords, sayMonth } from '#words/web/review.ts';
import { useMay } from './may.ts';

/** The sessions of the review 初评会议, and the way to convene one. */
export function Page() {
  const words = useWords();
  const review = useText(reviewWords);
  const { branch = '' } = useParams({ strict: false });
  const may = useMay(branch);
  const query = useRead('review.list', { branch });
  return (
    <>
      <div className="head">
        <Title text={review.title} />
      </div>
      {may('review.convene') && <Convene branch={branch} />}
      <Asked query={query}>
        {({ rows }) => (
          <section>
            <h2>{review.sessions}</h2>
            {rows.length === 0 && <p className="lead">{review.none}</p>}
            <ul className="cards">
              {rows.map(({ id, month, day, state, body, of, present }) => (
                <li key={id} className={state === 'open' ? 'card now' : 'card'}>
                  <Link to={`/desk/${branch}/review/${id}`}>
                    {fill(review.sessionTitle, { month: sayMonth(month, review) })}
                  </Link>
                  <span className={`state ${state}`}>{review.states[state] ?? ''}</span>
                  <p className="soft">
                    <time dateTime={day}>{sayDay(day, words)}</time> · {review.bodies[body]} ·{' '}
                    {present.length > 0 ? fill(review.came, { n: present.length }) : fill(review.of, { n: of.length })}
                  </p>
                </li>
              ))}
            </ul>
            {rows.length > 0 && <ListLinks branch={branch} list="reviews" />}
          </section>
        )}
      </Asked>
    </>
  );
}

/** The secretary convenes a session for a month that is open. */
function Convene({ branch }: { branch: string }) {
  const review = useText(reviewWords);
  const navigate = useNavigate();
  const { today } = useSession();
  const { data } = useRead('month.list', { branch });
  const open = (data?.months ?? []).filter(({ state }) => state === 'open' || state === 'reopened');
  const [form, change, forget] = useDraft(`review.convene:${branch}`, { month: '', day: '' });
  const { run, busy, waits, problem } = useAct();
  if (data && open.length === 0) return <p className="lead">{review.noMonth}</p>;
  const month = open.some(({ id }) => id === form.month) ? form.month : (open[0]?.id ?? '');
  const day = form.day === '' ? today : form.day;
  return (
    <form
      className="card convene"
      onSubmit={async (event) => {
        event.preventDefault();
        const done = fill(review.convened, { month: sayMonth(month, review) });
        const atOnce = ({ id }: { readonly id: string }): void => {
          forget();
          void navigate({ to: `/desk/${branch}/review/${id}` });
        };
        await run('review.convene', { branch, month, day }, { done, atOnce });
      }}
    >
      <h2>{review.convene}</h2>
      <div className="row">
        <Field label={review.conveneMonth}>
          {(props) => (
            <select {...props} value={month} onChange={(event) => change({ month: event.target.value })}>
              {open.map(({ id }) => (
                <option key={id} value={id}>
                  {sayMonth(id, review)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={review.conveneDay}>
          {(props) => (
            <input
              {...props}
              type="date"
              required
              value={day}
              onChange={(event) => change({ day: event.target.value })}
            />
          )}
        </Field>
        <p className="acts">
          <button type="submit" className="main" disabled={busy || month === ''}>
            {review.convene}
          </button>
        </p>
      </div>
      <ProblemNote problem={problem} />
      <WaitsNote waits={waits} />
    </form>
  );
}
