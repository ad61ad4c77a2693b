import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { Scans } from '#web/pages/sheets/scans.tsx';
import { useNames, useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { moreWords } from '#words/web/my-more.ts';
import { toTitle } from './to-title.ts';
import './my.css';

type Matter = AnswerOf<'dossier.show'>['rows'][number];
type Said = { readonly time: string; readonly place: string; readonly cause: string; readonly content: string };
type Body = { readonly record?: Said & { readonly talker: string }; readonly signed?: object };

/** The records of talks with the member 谈话记录, to be read and signed. */
export function Page() {
  const { talks } = useText(moreWords);
  const { home: branch, person } = useSession();
  const query = useRead('dossier.show', { branch, member: person, limit: 500 });
  return (
    <>
      <div className="head">
        <Title text={talks.title} />
      </div>
      <Asked query={query}>
        {({ rows }) => {
          const own = rows.filter(({ noun, state }) => noun === 'talk' && state !== 'dropped');
          if (own.length === 0) return <p className="card">{talks.none}</p>;
          return (
            <ul className="rows cards">
              {own.map((talk) => (
                <Talk key={talk.id} talk={talk} />
              ))}
            </ul>
          );
        }}
      </Asked>
    </>
  );
}

function Talk({ talk: { id, revision, state, content } }: { talk: Matter }) {
  const { talks } = useText(moreWords);
  const { home: branch, person } = useSession();
  const name = useNames(branch);
  const { run, busy, problem } = useAct();
  const { record } = content as Body;
  if (!record) return <li className="card">{talks.waits}</li>;
  return (
    <li className="card">
      <dl className="facts">
        <dt>{talks.talker}</dt>
        <dd lang="zh-CN">{name(record.talker)}</dd>
        {(['time', 'place', 'cause', 'content'] as const).map((part) => (
          <Part key={part} label={talks[part]} text={record[part]} />
        ))}
      </dl>
      <FormLinks branch={branch} form="talk" of={id} member={person} />
      <ProblemNote problem={problem} />
      {state === 'held' ? (
        <p className="acts">
          <button
            type="button"
            className="main"
            disabled={busy}
            onClick={async () => {
              if ((await run('talk.sign', { branch, id }, { revision, done: talks.done })) !== undefined) toTitle();
            }}
          >
            {talks.sign}
          </button>
        </p>
      ) : (
        <p className="state">{talks.signed}</p>
      )}
      <Scans branch={branch} of="talk" about={id} />
    </li>
  );
}

function Part({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd lang="zh-CN">{text}</dd>
    </>
  );
}
