import { useState } from 'react';
import { useText, useWords } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { fill } from '#words/fill.ts';
import { reviewWords } from '#words/web/review.ts';
import { isContested, isOpen, type ReviewedLine, type Session } from './item.ts';
import { PointsText } from './say-fact.tsx';
import { useBulk } from './use-bulk.ts';

const FILTERS = ['open', 'heard', 'all'] as const;

/** The lines of the month 本月事项, to go to and to accept many at once. */
export function LineList({
  branch,
  session,
  lines,
  at,
  go,
  names,
}: {
  branch: string;
  session: Session;
  lines: readonly ReviewedLine[];
  at: string;
  go: (id: string) => void;
  names: (id: string) => string;
}) {
  const { ui } = useWords();
  const review = useText(reviewWords);
  const { person } = useSession();
  const sits = session.state === 'open';
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>(sits ? 'open' : 'all');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { bulk, accept, stop } = useBulk(branch, session.id);
  const small = session.body === 'branch-meeting';
  const bulky = (line: ReviewedLine): boolean =>
    isOpen(line) && line.deciders.length >= 2 && (small || !line.barred.some((one) => one.person === person));
  const plain = lines.filter((line) => bulky(line) && line.barred.length === 0 && !isContested(line) && !line.two);
  const chosen = lines.filter((line) => ticked.has(line.id) && bulky(line));
  const shown = lines.filter(
    (line) =>
      filter === 'all' ||
      (filter === 'open' ? isOpen(line) || line.second !== undefined || bulk.problems.has(line.id) : isContested(line)),
  );
  const tick = (id: string, on: boolean): void =>
    setTicked((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  return (
    <section className="line-list" aria-label={review.lines}>
      <fieldset className="filters">
        <legend className="unseen">{review.filter}</legend>
        {FILTERS.map((one) => (
          <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>
            {review.filters[one]}
          </button>
        ))}
      </fieldset>
      {sits && (
        <div className="bulk">
          {!bulk.running && plain.length > 0 && (
            <button type="button" onClick={() => setTicked(new Set(plain.map(({ id }) => id)))}>
              {fill(review.selectPlain, { n: plain.length })}
            </button>
          )}
          {!bulk.running && chosen.length > 0 && (
            <>
              <button
                type="button"
                className="main"
                onClick={() => void accept(chosen).then(() => setTicked(new Set()))}
              >
                {fill(review.bulk, { n: chosen.length })}
              </button>
              <button type="button" className="bare" onClick={() => setTicked(new Set())}>
                {review.selectNone}
              </button>
            </>
          )}
          <div role="status">
            {bulk.running && (
              <>
                <progress max={bulk.all} value={bulk.tried} aria-label={review.bulk} />
                <p>{fill(review.bulkRunning, { n: bulk.tried, all: bulk.all })}</p>
              </>
            )}
            {!bulk.running && bulk.all > 0 && <p>{fill(review.bulkDone, { n: bulk.done })}</p>}
            {!bulk.running && bulk.problems.size > 0 && (
              <p className="problem">{fill(review.bulkFailed, { n: bulk.problems.size })}</p>
            )}
            {bulk.waits && <p className="waits-note">{ui.reaching}</p>}
          </div>
          {bulk.running && (
            <button type="button" onClick={stop}>
              {review.bulkStop}
            </button>
          )}
        </div>
      )}
      <ul className="rows">
        {shown.map((line) => (
          <li key={line.id} className={line.id === at ? 'at' : ''}>
            {sits && bulky(line) && (
              <input
                type="checkbox"
                checked={ticked.has(line.id)}
                disabled={bulk.running}
                aria-label={fill(review.select, { who: names(line.subject), item: line.item.label })}
                onChange={(event) => tick(line.id, event.target.checked)}
              />
            )}
            <button
              type="button"
              className="row-button"
              {...(line.id === at && { 'aria-current': true })}
              onClick={() => go(line.id)}
            >
              <span className="who" lang="zh-CN">
                {names(line.subject)}
              </span>
              <span className="what" lang="zh-CN">
                {line.item.label}
              </span>
              <span className="worth">{line.points !== undefined && <PointsText points={line.points} />}</span>
              {line.state !== 'submitted' && (
                <span className={`state ${line.state}`}>{review.lineStates[line.state] ?? ''}</span>
              )}
              {line.barred.length > 0 && <span className="tag">{review.recused}</span>}
              {isContested(line) && <span className="tag">{review.filters.heard}</span>}
            </button>
            <ProblemNote problem={bulk.problems.get(line.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
