import { useState } from 'react';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { useNames } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { sayDay } from '#words/my.ts';
import { aboveWords } from '#words/web/above.ts';
import { After } from './after.tsx';
import type { Filing, SealedRow } from './filing.ts';
import { LineList, useItemLabels } from './line-list.tsx';
import { type RawLine, RawLines } from './raw-lines.tsx';

type Given = { readonly branch: string; readonly filing: Filing; readonly members: readonly SealedRow[] };

/** What a superior does with a filing 审核备案: approve under a number, return naming lines, archive. */
export function FilingActs({ branch, filing, members }: Given) {
  const { filings: text } = useText(aboveWords);
  const { state, id, revision } = filing;
  const acting = useAct();
  if (state === 'drafted') return <p>{text.notSent}</p>;
  if (state === 'returned') return <p>{text.waits}</p>;
  if (state === 'archived') return <p>{text.done}</p>;
  if (state === 'approved')
    return (
      <section className="panel narrow">
        <p className="acts">
          <button
            type="button"
            className="main"
            disabled={acting.busy}
            onClick={() => void acting.run('filing.archive', { branch, id }, { revision, done: text.archived })}
          >
            {text.archive}
          </button>
        </p>
        <After acting={acting} />
      </section>
    );
  return (
    <div className="two">
      <Approve branch={branch} filing={filing} />
      <Return branch={branch} filing={filing} members={members} />
    </div>
  );
}

function Approve({ branch, filing: { id, revision } }: Pick<Given, 'branch' | 'filing'>) {
  const { filings: text } = useText(aboveWords);
  const { ui } = useWords();
  const acting = useAct();
  const [{ number }, change, forget] = useDraft(`filing-approve:${id}`, { number: '' });
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="panel"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setMissing(number.trim() === '');
        if (number.trim() === '') return;
        const done = await acting.run(
          'filing.approve',
          { branch, id, number: number.trim() },
          { revision, done: text.approved },
        );
        if (done) forget();
      }}
    >
      <h2>{text.approve}</h2>
      <Field label={text.numberLabel} hint={text.numberHint} error={missing ? ui.required : undefined}>
        {(props) => (
          <input
            {...props}
            value={number}
            maxLength={100}
            onChange={(event) => change({ number: event.target.value })}
          />
        )}
      </Field>
      <After acting={acting} />
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {text.approve}
        </button>
      </p>
    </form>
  );
}

type Picked = { readonly id: string; readonly item: string; readonly day: string; readonly name: string };

function Return({ branch, filing: { id, revision }, members }: Given) {
  const words = useWords();
  const { filings: text } = useText(aboveWords);
  const label = useItemLabels(branch);
  const acting = useAct();
  const [{ lines, reason }, change, forget] = useDraft<{ lines: readonly Picked[]; reason: string }>(
    `filing-return:${id}`,
    { lines: [], reason: '' },
  );
  const [member, setMember] = useState('');
  const nameOf = useNames(branch);
  const chosen = members.find((one) => one.member === member);
  const pick = (line: RawLine): void => {
    const rest = lines.filter((one) => one.id !== line.id);
    const added = {
      id: line.id,
      item: line.fact.item,
      day: line.fact.day,
      name: chosen ? nameOf(chosen.member, chosen.name) : '',
    };
    change({ lines: rest.length < lines.length ? rest : [...lines, added] });
  };
  const code = acting.problem?.code;
  return (
    <section className="panel">
      <h2>{text.returnTitle}</h2>
      <p className="soft">{text.returnLead}</p>
      <Field label={text.chooseMember}>
        {(props) => (
          <select {...props} value={member} onChange={(event) => setMember(event.target.value)}>
            <option value="">{words.ui.choose}</option>
            {members.map((one) => (
              <option key={one.member} value={one.member} lang="zh-CN">
                {nameOf(one.member, one.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {chosen && (
        <RawLines key={member} branch={branch} member={member} name={chosen.name}>
          {({ lines: found }) => (
            <div className="scroll">
              <LineList branch={branch} lines={found} picked={lines.map((one) => one.id)} onPick={pick} />
            </div>
          )}
        </RawLines>
      )}
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          const input = { branch, id, reason, lines: lines.map((one) => one.id) };
          if (await acting.run('filing.return', input, { revision, done: text.returned })) forget();
        }}
      >
        <h3>{text.picked}</h3>
        {lines.length === 0 && <p className="soft">{text.nonePicked}</p>}
        <ul>
          {lines.map((one) => (
            <li key={one.id}>
              <span lang="zh-CN">
                {one.name} · {label(one.item)}
              </span>{' '}
              · {sayDay(one.day, words)}{' '}
              <button
                type="button"
                className="bare"
                onClick={() => change({ lines: lines.filter(({ id: other }) => other !== one.id) })}
              >
                {text.drop}
              </button>
            </li>
          ))}
        </ul>
        {code === 'filing.no-lines' && <After acting={acting} />}
        <Field
          label={text.reason}
          hint={text.reasonHint}
          error={code === 'reason.missing' ? acting.problem?.message : undefined}
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
        {code !== 'filing.no-lines' && code !== 'reason.missing' && <After acting={acting} />}
        <p className="acts">
          <button type="submit" className="grave" disabled={acting.busy}>
            {text.send}
          </button>
        </p>
      </form>
    </section>
  );
}
