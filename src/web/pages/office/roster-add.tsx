import { useState } from 'react';
import { parsePoints } from '#domain/kernel/points.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { rosterWords } from '#words/web/office-roster.ts';
import { ActNotes } from './act-form.tsx';
import { useHere } from './here.ts';
import { StatusFields, statusInput, type TypedStatus } from './status-fields.tsx';

type Typed = TypedStatus & {
  readonly how: 'new' | 'transfer';
  readonly code: string;
  readonly name: string;
  readonly statement: string;
  readonly openings: Readonly<Record<string, string>>;
};

const EMPTY: Typed = {
  how: 'new',
  code: '',
  name: '',
  statement: '',
  openings: {},
  standing: 'full',
  from: '',
  to: '',
  category: '',
  group: '',
  role: '',
};

/** The points that are carried over, in 1/10000; undefined where something typed is no number. */
function openingsOf(typed: Typed['openings']) {
  const rows = Object.entries(typed)
    .filter(([, text]) => text.trim() !== '')
    .map(([component, text]) => ({ component, points: parsePoints(text.trim()) }));
  return rows.flatMap(({ component, points }) => (points === undefined ? [] : [{ component, points }])).length ===
    rows.length
    ? rows.map(({ component, points = 0 }) => ({ component, points }))
    : undefined;
}

/** Takes a member on the roster 登记党员: new, or with what a former branch closed (product §4). */
export function RosterAdd() {
  const { ui } = useWords();
  const { add: say, change: changed } = useText(rosterWords);
  const { branch } = useHere();
  const acting = useAct();
  const scheme = useRead('scheme.text', { branch });
  const [typed, change, forget] = useDraft<Typed>(`roster-add:${branch}`, EMPTY);
  const [tried, setTried] = useState(false);
  const components = (scheme.data?.document['components'] ?? []) as { readonly id: string; readonly label: string }[];
  const openings = openingsOf(typed.openings);
  const missing = (text: string): string | undefined => (tried && text.trim() === '' ? ui.required : undefined);
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const { how, code, name, statement } = typed;
        const needed = [code, name, typed.from, ...(how === 'transfer' ? [statement] : [])];
        const whole = needed.every((one) => one.trim() !== '') && openings !== undefined;
        setTried(!whole);
        if (!whole) return;
        const common = { branch, code: code.trim(), name: name.trim(), ...statusInput(typed) };
        const done = { done: fill(say.done, { name: name.trim() }), atOnce: forget };
        if (how === 'new') await acting.run('roster.add', common, done);
        else await acting.run('transfer.open', { ...common, statement: statement.trim(), openings }, done);
      }}
    >
      <Choice
        label={say.how}
        value={typed.how}
        onChange={(how) => change({ how })}
        options={[
          { value: 'new', label: say.hows.new },
          { value: 'transfer', label: say.hows.transfer },
        ]}
      />
      <div className="two">
        <Field label={say.code} hint={say.codeHint} error={missing(typed.code)}>
          {(props) => (
            <input
              {...props}
              maxLength={64}
              autoComplete="off"
              value={typed.code}
              onChange={(event) => change({ code: event.target.value })}
            />
          )}
        </Field>
        <Field label={say.name} error={missing(typed.name)}>
          {(props) => (
            <input
              {...props}
              maxLength={60}
              autoComplete="off"
              value={typed.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
      </div>
      <StatusFields typed={typed} change={change} error={tried && typed.from === '' ? changed.needed : undefined} />
      {typed.how === 'transfer' && (
        <>
          <Field label={say.statement} hint={say.statementHint} error={missing(typed.statement)}>
            {(props) => (
              <input
                {...props}
                maxLength={200}
                value={typed.statement}
                onChange={(event) => change({ statement: event.target.value })}
              />
            )}
          </Field>
          <p className="soft">{say.openingsHint}</p>
          <div className="two">
            {components.map(({ id, label }) => {
              const text = typed.openings[id] ?? '';
              const wrong = text.trim() !== '' && parsePoints(text.trim()) === undefined;
              return (
                <Field key={id} label={`${say.openings} · ${label}`} error={wrong ? say.notPoints : undefined}>
                  {(props) => (
                    <input
                      {...props}
                      inputMode="decimal"
                      value={text}
                      onChange={(event) => change({ openings: { ...typed.openings, [id]: event.target.value } })}
                    />
                  )}
                </Field>
              );
            })}
          </div>
        </>
      )}
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {say.send}
        </button>
      </p>
      <ActNotes acting={acting} />
    </form>
  );
}
