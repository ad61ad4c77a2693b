import './above.css';
import { Link } from '@tanstack/react-router';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { aboveWords } from '#words/web/above.ts';
import { reviewWords, sayMonth, sayQuarter } from '#words/web/review.ts';
import type { WorkRow } from './seen.ts';
import { StateTag } from './state-tag.tsx';
import { useBranchName, useSuperior } from './superior.ts';
import { WorkHere } from './work-here.tsx';

const COUNTED = [
  ['filings', '/above/filings', 'filing-'],
  ['appeals', '/above/appeals', 'appeal-'],
  ['concerns', '/above/concerns', 'concern-'],
] as const;

/** The superior's work 待办: how much of each, and all of it by date. */
export function Page() {
  const { work: text } = useText(aboveWords);
  const { id } = useSuperior();
  const query = useRead('work.list', { branch: id, limit: 500 });
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <Asked query={query}>
        {({ rows: all }) => {
          const rows = all.filter(({ owedBy }) => owedBy === 'me');
          const counted = COUNTED.map(
            ([label, to, start]) => [label, to, rows.filter(({ kind }) => kind.startsWith(start)).length] as const,
          );
          const other = rows.length - counted.reduce((sum, [, , n]) => sum + n, 0);
          return (
            <>
              <ul className="counts">
                {counted.map(([label, to, n]) => (
                  <li key={to}>
                    <Link to={to}>
                      {text.count[label]} <b>{n}</b>
                    </Link>
                  </li>
                ))}
                <li>
                  <span className="one">
                    {text.count.other} <b>{other}</b>
                  </span>
                </li>
              </ul>
              {rows.length === 0 && <p>{text.none}</p>}
              <ul className="matters">
                {rows.map((row) => (
                  <Row key={`${row.kind} ${row.id}`} row={row} />
                ))}
              </ul>
              {rows.length > 0 && <ListLinks branch={id} list="work" />}
            </>
          );
        }}
      </Asked>
    </>
  );
}

function Row({ row }: { row: WorkRow }) {
  const words = useWords();
  const marks = useMarks();
  const { work: text } = useText(aboveWords);
  const review = useText(reviewWords);
  const { id: own } = useSuperior();
  const branchName = useBranchName();
  const { kind, at = own, title, who, since, due, provisional, late, action, period, owedTo } = row;
  const to = addressOf(row, own);
  return (
    <li data-work={kind}>
      <div className="top-line">
        <h2>
          {text.kinds[kind] ?? text.other}
          {at !== own && <span lang="zh-CN"> · {branchName(at)}</span>}
        </h2>
        {due === undefined ? (
          <span className="soft">{fill(text.since, { day: sayDay(since, words) })}</span>
        ) : (
          <span className={late ? 'late' : 'soft'}>
            {fill(provisional === true ? words.ui.dueProvisional : words.ui.due, { day: sayDay(due, words) })}
            {late && marks.comma + words.ui.late}
          </span>
        )}
      </div>
      <p>
        {who !== undefined && at !== own && <Name branch={at} person={who} />}
        {title !== undefined && <span lang="zh-CN"> {title}</span>}
        {action !== undefined && <StateTag text={text.seconds[action] ?? text.secondOther} />}
        {action !== undefined && period !== undefined && <> {sayPeriod(period, review)}</>}
        {action !== undefined && owedTo !== undefined && (
          <span className="soft">
            {' '}
            {text.askedBy}
            <Name branch={at} person={owedTo} />
          </span>
        )}
      </p>
      {to === undefined ? (
        <WorkHere row={row} at={at} />
      ) : (
        <p className="acts">
          <Link className="button" to={to}>
            {text.open}
          </Link>
        </p>
      )}
    </li>
  );
}

/** A month, quarter or year in words. */
function sayPeriod(period: string, words: Parameters<typeof sayMonth>[1] & Parameters<typeof sayQuarter>[1]): string {
  if (period.includes('Q')) return sayQuarter(period, words);
  return period.includes('-') ? sayMonth(period, words) : period;
}

function Name({ branch, person }: { branch: string; person: string }) {
  return <span lang="zh-CN">{useNames(branch)(person)}</span>;
}

/** Where a row is acted on; what has no page of its own is done in the list. */
function addressOf({ kind, id, at }: WorkRow, own: string): string | undefined {
  if (kind.startsWith('filing-')) return `/above/filings/${at ?? own}/${id}`;
  if (kind.startsWith('appeal-')) return '/above/appeals';
  if (kind.startsWith('concern-')) return '/above/concerns';
  if (kind.startsWith('notice-')) return `/desk/${at ?? own}/notices`;
  if (kind.startsWith('objection-')) return `/desk/${at ?? own}/supervision`;
  return undefined;
}
