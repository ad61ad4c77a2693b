import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { moreWords } from '#words/web/my-more.ts';
import type { MoreWords } from '#words/web/my-more.zh-CN.ts';
import { Clocks, ContestCard, useSayDays } from './contest-card.tsx';
import { ContestForm } from './contest-form.tsx';
import { toTitle } from './to-title.ts';
import './my.css';

type Matter = AnswerOf<'objection.show'>['matters'][number];
type Body = {
  readonly words: string;
  readonly start?: string;
  readonly result?: string;
  readonly finding?: string;
  readonly answered?: string;
};

/** One's own objections 异议: how far each has come and what was found, and raising one. */
export function Page() {
  const { objections } = useText(moreWords);
  const { home: branch, person } = useSession();
  const acting = useAct();
  const query = useRead('objection.show', { branch });
  return (
    <>
      <div className="head">
        <Title text={objections.title} />
      </div>
      <p className="lead">{objections.lead}</p>
      <Asked query={query}>
        {({ matters }) => {
          const own = matters.filter(({ subject }) => subject === person);
          return own.length === 0 ? (
            <p className="card">{objections.none}</p>
          ) : (
            <ul className="rows cards" aria-label={objections.mine}>
              {own.toReversed().map((matter) => (
                <Own key={matter.id} matter={matter} />
              ))}
              <li>
                <ListLinks branch={branch} list="objections" />
              </li>
            </ul>
          );
        }}
      </Asked>
      <div className="cards">
        <ContestForm
          draft="objection"
          title={objections.new}
          send={objections.send}
          acting={acting}
          onSend={async (contested) =>
            (await acting.run('objection.raise', { branch, ...contested }, { done: objections.sent })) !== undefined
          }
        />
        <Clocks />
      </div>
      <p>
        <Link to="/my/appeals">{objections.appeal}</Link>
      </p>
    </>
  );
}

function Own({ matter: { id, revision, state, parent, period = '', content } }: { matter: Matter }) {
  const { objections, contest } = useText(moreWords);
  const { home: branch } = useSession();
  const { run, busy, problem } = useAct();
  const days = useSayDays();
  const work = useRead('work.list', { branch }).data?.rows.find((row) => row.id === id);
  const { words, start, result, finding, answered } = content as Body;
  const told = answered !== undefined;
  return (
    <ContestCard
      contest={{
        line: parent,
        year: period,
        words,
        state: objections.state[state as keyof MoreWords['objections']['state']],
        days: days({ start, last: work?.due, provisional: work?.provisional, answered }),
        ...(told && { result, finding }),
      }}
    >
      <FormLinks branch={branch} form="objection" of={id} />
      {told && <FormLinks branch={branch} form="objectionAnswer" of={id} />}
      <ProblemNote problem={problem} />
      {(state === 'registered' || state === 'assigned') && (
        <p className="acts">
          <button
            type="button"
            disabled={busy}
            onClick={async () => {
              if (
                (await run('objection.withdraw', { branch, id }, { revision, done: objections.withdrawn })) !==
                undefined
              )
                toTitle();
            }}
          >
            {contest.withdraw}
          </button>
        </p>
      )}
    </ContestCard>
  );
}
