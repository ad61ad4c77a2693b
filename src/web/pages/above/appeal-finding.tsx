import { useState } from 'react';
import type { InputOf } from '#contract/api.ts';
import { parsePoints, showPoints } from '#domain/kernel/points.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { sayDay } from '#words/my.ts';
import { aboveAppealsWords } from '#words/web/above.ts';
import { After } from './after.tsx';
import { useItemLabels } from './line-list.tsx';
import type { RawLine } from './raw-lines.tsx';
import type { Appeal } from './seen.ts';

type Result = 'upheld' | 'partly' | 'dismissed';
type Correction = 'removed' | 'other';
type Claimed = RawLine['fact'];
const EMPTY = { result: '', reason: '', correction: '', line: '', level: '', quantity: '', points: '', ref: '' };

/** The finding on an appeal 申诉结论: upheld, partly or dismissed, with reasons; what is right of a line, once it was opened. */
export function AppealFinding({ appeal, lines }: { appeal: Appeal; lines?: readonly RawLine[] }) {
  const words = useWords();
  const { appeals: text } = useText(aboveAppealsWords);
  const label = useItemLabels(appeal.branch);
  const acting = useAct();
  const [draft, change, forget] = useDraft(`appeal-find:${appeal.id}`, EMPTY);
  const [tried, setTried] = useState(false);
  const { result, reason, correction } = draft;
  const chosen = lines?.find((one) => one.id === (draft.line === '' ? appeal.line : draft.line));
  const corrects = result === 'upheld' || result === 'partly';
  const send = async (): Promise<void> => {
    setTried(true);
    // Upheld in whole or in part without what is right could never be carried out.
    if (result === '' || (corrects && (correction === '' || !chosen))) return;
    const input: InputOf<'appeal.find'> = {
      branch: appeal.at,
      id: appeal.id,
      result: result as Result,
      reason,
      ...(corrects && chosen && { line: chosen.id }),
      ...(corrects && correction === 'removed' && { correction: 'removed' }),
      ...(corrects && correction === 'other' && chosen && { correction: corrected(chosen.fact, draft) }),
    };
    if (await acting.run('appeal.find', input, { revision: appeal.revision, done: text.found })) forget();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Choice
        label={text.result}
        value={result === '' ? undefined : (result as Result)}
        options={(['upheld', 'partly', 'dismissed'] as const).map((value) => ({ value, label: text.results[value] }))}
        onChange={(value) => change({ result: value })}
        error={tried && result === '' ? words.ui.choose : undefined}
      />
      <Field
        label={text.reason}
        hint={text.reasonHint}
        error={acting.problem?.code === 'reason.missing' ? acting.problem.message : undefined}
      >
        {(props) => (
          <textarea
            {...props}
            value={reason}
            maxLength={2000}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      {corrects && !lines && (
        <p className={tried ? 'problem' : 'soft'} {...(tried && { role: 'alert' })}>
          {text.lineFirst}
        </p>
      )}
      {corrects && lines && (
        <>
          {appeal.line === undefined && (
            <Field label={text.line} error={tried && !chosen ? words.ui.choose : undefined}>
              {(props) => (
                <select {...props} value={draft.line} onChange={(event) => change({ line: event.target.value })}>
                  <option value="">{words.ui.choose}</option>
                  {lines
                    .filter(({ state }) => state === 'determined')
                    .map((one) => (
                      <option key={one.id} value={one.id} lang="zh-CN">
                        {sayDay(one.fact.day, words)} {label(one.fact.item)}
                      </option>
                    ))}
                </select>
              )}
            </Field>
          )}
          <Choice
            label={text.correction}
            value={correction === '' ? undefined : (correction as Correction)}
            error={tried && correction === '' ? words.ui.choose : undefined}
            options={(['removed', 'other'] as const).map((value) => ({
              value,
              label: text.corrections[value],
            }))}
            onChange={(value) => change({ correction: value })}
          />
          {correction === 'other' && chosen && (
            <CorrectedFields branch={appeal.branch} fact={chosen.fact} draft={draft} change={change} />
          )}
        </>
      )}
      <After acting={acting} except={['reason.missing']} />
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {text.find}
        </button>
      </p>
    </form>
  );
}

type Fields = {
  branch: string;
  fact: Claimed;
  draft: typeof EMPTY;
  change: (part: Partial<typeof EMPTY>) => void;
};

function CorrectedFields({ branch, fact, draft, change }: Fields) {
  const { appeals: text } = useText(aboveAppealsWords);
  const { ui } = useWords();
  const { data } = useRead('item.list', { branch, day: fact.day });
  const item = data?.items.find((one) => one.id === fact.item);
  return (
    <div className="inline-form">
      {(fact.level !== undefined || item?.levels) && (
        <Field label={text.level}>
          {(props) => (
            <select {...props} value={draft.level} onChange={(event) => change({ level: event.target.value })}>
              <option value="">{ui.choose}</option>
              {(item?.levels ?? [{ label: fact.level ?? '' }]).map(({ label }) => (
                <option key={label} value={label} lang="zh-CN">
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {fact.quantity !== undefined && (
        <Field label={text.quantity} hint={showPoints(fact.quantity, 4)}>
          {(props) => (
            <input
              {...props}
              inputMode="decimal"
              value={draft.quantity}
              onChange={(event) => change({ quantity: event.target.value })}
            />
          )}
        </Field>
      )}
      {fact.points !== undefined && (
        <Field label={text.judged} hint={showPoints(fact.points, 4)}>
          {(props) => (
            <input
              {...props}
              inputMode="decimal"
              value={draft.points}
              onChange={(event) => change({ points: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={text.ref}>
        {(props) => (
          <input
            {...props}
            value={draft.ref}
            maxLength={500}
            onChange={(event) => change({ ref: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function corrected(fact: Claimed, draft: typeof EMPTY): Claimed {
  const quantity = parsePoints(draft.quantity.trim());
  const points = parsePoints(draft.points.trim());
  return {
    ...fact,
    ...(draft.level !== '' && { level: draft.level }),
    ...(quantity !== undefined && { quantity }),
    ...(points !== undefined && { points }),
    ...(draft.ref.trim() !== '' && { ref: draft.ref.trim() }),
  };
}
