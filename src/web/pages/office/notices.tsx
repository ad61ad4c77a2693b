import './office.css';
import { Link } from '@tanstack/react-router';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayPeriod } from '#words/web/office.ts';
import { noticesWords } from '#words/web/office-notices.ts';
import type { NoticesWords } from '#words/web/office-notices.zh-CN.ts';
import { useHere } from './here.ts';
import { NoticeDraft } from './notice-draft.tsx';

/** The notices of the branch 公示, and where a new one is drafted (§三(四), product §3.7). */
export function Page() {
  const words = useWords();
  const say = useText(noticesWords);
  const { branch, holds } = useHere();
  const query = useRead('notice.show', { branch });
  const terms = useRead('term.list', { branch }, { when: holds('secretary', 'recorder', 'committee') });
  return (
    <>
      <div className="head">
        <Title text={say.title} />
        <p className="lead">{say.lead}</p>
      </div>
      <Asked query={query}>
        {({ matters }) => (
          <div className="stack">
            <section className="card">
              <h2>{say.title}</h2>
              {matters.length === 0 && <p className="soft">{say.empty}</p>}
              <ul className="rows">
                {matters
                  .toSorted((a, b) => (a.changed < b.changed ? 1 : -1))
                  .map(({ id, state, period = '', content }) => {
                    const term = terms.data?.rows.find((one) => one.noun === 'notice' && one.id === id);
                    const of = content['of'] === 'settlement' ? 'settlement' : 'quarter';
                    return (
                      <li key={id}>
                        <Link to={`/desk/${branch}/notices/${id}`}>
                          {fill(say.of[of], { period: sayPeriod(period, words) })}
                        </Link>
                        <span className="tag">{say.states[state as keyof NoticesWords['states']]}</span>
                        {state === 'posted' && term && (
                          <span className="end">
                            {fill(term.provisional ? say.untilProvisional : say.until, {
                              day: sayDay(term.last, words),
                            })}
                          </span>
                        )}
                      </li>
                    );
                  })}
              </ul>
              {matters.length > 0 && <ListLinks branch={branch} list="notices" />}
            </section>
            {holds('secretary', 'recorder', 'committee') && (
              <section className="card">
                <h2>{say.draft.title}</h2>
                <NoticeDraft notices={matters} />
              </section>
            )}
          </div>
        )}
      </Asked>
    </>
  );
}
