import { Link, useParams } from '@tanstack/react-router';
import type { AnswerOf } from '#contract/api.ts';
import { pathOf } from '#contract/path.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { linesWords } from '#words/web/my-lines.ts';
import type { LinesWords } from '#words/web/my-lines.zh-CN.ts';
import { ClaimText } from './claim-text.tsx';
import { HearingForm } from './hearing-form.tsx';
import { LineActs } from './line-acts.tsx';
import { type Line, useSayState } from './line-state.ts';
import { ChangedWorth, LineWorth } from './line-worth.tsx';
import { RuleCard } from './rule-card.tsx';
import { sayQuarter } from './step-text.ts';
import { Thread } from './thread.tsx';
import './my.css';

/** Where the points of one line come from 这分怎么来的: fact, what is open to its member, rule, and every step. */
export function Page() {
  const { id } = useParams({ strict: false });
  const { line: said, list } = useText(linesWords);
  const { home: branch, person } = useSession();
  const query = useRead('declaration.list', { branch, member: person, limit: 500 });
  return (
    <>
      <p className="way">
        <Link to="/my/lines">‹ {list.title}</Link>
      </p>
      <div className="head">
        <Title text={said.title} />
      </div>
      <Asked query={query}>
        {({ rows }) => {
          const line = rows.find((one) => one.id === id);
          return line ? <TheLine line={line} /> : <p className="card">{said.notYours}</p>;
        }}
      </Asked>
    </>
  );
}

function TheLine({ line }: { line: Line }) {
  const { line: said } = useText(linesWords);
  const { home: branch, person } = useSession();
  const own = line.subject === person;
  const { data } = useRead('line.show', { branch, id: line.id }, { when: own && line.state !== 'draft' });
  return (
    <>
      <Fact line={line} worth={data?.worth} />
      {own && line.hearing?.state === 'told' && line.state !== 'draft' && <Heard line={line} />}
      <LineActs line={line} />
      {data?.item && line.origin !== 'opening' && <RuleCard item={data.item} />}
      {data?.corrected && <RuleCard item={data.corrected} title={said.ruleNow} />}
      {data && data.steps.length > 0 && <Thread steps={data.steps} />}
      {line.state === 'draft' && <p className="soft">{said.noPoints}</p>}
    </>
  );
}

/** Who brought a line, by its origin; a reporter is never named. */
const BY: Readonly<Record<string, keyof LinesWords['step']['by']>> = {
  own: 'self',
  report: 'member',
  entry: 'recorder',
  batch: 'recorder',
  prefill: 'clock',
  opening: 'sheet',
  proposed: 'committee',
};

function Heard({ line: { hearing, origin, deduction } }: { line: Line }) {
  const { hearing: said, step } = useText(linesWords);
  if (!hearing) return null;
  return (
    <section className="card form">
      <h2>{said.title}</h2>
      <p>{fill(said.lead, { by: step.by[BY[origin] ?? 'committee'] })}</p>
      <HearingForm hearing={hearing} credit={!deduction && origin !== 'opening'} />
    </section>
  );
}

function Fact({ line, worth }: { line: Line; worth: AnswerOf<'line.show'>['worth'] }) {
  const words = useWords();
  const { line: said } = useText(linesWords);
  const { home: branch } = useSession();
  const say = useSayState();
  const { id, fact, supplementTo, evidence = [] } = line;
  return (
    <section className="card" aria-label={said.fact}>
      <p className="row">
        <span className="name">
          <ClaimText claim={fact} />
          <span className="more state">{say(line)}</span>
        </span>
        {worth ? <ChangedWorth worth={worth} /> : <LineWorth line={line} />}
      </p>
      {line.words !== undefined && (
        <p className="quote" lang="zh-CN">
          {line.words}
        </p>
      )}
      {supplementTo !== undefined && (
        <p className="soft">{fill(said.supplement, { quarter: sayQuarter(supplementTo, words) })}</p>
      )}
      {evidence.length > 0 && (
        <p className="acts">
          {evidence.map(({ name }, at) => (
            <a
              key={name}
              className="button"
              href={`${pathOf('evidence.show')}?${new URLSearchParams({ branch, id, name })}`}
              download
            >
              {fill(said.download, { n: at + 1 })}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
