import { useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { reviewWords } from '#words/web/review.ts';
import type { ReviewedLine } from './item.ts';

/** Who decides a line 表决: a tick for each who may; whoever is barred stands there as 回避 and has none. */
export function Deciders({
  line,
  names,
  against,
  change,
}: {
  line: ReviewedLine;
  names: (id: string) => string;
  against: readonly string[];
  change: (against: readonly string[]) => void;
}) {
  const review = useText(reviewWords);
  const { deciders, barred, ayes } = line;
  return (
    <fieldset className="choice ticks deciders">
      <legend>{review.deciders}</legend>
      <p className="hint">
        {deciders.length < 2 ? review.tooFew : fill(review.decidersLead, { n: deciders.length, ayes })}
      </p>
      {deciders.map((person) => (
        <label key={person} className="tick">
          <input
            type="checkbox"
            checked={!against.includes(person)}
            onChange={(event) =>
              change(event.target.checked ? against.filter((one) => one !== person) : [...against, person])
            }
          />
          <span lang="zh-CN">{names(person)}</span>
        </label>
      ))}
      {barred.map(({ person, why }) => (
        <p key={person} className="tick barred" data-barred={person}>
          <span lang="zh-CN">{names(person)}</span>
          <span className="tag">{review.recused}</span>
          {why !== undefined && <span className="more">{review.why[why]}</span>}
        </p>
      ))}
    </fieldset>
  );
}
