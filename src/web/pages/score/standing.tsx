import type { ScoreAnswer } from '#contract/score.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { homeWords } from '#words/web/my-home.ts';

/** Total, rank band and proposed grade, each with its reason in words. */
export function Standing({ score }: { score: ScoreAnswer }) {
  const words = useWords();
  const home = useText(homeWords);
  const marks = useMarks();
  const { my, common } = words;
  const { total, scheme, proposal, state, warnings } = score;
  return (
    <section className="standing" aria-label={my.total}>
      <div className="total">
        <h2>
          {my.total} <span className="tag">{common[state]}</span>
        </h2>
        <p className="number">
          <b data-total={total.exact}>{total.shown}</b>
          {scheme.full && <span className="soft">{fill(my.outOf, { n: scheme.full.shown })}</span>}
        </p>
        {score.pending && (
          <p data-pending={score.pending.total.exact}>
            {fill(home.pending, { n: score.pending.lines, total: score.pending.total.shown })}
          </p>
        )}
        {score.vetoed && <p className="off">{my.vetoed}</p>}
        <p className="soft">
          {fill(my.asOf, { day: sayDay(score.asOf, words) })}
          {' · '}
          {my.expectedNote}
        </p>
      </div>
      <Place score={score} />
      <div className="grade">
        <h2>{my.grade}</h2>
        {score.asOf < score.year.to ? <p>{my.gradeLater}</p> : <Grade proposal={proposal} />}
        {warnings.length > 0 && (
          <p className="off">
            {my.warnings}
            {marks.colon}
            <span lang="zh-CN">{warnings.join('、')}</span>
          </p>
        )}
      </div>
    </section>
  );
}

function Grade({ proposal }: Pick<ScoreAnswer, 'proposal'>) {
  const { my } = useWords();
  return (
    <>
      <p className="said" lang={proposal.grade === null ? undefined : 'zh-CN'}>
        {proposal.grade ?? my.noGrade}
      </p>
      <p>
        {my.reason[proposal.reason]}{' '}
        {proposal.clause && (
          <span className="clause" lang="zh-CN">
            {proposal.clause}
          </span>
        )}
      </p>
      {proposal.note && <p lang="zh-CN">{proposal.note}</p>}
      <p className="soft">{my.gradeNote}</p>
    </>
  );
}

function Place({ score: { rank, unranked } }: { score: ScoreAnswer }) {
  const { my } = useWords();
  if (!rank)
    return (
      <div className="place">
        <h2>{my.rank}</h2>
        <p className="said">{my.noRank}</p>
        <p>{unranked && my.unranked[unranked]}</p>
      </div>
    );
  return (
    <div className="place">
      <h2>{my.rank}</h2>
      <p className="said">{fill(my.rankText, { rank: rank.rank })}</p>
      <p className="soft">
        {rank.category === undefined
          ? fill(my.rankOf, { of: rank.of })
          : fill(my.rankIn, { of: rank.of, category: rank.category })}
      </p>
      <ul className="band">
        {(['front', 'middle', 'rear'] as const).map((position) => (
          <li key={position} aria-current={position === rank.position ? 'true' : undefined}>
            {my.position[position]}
          </li>
        ))}
      </ul>
    </div>
  );
}
