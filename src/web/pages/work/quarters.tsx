import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { fill } from '#words/fill.ts';
import { reviewWords, sayQuarter } from '#words/web/review.ts';
import { workWords } from '#words/web/work.ts';

/** Where the next step of a quarter is done, by its state. */
const NEXT: Readonly<Record<string, (branch: string) => string>> = {
  open: (branch) => `/meeting/${branch}`,
  determined: (branch) => `/desk/${branch}/registers`,
  posted: (branch) => `/desk/${branch}/notices`,
};

/** The four quarters 季度 of a year, and where each goes on. */
export function Quarters({
  branch,
  year,
  months,
}: {
  branch: string;
  year: string;
  months: AnswerOf<'month.list'>['months'];
}) {
  const review = useText(reviewWords);
  const { months: words } = useText(workWords);
  return (
    <section aria-label={words.quarters}>
      <ul className="quarters">
        {[1, 2, 3, 4].map((one) => {
          const id = `${year}Q${one}`;
          const inside = months.filter(({ quarter }) => quarter?.id === id);
          const state = inside[0]?.quarter?.state ?? 'none';
          const closed = inside.filter((month) => month.state === 'closed' || month.state === 'sealed').length;
          const to = NEXT[state];
          return (
            <li key={id} className="card">
              <h2>{sayQuarter(id, review)}</h2>
              <p>
                <span className={`state ${state}`}>{words.quarterStates[state] ?? ''}</span>
              </p>
              {closed > 0 && <p className="soft">{fill(words.monthsClosed, { n: closed })}</p>}
              {to && (
                <Link className="next" to={to(branch)}>
                  {words.quarterNext[state] ?? ''}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
