import './above.css';
import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { aboveAppealsWords } from '#words/web/above.ts';
import { AppealCard } from './appeal-card.tsx';
import { useSuperior } from './superior.ts';

const OVER = ['answered', 'reported', 'withdrawn'];

/** The appeals that reached the superior 申诉: each with its clocks, what the branch sees now, and the next step. */
export function Page() {
  const { appeals: text } = useText(aboveAppealsWords);
  const { id } = useSuperior();
  const query = useRead('appeal.show', { branch: id, limit: 500 });
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <Asked query={query}>
        {(answer) => (
          <>
            <Appeals answer={answer} />
            {answer.rows.length > 0 && <ListLinks branch={id} list="appeals" />}
          </>
        )}
      </Asked>
    </>
  );
}

function Appeals({ answer: { rows } }: { answer: AnswerOf<'appeal.show'> }) {
  const { appeals: text } = useText(aboveAppealsWords);
  const running = rows.filter(({ state }) => !OVER.includes(state)).toSorted((a, b) => (a.last < b.last ? -1 : 1));
  const over = rows.filter(({ state }) => OVER.includes(state)).toReversed();
  if (rows.length === 0) return <p>{text.none}</p>;
  return (
    <>
      {running.length === 0 && <p>{text.none}</p>}
      {running.length > 0 && <h2>{text.running}</h2>}
      <ul className="matters">
        {running.map((appeal) => (
          <AppealCard key={appeal.id} appeal={appeal} />
        ))}
      </ul>
      {over.length > 0 && <h2>{text.over}</h2>}
      <ul className="matters">
        {over.map((appeal) => (
          <AppealCard key={appeal.id} appeal={appeal} />
        ))}
      </ul>
    </>
  );
}
