import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useText } from '#web/lang.ts';
import { useNames, useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Title } from '#web/ui/title.tsx';
import { WaitsNote } from '#web/ui/waits-note.tsx';
import { useAct } from '#web/use-act.ts';
import { verifyLineWords } from '#words/web/my-verify.ts';
import { ClaimText } from './claim-text.tsx';
import { RuleCard } from './rule-card.tsx';
import { Thread } from './thread.tsx';
import './my.css';

/** What another member reported, before whoever was named to verify it 核实; who reported it does not stand here (product §3.3). */
export function Page() {
  const { id = '' } = useParams({ strict: false });
  const said = useText(verifyLineWords);
  const { home: branch, person } = useSession();
  const names = useNames(branch);
  const navigate = useNavigate();
  const query = useRead('line.show', { branch, id });
  const { run, busy, problem, waits } = useAct();
  return (
    <>
      <p className="way">
        <Link to="/my">‹ {said.back}</Link>
      </p>
      <div className="head">
        <Title text={said.title} />
      </div>
      <Asked query={query}>
        {({ line, item, steps }) => (
          <>
            <section className="card" aria-label={said.fact}>
              <p className="name">
                <b lang="zh-CN">{names(line.subject)}</b> <ClaimText claim={line.fact} />
              </p>
              {line.words !== undefined && (
                <p className="quote" lang="zh-CN">
                  {line.words}
                </p>
              )}
            </section>
            {line.state === 'submitted' && line.subject !== person && (
              <section className="card form">
                <p>{said.lead}</p>
                <p className="acts">
                  <button
                    type="button"
                    className="main"
                    disabled={busy}
                    onClick={async () => {
                      const { revision } = line;
                      const atOnce = (): void => void navigate({ to: '/my' });
                      await run('declaration.verify', { branch, id }, { revision, done: said.done, atOnce });
                    }}
                  >
                    {said.verify}
                  </button>
                </p>
                <WaitsNote waits={waits} />
                <ProblemNote problem={problem} />
              </section>
            )}
            {item && <RuleCard item={item} />}
            {steps.length > 0 && <Thread steps={steps} />}
          </>
        )}
      </Asked>
    </>
  );
}
