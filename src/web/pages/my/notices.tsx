import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { moreWords } from '#words/web/my-more.ts';
import type { MoreWords } from '#words/web/my-more.zh-CN.ts';
import { sayQuarter } from './step-text.ts';
import { toTitle } from './to-title.ts';
import './my.css';

type Matter = AnswerOf<'notice.show'>['matters'][number];
type Body = { readonly of: string; readonly days: number; readonly start?: string; readonly masked: readonly string[] };

/** The notices 公示 that run, will run or ran, and the own name taken out of what is online. */
export function Page() {
  const { notices } = useText(moreWords);
  const { home: branch } = useSession();
  const query = useRead('notice.show', { branch });
  return (
    <>
      <div className="head">
        <Title text={notices.title} />
      </div>
      <p className="lead">{notices.lead}</p>
      <Asked query={query}>
        {({ matters }) =>
          matters.length === 0 ? (
            <p className="card">{notices.none}</p>
          ) : (
            <ul className="rows cards">
              {matters.toReversed().map((matter) => (
                <Notice key={matter.id} matter={matter} />
              ))}
            </ul>
          )
        }
      </Asked>
    </>
  );
}

function Notice({ matter: { id, revision, state, period = '', content } }: { matter: Matter }) {
  const words = useWords();
  const { notices } = useText(moreWords);
  const { home: branch, person } = useSession();
  const { run, busy, problem } = useAct();
  const { of, start, days, masked } = content as unknown as Body;
  const isMasked = masked.includes(person);
  const runs = state === 'drafted' || state === 'reviewed' || state === 'posted';
  return (
    <li className="card">
      <h2>
        {of === 'quarter'
          ? fill(notices.quarter, { period: sayQuarter(period, words) })
          : fill(notices.settlement, { period })}
      </h2>
      <p className={state === 'posted' ? 'state now' : 'state'}>
        {notices.state[state as keyof MoreWords['notices']['state']]}
      </p>
      {start !== undefined && <p className="soft">{fill(notices.from, { day: sayDay(start, words), n: days })}</p>}
      <ProblemNote problem={problem} />
      {isMasked && <p>{notices.masked}</p>}
      {runs && !isMasked && (
        <p className="acts">
          <button
            type="button"
            disabled={busy}
            onClick={async () => {
              if ((await run('notice.mask', { branch, id }, { revision, done: notices.maskDone })) !== undefined)
                toTitle();
            }}
          >
            {notices.mask}
          </button>
        </p>
      )}
    </li>
  );
}
