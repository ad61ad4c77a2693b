import { useState } from 'react';
import type { AnswerOf, InputOf } from '#contract/api.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { claimOf, UNTYPED } from '#web/pages/my/typed-claim.ts';
import { useRead } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { linesWords } from '#words/web/my-lines.ts';
import { supervisionWords } from '#words/web/office-supervision.ts';
import { ActNotes } from './act-form.tsx';
import { useHere } from './here.ts';

type Fact = AnswerOf<'declaration.list'>['rows'][number]['fact'];
type Typed = {
  readonly result: InputOf<'objection.find'>['result'] | '';
  readonly how: 'removed' | 'corrected' | '';
  readonly item: string;
  readonly day: string;
  readonly number: string;
  readonly level: string;
  readonly reason: string;
};

/** The investigator finds 认定: what it comes to, why, and what is right instead. */
export function ObjectionFind({
  matter: { id, revision, parent },
  fact,
}: {
  matter: AnswerOf<'objection.show'>['matters'][number];
  fact: Fact | undefined;
}) {
  const { ui } = useWords();
  const { find: say, results } = useText(supervisionWords).objections;
  const { declare } = useText(linesWords);
  const { branch } = useHere();
  const acting = useAct();
  const all = useRead('item.list', { branch }).data?.items ?? [];
  // Opening points are put right in their points alone, and nothing else becomes one.
  const items = all.filter(({ id: one, opening }) =>
    fact && all.some((own) => own.opening && own.id === fact.item) ? one === fact.item : !opening,
  );
  const number = fact && (fact.quantity ?? fact.points ?? fact.score);
  const [typed, change, forget] = useDraft<Typed>(`objection-find:${id}`, {
    result: '',
    how: '',
    item: '',
    day: '',
    number: '',
    level: '',
    reason: '',
  });
  const [tried, setTried] = useState(false);
  // What was not changed stays as the line says it.
  const item = items.find((one) => one.id === (typed.item === '' ? fact?.item : typed.item));
  const claim = {
    ...UNTYPED,
    day: typed.day === '' ? (fact?.day ?? '') : typed.day,
    number: typed.number === '' && number !== undefined ? showPoints(number, 4) : typed.number,
    level: typed.level === '' ? (fact?.level ?? '') : typed.level,
  };
  // That there is evidence was seen to when the line was determined.
  const made = claimOf(claim, item && { ...item, evidence: 'optional' }, declare);
  const wrong = tried && typed.how === 'corrected' && 'wrong' in made ? made.wrong : {};
  const changes = typed.result === 'upheld' || typed.result === 'partly';
  const correction = typed.how === 'removed' ? ('removed' as const) : 'claim' in made ? made.claim : undefined;
  const asksNumber = item && ['quantity', 'points', 'score'].includes(item.asks);
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const { result, reason, how } = typed;
        const whole = result !== '' && reason.trim() !== '' && (!changes || (how !== '' && correction !== undefined));
        setTried(!whole);
        if (!whole) return;
        const input = { branch, id, result, reason: reason.trim(), ...(changes && correction && { correction }) };
        if (await acting.run('objection.find', input, { revision, done: say.done })) forget();
      }}
    >
      <p className="soft">{say.text}</p>
      <Choice
        label={say.result}
        value={typed.result === '' ? undefined : typed.result}
        onChange={(result) => change({ result })}
        options={(['upheld', 'partly', 'dismissed'] as const).map((value) => ({ value, label: results[value] }))}
        error={tried && typed.result === '' ? ui.choose : undefined}
      />
      {changes && (
        <Choice
          label={say.correction}
          value={typed.how === '' ? undefined : typed.how}
          onChange={(how) => change({ how })}
          options={[
            ...(parent === undefined ? [] : [{ value: 'removed' as const, label: say.removed }]),
            { value: 'corrected' as const, label: say.corrected },
          ]}
          error={tried && typed.how === '' ? ui.choose : undefined}
        />
      )}
      {changes && typed.how === 'corrected' && (
        <div className="two">
          <Field label={say.item} error={wrong.item}>
            {(props) => (
              <select
                {...props}
                lang="zh-CN"
                value={item?.id ?? ''}
                onChange={(event) => change({ item: event.target.value, level: '', number: '' })}
              >
                <option value="" />
                {items.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say.day} error={wrong.day}>
            {(props) => (
              <input
                {...props}
                type="date"
                value={claim.day}
                onChange={(event) => change({ day: event.target.value })}
              />
            )}
          </Field>
          {item?.asks === 'level' && (
            <Field label={say.level} error={wrong.level}>
              {(props) => (
                <select
                  {...props}
                  lang="zh-CN"
                  value={claim.level}
                  onChange={(event) => change({ level: event.target.value })}
                >
                  <option value="" />
                  {item.levels?.map(({ label }) => (
                    <option key={label} value={label}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {asksNumber === true && (
            <Field label={say.number} error={wrong.number}>
              {(props) => (
                <input
                  {...props}
                  inputMode="decimal"
                  value={claim.number}
                  onChange={(event) => change({ number: event.target.value })}
                />
              )}
            </Field>
          )}
        </div>
      )}
      <Field label={say.reason} error={tried && typed.reason.trim() === '' ? ui.required : undefined}>
        {(props) => (
          <textarea
            {...props}
            maxLength={2000}
            value={typed.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {say.send}
        </button>
      </p>
      <ActNotes acting={acting} />
    </form>
  );
}
