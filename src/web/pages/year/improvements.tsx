import { useDraft } from '#web/draft.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { StateTag } from '#web/pages/above/state-tag.tsx';
import { useNames } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { usesWords } from '#words/web/year.ts';
import { WithReason } from './dropping.tsx';
import { useHolds } from './holds.ts';
import type { UsesParts } from './parts.ts';
import type { Used } from './used.ts';
import { UsesPanel } from './uses-panel.tsx';

type Plan = Used<'improvement'>;

/** Improvements 限期整改: a plan, a helper, a last day; judged by people. */
export function Improvements({ parts }: { parts: UsesParts }) {
  const { improvements: said, proposed } = useText(usesWords);
  const { branch, year } = parts;
  return (
    <UsesPanel
      parts={parts}
      noun="improvement"
      said={said}
      renderRow={(one, committee) => <Row key={one.id} branch={branch} plan={one} committee={committee} />}
      send={async (acting, given) =>
        await acting.run('improvement.propose', { branch, year, ...given }, { done: proposed })
      }
    />
  );
}

function Row({ branch, plan: one, committee }: { branch: string; plan: Plan; committee: boolean }) {
  const words = useWords();
  const text = useText(usesWords);
  const marks = useMarks();
  const said = text.improvements;
  const nameOf = useNames(branch);
  const secretary = useHolds(branch, 'secretary');
  const { id, revision, state, subject, rule, plan, helper, begins, last, reason } = one;
  return (
    <li data-improvement={state}>
      <div className="top-line">
        <h3 lang="zh-CN">{nameOf(subject)}</h3>
        <StateTag text={said.states[state] ?? ''} />
      </div>
      <p>
        {text.rule}
        {marks.colon}
        <span lang="zh-CN">{rule}</span>
      </p>
      {begins !== undefined && last !== undefined && (
        <p>{fill(said.runs, { from: sayDay(begins, words), to: sayDay(last, words), name: nameOf(helper) })}</p>
      )}
      {plan !== undefined && (
        <p className="said" lang="zh-CN">
          {plan}
        </p>
      )}
      {reason !== undefined && <p lang="zh-CN">{reason}</p>}
      {state !== 'dropped' && <FormLinks branch={branch} form="improvement" of={id} />}
      {state === 'proposed' && secretary && <Start branch={branch} plan={one} />}
      {state === 'proposed' && committee && (
        <WithReason
          branch={branch}
          id={id}
          revision={revision}
          label={text.drop}
          acts={[{ action: 'improvement.drop', text: text.drop, done: text.dropped }]}
        />
      )}
      {state === 'running' && secretary && <Extend branch={branch} plan={one} />}
      {state === 'running' && committee && (
        <WithReason
          branch={branch}
          id={id}
          revision={revision}
          label={said.judge}
          acts={[
            { action: 'improvement.meet', text: said.meet, done: said.met },
            { action: 'improvement.miss', text: said.miss, done: said.missed },
          ]}
        />
      )}
    </li>
  );
}

function Start({ branch, plan: { id, revision, subject } }: { branch: string; plan: Plan }) {
  const { improvements: said } = useText(usesWords);
  const acting = useAct();
  const [draft, change, forget] = useDraft(`start:${id}`, { plan: '', helper: '', last: '' });
  const code = acting.problem?.code;
  const at = (one: string): string | undefined => (code === one ? acting.problem?.message : undefined);
  const deadline = at('consequence.no-end') ?? at('improvement.too-long');
  return (
    <details>
      <summary>{said.start}</summary>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          if (await acting.run('improvement.start', { branch, id, ...draft }, { revision, done: said.started }))
            forget();
        }}
      >
        <Field label={said.plan} error={at('improvement.no-plan')}>
          {(props) => (
            <textarea
              {...props}
              value={draft.plan}
              maxLength={5000}
              onChange={(event) => change({ plan: event.target.value })}
            />
          )}
        </Field>
        <PersonField
          branch={branch}
          label={said.helper}
          value={draft.helper === '' ? undefined : draft.helper}
          onChange={(helper) => change({ helper })}
          except={[subject]}
          error={at('improvement.no-helper')}
        />
        <Field label={said.last} hint={said.lastHint} error={deadline}>
          {(props) => (
            <input
              {...props}
              type="date"
              value={draft.last}
              onChange={(event) => change({ last: event.target.value })}
            />
          )}
        </Field>
        <After
          acting={acting}
          except={['improvement.no-plan', 'improvement.no-helper', 'consequence.no-end', 'improvement.too-long']}
        />
        <p className="acts">
          <button type="submit" className="main" disabled={acting.busy}>
            {said.start}
          </button>
        </p>
      </form>
    </details>
  );
}

function Extend({ branch, plan: { id, revision, last = '' } }: { branch: string; plan: Plan }) {
  const { improvements: said, reason: word } = useText(usesWords);
  const acting = useAct();
  const [draft, change, forget] = useDraft(`extend:${id}`, { last, reason: '' });
  const code = acting.problem?.code ?? '';
  return (
    <details>
      <summary>{said.extend}</summary>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          if (await acting.run('improvement.extend', { branch, id, ...draft }, { revision, done: said.extended }))
            forget();
        }}
      >
        <Field
          label={said.last}
          hint={said.lastHint}
          error={['consequence.no-end', 'improvement.too-long'].includes(code) ? acting.problem?.message : undefined}
        >
          {(props) => (
            <input
              {...props}
              type="date"
              value={draft.last}
              onChange={(event) => change({ last: event.target.value })}
            />
          )}
        </Field>
        <Field label={word} error={code === 'reason.missing' ? acting.problem?.message : undefined}>
          {(props) => (
            <textarea
              {...props}
              value={draft.reason}
              maxLength={2000}
              onChange={(event) => change({ reason: event.target.value })}
            />
          )}
        </Field>
        <After acting={acting} except={['consequence.no-end', 'improvement.too-long', 'reason.missing']} />
        <p className="acts">
          <button type="submit" disabled={acting.busy}>
            {said.extend}
          </button>
        </p>
      </form>
    </details>
  );
}
