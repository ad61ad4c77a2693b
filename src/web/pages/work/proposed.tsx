import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import type { ItemAnswer } from '#web/pages/review/item.ts';
import { useMay } from '#web/pages/review/may.ts';
import { PointsText, SayFact } from '#web/pages/review/say-fact.tsx';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { reviewWords } from '#words/web/review.ts';
import { workWords } from '#words/web/work.ts';

type Line = AnswerOf<'declaration.list'>['rows'][number];

/** What the committee has proposed and not yet brought before the review 正在办理的扣分. */
export function Proposed({ branch }: { branch: string }) {
  const { deductions: words } = useText(workWords);
  const { data: list } = useRead('item.list', { branch });
  const query = useRead('declaration.list', { branch, state: 'proposed', limit: 500 });
  return (
    <section>
      <h2>{words.list}</h2>
      <Asked query={query}>
        {({ rows }) => {
          const proposed = rows.filter(({ origin }) => origin === 'proposed');
          if (proposed.length === 0) return <p className="lead">{words.none}</p>;
          return (
            <>
              <ul className="owed">
                {proposed.map((line) => (
                  <One
                    key={line.id}
                    branch={branch}
                    line={line}
                    item={list?.items.find(({ id }) => id === line.fact.item)}
                  />
                ))}
              </ul>
              <ListLinks branch={branch} list="deductions" />
            </>
          );
        }}
      </Asked>
    </section>
  );
}

function One({ branch, line, item }: { branch: string; line: Line; item: ItemAnswer | undefined }) {
  const common = useWords();
  const review = useText(reviewWords);
  const { deductions: words, ...work } = useText(workWords);
  const names = useNames(branch);
  const may = useMay(branch);
  const { run, busy, problem } = useAct();
  const { id, revision, hearing } = line;
  const heard = !hearing
    ? words.notServed
    : hearing.state === 'told'
      ? fill(words.told, { last: sayDay(hearing.last, common) })
      : hearing.state === 'silent'
        ? words.silent
        : (words.answered[hearing.answer ?? ''] ?? '');
  const about = { who: names(line.subject), item: item?.label ?? '' };
  return (
    <li data-line={id}>
      <div>
        <p>
          <b lang="zh-CN">{about.who}</b> <span lang="zh-CN">{about.item}</span>{' '}
          {line.points !== undefined && <PointsText points={line.points} />}
        </p>
        <p className="soft">
          <SayFact fact={line.fact} item={item} />
          {line.fact.ref !== undefined && <> · {fill(review.ref, { ref: line.fact.ref })}</>}
        </p>
        <p className={hearing?.answer === 'contest' ? 'contested' : ''}>{heard}</p>
        {hearing?.words !== undefined && (
          <p>
            <Mixed text={fill(review.heardWords, { words: hearing.words })} />
          </p>
        )}
        <ProblemNote problem={problem} />
      </div>
      <p className="acts">
        {!hearing && may('hearing.serve') && (
          <button
            type="button"
            className="main"
            disabled={busy}
            onClick={() => void run('hearing.serve', { branch, line: id }, { done: work.served })}
          >
            {work.serve}
          </button>
        )}
        {!hearing && !may('hearing.serve') && <span className="soft">{words.serveBy}</span>}
        {hearing && may('review.serve') && (
          <button
            type="button"
            className="main"
            disabled={busy}
            onClick={() => void run('review.serve', { branch, id }, { revision, done: work.brought })}
          >
            {work.bring}
          </button>
        )}
        {may('declaration.discard') && (
          <button
            type="button"
            className="bare"
            disabled={busy}
            onClick={() =>
              void run('declaration.discard', { branch, id }, { revision, done: fill(words.discarded, about) })
            }
          >
            {words.discard}
          </button>
        )}
        <Link className="next" to={`/desk/${branch}/line/${id}`}>
          {words.trace}
        </Link>
      </p>
    </li>
  );
}
