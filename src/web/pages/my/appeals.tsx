import type { AnswerOf } from '#contract/api.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { moreWords } from '#words/web/my-more.ts';
import type { MoreWords } from '#words/web/my-more.zh-CN.ts';
import { Clocks, ContestCard, useSayDays } from './contest-card.tsx';
import { ContestForm } from './contest-form.tsx';
import { toTitle } from './to-title.ts';
import './my.css';

type Row = AnswerOf<'appeal.show'>['rows'][number];

/** One's own appeals 申诉, straight to the superior; where the installation has none, the form on paper. */
export function Page() {
  const { appeals } = useText(moreWords);
  const { home, places } = useSession();
  const superior = places.find(({ id }) => id === home)?.superior;
  return (
    <>
      <div className="head">
        <Title text={appeals.title} />
      </div>
      {superior ? <ToSuperior superior={superior} /> : <OnPaper />}
    </>
  );
}

/** Where no superior is connected: the form on paper, said plainly (product §3.8). */
function OnPaper() {
  const { appeals } = useText(moreWords);
  const marks = useMarks();
  const { home, person } = useSession();
  const settings = useRead('setting.show', { branch: home });
  const kept = settings.data?.matters.find(({ id }) => id === 'settings')?.content;
  const to = kept?.['appealTo'] as { readonly name: string; readonly address: string } | undefined;
  return (
    <>
      <section className="card">
        <p>{appeals.without}</p>
        {to !== undefined && to.name + to.address !== '' && (
          <p lang="zh-CN">{[to.name, to.address].filter((one) => one !== '').join(marks.comma)}</p>
        )}
        <FormLinks branch={home} form="appeal" member={person} />
      </section>
      <Clocks />
    </>
  );
}

function ToSuperior({ superior }: { superior: { readonly id: string; readonly name: string } }) {
  const { appeals } = useText(moreWords);
  const { home } = useSession();
  const acting = useAct();
  const query = useRead('appeal.show', { branch: home });
  const send = async (contested: Parameters<Parameters<typeof ContestForm>[0]['onSend']>[0]) => {
    const input = { branch: superior.id, of: home, ...contested };
    return (await acting.run('appeal.lodge', input, { done: appeals.sent })) !== undefined;
  };
  return (
    <>
      <p className="lead">
        <Mixed text={fill(appeals.lead, { superior: superior.name })} />
      </p>
      <Asked query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="card">{appeals.none}</p>
          ) : (
            <ul className="rows cards" aria-label={appeals.mine}>
              {rows.toReversed().map((row) => (
                <Own key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </Asked>
      <div className="cards">
        <ContestForm draft="appeal" title={appeals.new} send={appeals.send} acting={acting} onSend={send} />
        <Clocks />
      </div>
    </>
  );
}

function Own({ row }: { row: Row }) {
  const words = useWords();
  const { appeals, contest } = useText(moreWords);
  const { run, busy, problem } = useAct();
  const days = useSayDays();
  const { home } = useSession();
  const { id, at, revision, state, line, year, served, result, finding } = row;
  const way = served === undefined ? contest.notServed : fill(contest.served, { day: sayDay(served, words) });
  const withdrawable = ['lodged', 'assigned', 'served'].includes(state);
  return (
    <ContestCard
      contest={{
        line,
        year,
        words: row.words,
        state: appeals.state[state as keyof MoreWords['appeals']['state']],
        days: days({ ...row, ...(state !== 'withdrawn' && { between: way }) }),
        result,
        finding,
      }}
    >
      <FormLinks branch={home} form="appeal" of={id} />
      {result !== undefined && <FormLinks branch={home} form="appealAnswer" of={id} />}
      <ProblemNote problem={problem} />
      {withdrawable && (
        <p className="acts">
          <button
            type="button"
            disabled={busy}
            onClick={async () => {
              if (
                (await run('appeal.withdraw', { branch: at, id }, { revision, done: appeals.withdrawn })) !== undefined
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
