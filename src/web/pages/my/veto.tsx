import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { moreWords } from '#words/web/my-more.ts';
import type { MoreWords } from '#words/web/my-more.zh-CN.ts';
import './my.css';

type Matter = AnswerOf<'dossier.show'>['rows'][number];
type Words = MoreWords['veto'];
type Did = 'proposed' | 'answered' | 'undone' | 'silent' | 'cited' | 'confirmed' | 'lifted' | 'dropped';
type Veto = {
  readonly ground: string;
  readonly words: string;
  readonly finding?: {
    readonly body: string;
    readonly number: string;
    readonly day: string;
    readonly year?: number;
  };
  readonly withdrawal?: string;
  readonly reason?: string;
  readonly course: readonly { readonly did: Did; readonly day: string; readonly fingerprint?: string }[];
};
type Heard = { readonly answer?: keyof Words['answers']; readonly words?: string };

/** How a veto about oneself came about 一票否决的办理经过: rule, what was said, own answer, finding, and what came of it. */
export function Page() {
  const { veto: say } = useText(moreWords);
  const { home: branch, person } = useSession();
  const query = useRead('dossier.show', { branch, member: person, limit: 500 });
  return (
    <>
      <div className="head">
        <Title text={say.title} />
      </div>
      <p className="lead">{say.lead}</p>
      <Asked query={query}>
        {({ rows }) => {
          const vetoes = rows.filter(({ noun }) => noun === 'veto').toReversed();
          if (vetoes.length === 0) return <p className="card">{say.none}</p>;
          return vetoes.map((veto) => (
            <Course
              key={veto.id}
              veto={veto.content as unknown as Veto}
              heard={rows.find(({ noun, parent }) => noun === 'hearing' && parent === veto.id)}
            />
          ));
        }}
      </Asked>
    </>
  );
}

function Course({ veto, heard }: { veto: Veto; heard: Matter | undefined }) {
  const words = useWords();
  const { veto: say } = useText(moreWords);
  const { line, step } = useText(linesWords);
  const { home: branch } = useSession();
  const { data } = useRead('item.list', { branch });
  const ground = data?.vetoes.find(({ id }) => id === veto.ground);
  const answer = (heard?.content ?? {}) as Heard;
  return (
    <>
      <section className="card">
        <h2>{line.rule}</h2>
        <p>
          <b lang="zh-CN">{ground?.label}</b>{' '}
          {ground?.clause !== undefined && (
            <span className="clause">
              <Mixed text={fill(words.my.clause, { clause: ground.clause })} />
            </span>
          )}
        </p>
        {data && (
          <p className="soft">
            <Mixed text={fill(line.scheme, { title: data.scheme.title, version: data.scheme.version })} />
          </p>
        )}
      </section>
      <section className="card">
        <h2>{line.thread}</h2>
        <ol className="thread">
          {veto.course.map(({ did, day, fingerprint }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps that are done never change their order
            <li key={at} className={did === 'confirmed' ? 'against' : undefined} data-did={did}>
              <h3>
                {say[did]} <time dateTime={day}>{sayDay(day, words)}</time>
              </h3>
              {textsOf(did, veto, answer, say, (one) => sayDay(one, words)).map((text) => (
                <p key={text}>
                  <Mixed text={text} />
                </p>
              ))}
              {did === 'proposed' && (
                <p className="quote" lang="zh-CN">
                  {veto.words}
                </p>
              )}
              {did === 'answered' && answer.words !== undefined && (
                <p className="quote" lang="zh-CN">
                  {answer.words}
                </p>
              )}
              {fingerprint !== undefined && <p>{fill(step.fingerprint, { code: fingerprint })}</p>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** What is told of a step besides its heading. */
function textsOf(
  did: Did,
  { finding, withdrawal, reason }: Veto,
  { answer }: Heard,
  say: Words,
  dayOf: (day: string) => string,
): readonly string[] {
  if (did === 'answered') return answer === undefined ? [] : [say.answers[answer]];
  if (did === 'silent') return [say.silentText];
  if (did === 'cited' && finding) {
    const { body, number, day, year } = finding;
    const text = fill(say.finding, { body, number, day: dayOf(day) });
    return [text, ...(year === undefined ? [] : [fill(say.year, { year })])];
  }
  if (did === 'lifted') return withdrawal === undefined ? [] : [fill(say.liftedBy, { text: withdrawal })];
  return did === 'dropped' && reason !== undefined ? [fill(say.reason, { reason })] : [];
}
