import { type ReactNode, useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useMay } from '#web/pages/review/may.ts';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { reviewWords } from '#words/web/review.ts';
import { workWords } from '#words/web/work.ts';
import { CiteVeto, DropVeto, LiftVeto } from './veto-forms.tsx';

type Veto = AnswerOf<'veto.list'>['rows'][number];

/** Grounds of veto 一票否决: nothing becomes zero before a competent body has made its finding (product §3.5). */
export function Vetoes({ branch }: { branch: string }) {
  const { vetoes: words } = useText(workWords);
  const may = useMay(branch);
  const { data: list } = useRead('item.list', { branch });
  const query = useRead('veto.list', { branch });
  return (
    <section className="vetoes">
      <h2>{words.title}</h2>
      <p className="lead">{words.lead}</p>
      <Asked query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="lead">{words.none}</p>
          ) : (
            <>
              <ul className="cards">
                {rows.map((veto) => (
                  <One
                    key={veto.id}
                    branch={branch}
                    veto={veto}
                    ground={list?.vetoes.find(({ id }) => id === veto.ground)?.label ?? ''}
                  />
                ))}
              </ul>
              <ListLinks branch={branch} list="vetoes" />
            </>
          )
        }
      </Asked>
      {may('veto.propose') && <Report branch={branch} grounds={list?.vetoes ?? []} />}
    </section>
  );
}

function One({ branch, veto, ground }: { branch: string; veto: Veto; ground: string }) {
  const common = useWords();
  const { vetoes: words } = useText(workWords);
  const names = useNames(branch);
  const may = useMay(branch);
  const { run, busy, problem } = useAct();
  const { id, state, revision, finding } = veto;
  const forms: ReactNode[] = [
    state === 'pending' && may('veto.cite') && <CiteVeto key="cite" branch={branch} veto={veto} />,
    state === 'confirmed' && may('veto.lift') && <LiftVeto key="lift" branch={branch} veto={veto} />,
    (state === 'pending' || state === 'cited') && may('veto.drop') && (
      <DropVeto key="drop" branch={branch} veto={veto} />
    ),
  ];
  return (
    <li className="card" data-veto={id}>
      <p>
        <b lang="zh-CN">{names(veto.subject)}</b> <span lang="zh-CN">{ground}</span>
        <span className={`state ${state}`}>{words.states[state] ?? ''}</span>
      </p>
      <p lang="zh-CN">{veto.words}</p>
      {finding && (
        <p>
          <Mixed
            text={fill(words.citedAs, { body: finding.body, number: finding.number, day: sayDay(finding.day, common) })}
          />
        </p>
      )}
      <Answered hearing={veto.hearing} />
      {veto.withdrawal !== undefined && (
        <p>
          <Mixed text={fill(words.liftedBy, { text: veto.withdrawal })} />
        </p>
      )}
      {veto.reason !== undefined && (
        <p>
          <Mixed text={fill(words.droppedBy, { reason: veto.reason })} />
        </p>
      )}
      {state === 'cited' && may('veto.confirm') && (
        <>
          <p className="soft">{words.confirmLead}</p>
          <ProblemNote problem={problem} />
          <p className="acts">
            <button
              type="button"
              className="grave"
              disabled={busy}
              onClick={() => void run('veto.confirm', { branch, id }, { revision, done: words.confirmed })}
            >
              {words.confirm}
            </button>
          </p>
        </>
      )}
      {forms}
    </li>
  );
}

/** What the member said to it 本人意见, which whoever confirms has to know. */
function Answered({ hearing }: { hearing: Veto['hearing'] }) {
  const common = useWords();
  const { deductions: words } = useText(workWords);
  const review = useText(reviewWords);
  if (!hearing) return null;
  const { state, last, answer = '', words: said } = hearing;
  if (state === 'told') return <p className="soft">{fill(words.told, { last: sayDay(last, common) })}</p>;
  return (
    <>
      <p>{state === 'silent' ? words.silent : (words.answered[answer] ?? '')}</p>
      {said !== undefined && (
        <p>
          <Mixed text={fill(review.heardWords, { words: said })} />
        </p>
      )}
    </>
  );
}

/** Somebody in office reports a ground; the member is told at once, and nothing else happens yet. */
function Report({ branch, grounds }: { branch: string; grounds: AnswerOf<'item.list'>['vetoes'] }) {
  const { ui } = useWords();
  const { vetoes: words, deductions } = useText(workWords);
  const [form, change, forget] = useDraft(`veto:${branch}`, { subject: '', ground: '', words: '' });
  const [missing, setMissing] = useState<string>();
  const { run, busy, problem } = useAct();
  return (
    <details className="card">
      <summary>{words.propose}</summary>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          const { subject, ground, words: said } = form;
          const part = subject === '' ? 'subject' : ground === '' ? 'ground' : said.trim() === '' ? 'words' : undefined;
          setMissing(part);
          if (part !== undefined) return;
          await run('veto.propose', { branch, subject, ground, words: said }, { done: words.proposed, atOnce: forget });
        }}
      >
        <PersonField
          branch={branch}
          label={deductions.who}
          value={form.subject}
          onChange={(subject) => change({ subject })}
          error={missing === 'subject' ? ui.choose : undefined}
        />
        <Field label={words.ground} error={missing === 'ground' ? ui.choose : undefined}>
          {(props) => (
            <select
              {...props}
              lang="zh-CN"
              value={form.ground}
              onChange={(event) => change({ ground: event.target.value })}
            >
              <option value="" />
              {grounds.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.words} error={missing === 'words' ? ui.required : undefined}>
          {(props) => (
            <textarea {...props} value={form.words} onChange={(event) => change({ words: event.target.value })} />
          )}
        </Field>
        <ProblemNote problem={problem} />
        <button type="submit" className="main" disabled={busy}>
          {words.propose}
        </button>
      </form>
    </details>
  );
}
