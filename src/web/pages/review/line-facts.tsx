import { pathOf } from '#contract/path.ts';
import { useText, useWords } from '#web/lang.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { reviewWords } from '#words/web/review.ts';
import type { ItemAnswer, ReviewedLine } from './item.ts';
import { PointsText, SayFact } from './say-fact.tsx';

/** What is claimed, what the member says to it, and what is attached 事项、本人意见、佐证. */
export function LineFacts({
  branch,
  line,
  item,
}: {
  branch: string;
  line: ReviewedLine;
  item: ItemAnswer | undefined;
}) {
  const review = useText(reviewWords);
  const { points, words, origin } = line;
  const { points: judged, ...rest } = line.fact;
  // Judged points are said once, as what they come to.
  const fact = judged === points ? rest : line.fact;
  return (
    <>
      <p className="claim">
        <SayFact fact={fact} item={item} />
        {points !== undefined && (
          <b>
            <PointsText points={points} />
          </b>
        )}
      </p>
      <p className="soft">
        {review.origin[origin] ?? ''}
        {line.item.clause !== undefined && (
          <span className="clause" lang="zh-CN">
            {' '}
            {line.item.clause}
          </span>
        )}
      </p>
      {fact.ref !== undefined && (
        <p>
          <Mixed text={fill(review.ref, { ref: fact.ref })} />
        </p>
      )}
      {(words ?? fact.note) !== undefined && (
        <p>
          <Mixed text={fill(review.said, { words: words ?? fact.note ?? '' })} />
        </p>
      )}
      <div className="beside">
        <section>
          <h3>{review.hearing}</h3>
          <SayHearing line={line} />
        </section>
        <section>
          <h3>{review.evidence}</h3>
          {line.evidence && line.evidence.length > 0 ? (
            <ul className="plain">
              {line.evidence.map(({ name, type }, at) => (
                <li key={name}>
                  <a href={`${pathOf('evidence.show')}?${new URLSearchParams({ branch, id: line.id, name })}`} download>
                    {fill(review.evidenceFile, {
                      n: at + 1,
                      kind: type === 'application/pdf' ? review.kinds.pdf : review.kinds.picture,
                    })}
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{review.evidenceNone}</p>
          )}
        </section>
      </div>
    </>
  );
}

function SayHearing({ line: { hearing, not } }: { line: ReviewedLine }) {
  const words = useWords();
  const review = useText(reviewWords);
  const { heard } = review;
  if (!hearing) return <p className="soft">{not === 'hearing.not-served' ? heard['not-served'] : heard.none}</p>;
  const { state, answer, start, last, words: said } = hearing;
  const key = state === 'answered' ? (answer ?? 'accept') : state;
  const sentence = (heard as Readonly<Record<string, string>>)[key] ?? '';
  const contested = answer === 'contest' || answer === 'decline';
  return (
    <>
      <p className={contested ? 'contested' : ''}>
        {fill(sentence, { start: sayDay(start, words), last: sayDay(last, words) })}
      </p>
      {said !== undefined && (
        <p>
          <Mixed text={fill(review.heardWords, { words: said })} />
        </p>
      )}
    </>
  );
}
