import { Link } from '@tanstack/react-router';
import type { ScoreBrief } from '#contract/score.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { homeWords } from '#words/web/my-home.ts';
import './home.css';
import { OpenMonths } from './month-card.tsx';
import { OwnWork } from './work.tsx';

/** A member's home 首页: the total first, then what is due by which day, then the open months. */
export function Home() {
  const { my } = useWords();
  const { home, person, name } = useSession();
  const query = useRead('score.brief', { branch: home, member: person });
  return (
    <>
      <div className="head">
        <Title text={my.title} />
        <p className="person">
          <b lang="zh-CN">{name}</b>
        </p>
      </div>
      <Asked query={query}>{(score) => <Total score={score} />}</Asked>
      <OwnWork />
      <OpenMonths />
    </>
  );
}

function Total({
  score: { total, scheme, asOf, year, pending, rank, unranked, proposal, vetoed },
}: {
  score: ScoreBrief;
}) {
  const words = useWords();
  const { my } = words;
  const home = useText(homeWords);
  return (
    <section className="total" aria-label={my.total}>
      <h2>{my.total}</h2>
      <p className="number">
        <b data-total={total.exact}>{total.shown}</b>
        {scheme.full && <span className="soft">{fill(my.outOf, { n: scheme.full.shown })}</span>}
      </p>
      <p className="soft">
        <time dateTime={asOf}>{fill(my.asOf, { day: sayDay(asOf, words) })}</time>
      </p>
      {vetoed && <p className="off">{my.vetoed}</p>}
      {pending && (
        <p data-pending={pending.total.exact}>
          <span className="tag first">{home.pendingTag}</span>{' '}
          {fill(home.pending, { n: pending.lines, total: pending.total.shown })}
        </p>
      )}
      <p>
        {rank ? <Rank rank={rank} /> : unranked && my.unranked[unranked]}
        {rank && <b className="band-word"> {my.position[rank.position]}</b>}
        {proposal.grade !== null && asOf >= year.to && (
          <span className="grade-word">
            {my.grade} <b lang="zh-CN">{proposal.grade}</b>
          </span>
        )}
      </p>
      <Link to="/my/score" className="button">
        {home.score}
      </Link>
    </section>
  );
}

/** The place, and among whom: a scheme may rank each category by itself 分类排名. */
function Rank({ rank: { rank, of, category } }: { rank: NonNullable<ScoreBrief['rank']> }) {
  const home = useText(homeWords);
  if (category === undefined) return fill(home.rank, { rank, of });
  return fill(home.rankIn, { rank, of, category });
}
