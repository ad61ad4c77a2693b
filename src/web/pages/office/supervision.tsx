import './office.css';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { supervisionWords } from '#words/web/office-supervision.ts';
import { AppealsServed } from './appeals-served.tsx';
import { useHere } from './here.ts';
import { ObjectionCard } from './objection-card.tsx';
import { ObjectionRaise } from './objection-raise.tsx';
import { QuestionCard } from './question-card.tsx';

/** What waits for the next meeting, and what is over, stand below what is to be done now. */
const LATER = ['answered', 'reported', 'withdrawn', 'shown', 'declined', 'forwarded'];

function openFirst<T extends { readonly state: string }>(rows: readonly T[]): readonly T[] {
  const rank = ({ state }: T): number => Math.min(LATER.indexOf(state), 1);
  return rows.toReversed().toSorted((a, b) => rank(a) - rank(b));
}

/** Objections, questions of the masses and appeals once served 异议与监督 (§三(四), §五(三), product §3.8). */
export function Page() {
  const say = useText(supervisionWords);
  const { branch, holds } = useHere();
  const office = holds('secretary', 'recorder', 'committee');
  const objections = useRead('objection.show', { branch });
  const questions = useRead('question.list', { branch }, { when: office });
  const terms = useRead('term.list', { branch }, { when: office });
  return (
    <>
      <div className="head">
        <Title text={say.title} />
        <p className="lead">{say.lead}</p>
      </div>
      <div className="stack">
        <h2>{say.objections.title}</h2>
        <Asked query={objections}>
          {({ matters }) => (
            <>
              {matters.length === 0 && <p className="soft">{say.objections.empty}</p>}
              {matters.length > 0 && <ListLinks branch={branch} list="objections" />}
              {openFirst(matters).map((one) => (
                <ObjectionCard
                  key={one.id}
                  matter={one}
                  term={terms.data?.rows.find(({ noun, id }) => noun === 'objection' && id === one.id)}
                />
              ))}
            </>
          )}
        </Asked>
        {holds('recorder') && <ObjectionRaise />}
        {office && (
          <>
            <h2>{say.questions.title}</h2>
            <Asked query={questions}>
              {({ rows }) => (
                <>
                  {rows.length === 0 && <p className="soft">{say.questions.empty}</p>}
                  {rows.length > 0 && <ListLinks branch={branch} list="questions" />}
                  {openFirst(rows).map((one) => (
                    <QuestionCard key={one.id} question={one} />
                  ))}
                </>
              )}
            </Asked>
            <h2>{say.appeals.title}</h2>
            <AppealsServed />
            <ListLinks branch={branch} list="terms" label={say.terms} />
          </>
        )}
      </div>
    </>
  );
}
