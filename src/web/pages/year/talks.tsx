import { useMarks, useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { StateTag } from '#web/pages/above/state-tag.tsx';
import { Scans } from '#web/pages/sheets/scans.tsx';
import { useNames } from '#web/query.ts';
import { FormLinks } from '#web/ui/form-links.tsx';
import { Mixed } from '#web/ui/mixed.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { usesWords } from '#words/web/year.ts';
import { WithReason } from './dropping.tsx';
import { useHolds } from './holds.ts';
import type { UsesParts } from './parts.ts';
import { TalkRecordForm } from './talk-record.tsx';
import type { Talk } from './used.ts';
import { UsesPanel } from './uses-panel.tsx';

/** Talks 谈话: proposed, held by the branch's head with a whole record, signed by the member. */
export function Talks({ parts }: { parts: UsesParts }) {
  const { talks: said, proposed } = useText(usesWords);
  const { branch, year } = parts;
  return (
    <UsesPanel
      parts={parts}
      noun="talk"
      said={said}
      lead={said.byHead}
      renderRow={(one, committee) => <Row key={one.id} branch={branch} talk={one} committee={committee} />}
      send={async (acting, given) => await acting.run('talk.propose', { branch, year, ...given }, { done: proposed })}
    />
  );
}

function Row({ branch, talk, committee }: { branch: string; talk: Talk; committee: boolean }) {
  const words = useWords();
  const text = useText(usesWords);
  const marks = useMarks();
  const said = text.talks;
  const nameOf = useNames(branch);
  const acting = useAct();
  const secretary = useHolds(branch, 'secretary');
  const recorder = useHolds(branch, 'recorder');
  const { id, revision, state, subject, rule, ordered, admonition, record, signed } = talk;
  return (
    <li data-talk={state}>
      <div className="top-line">
        <h3 lang="zh-CN">{nameOf(subject)}</h3>
        <span>{admonition === true || ordered ? said.admonition : said.reminder}</span>
        <StateTag text={said.states[state] ?? ''} />
      </div>
      <p>
        {text.rule}
        {marks.colon}
        <span lang="zh-CN">{rule}</span>
      </p>
      {ordered && (
        <p>
          <Mixed text={fill(said.ordered, { number: ordered.number })} />
        </p>
      )}
      {record && (
        <dl className="pairs">
          <dt>{said.record.talker}</dt>
          <dd lang="zh-CN">{nameOf(record.talker)}</dd>
          {(['recorder', 'time', 'place', 'cause', 'content'] as const).map((part) => (
            <Pair key={part} label={said.record[part]} text={record[part]} />
          ))}
        </dl>
      )}
      {signed && <p>{fill(said.signedOn, { day: sayDay(signed.day, words) })}</p>}
      {state !== 'dropped' && <FormLinks branch={branch} form="talk" of={id} />}
      {(state === 'held' || state === 'signed') && <Scans branch={branch} of="talk" about={id} />}
      {state === 'proposed' && secretary && <TalkRecordForm branch={branch} talk={talk} />}
      {state === 'held' && !recorder && <p className="soft">{said.waitsSign}</p>}
      {state === 'held' && recorder && (
        <>
          <After acting={acting} />
          <p className="acts">
            <button
              type="button"
              disabled={acting.busy}
              onClick={() =>
                void acting.run('talk.sign', { branch, id, onBehalf: true }, { revision, done: said.signed })
              }
            >
              {said.sign}
            </button>
          </p>
        </>
      )}
      {state === 'proposed' && committee && (
        <WithReason
          branch={branch}
          id={id}
          revision={revision}
          label={text.drop}
          acts={[{ action: 'talk.drop', text: text.drop, done: text.dropped }]}
        />
      )}
    </li>
  );
}

function Pair({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd lang="zh-CN">{text}</dd>
    </>
  );
}
