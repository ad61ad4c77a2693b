import { useParams } from '@tanstack/react-router';
import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { HearingForm } from './hearing-form.tsx';
import './my.css';

type Matter = AnswerOf<'dossier.show'>['rows'][number];
type Body = {
  readonly about?: string;
  readonly cause?: string;
  readonly answer?: 'accept' | 'contest';
  readonly credit?: boolean;
};

/** Answers what is no line 答复告知: that a veto is said to apply, or that a disposition is considered. */
export function Page() {
  const { id } = useParams({ strict: false });
  const { hearing: said } = useText(linesWords);
  const { home: branch, person } = useSession();
  const query = useRead('dossier.show', { branch, member: person, limit: 500 });
  return (
    <>
      <div className="head">
        <Title text={said.title} />
      </div>
      <Asked query={query}>
        {({ rows }) => {
          const hearing = rows.find((one) => one.id === id && one.noun === 'hearing');
          return hearing ? <Hearing hearing={hearing} rows={rows} /> : <p className="card">{said.none}</p>;
        }}
      </Asked>
    </>
  );
}

function Hearing({ hearing, rows }: { hearing: Matter; rows: readonly Matter[] }) {
  const { hearing: said } = useText(linesWords);
  const { home: branch } = useSession();
  const { data } = useRead('item.list', { branch });
  const work = useRead('work.list', { branch }).data?.rows.find(({ id }) => id === hearing.id);
  const { about, cause, answer, credit } = hearing.content as Body;
  const veto = rows.find(({ noun, id }) => noun === 'veto' && id === hearing.parent)?.content as
    | { readonly ground: string; readonly words: string }
    | undefined;
  const ground = data?.vetoes.find(({ id }) => id === veto?.ground)?.label ?? veto?.ground ?? '';
  return (
    <section className="card form">
      <h2>{about === 'disposition' ? said.disposition : said.veto}</h2>
      {veto && (
        <p>
          <Mixed text={fill(said.vetoGround, { ground })} />
        </p>
      )}
      {veto && (
        <p className="quote" lang="zh-CN">
          {veto.words}
        </p>
      )}
      {cause !== undefined && (
        <p>
          <Mixed text={fill(said.cause, { cause })} />
        </p>
      )}
      {about === 'veto' && <p>{said.vetoLead}</p>}
      {hearing.state === 'told' ? (
        <HearingForm
          hearing={{ id: hearing.id, revision: hearing.revision, last: work?.due, provisional: work?.provisional }}
          credit={credit === true}
        />
      ) : (
        <p>{answer === undefined ? said.silent : fill(said.answered, { answer: said[answer] })}</p>
      )}
    </section>
  );
}
