import '#web/pages/above/above.css';
import './admin.css';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { StateTag } from '#web/pages/above/state-tag.tsx';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { adminWords } from '#words/web/admin.ts';
import { usePlace } from './administrator.ts';
import { OwnDesk } from './own-desk.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { type Slip, SlipCard } from './slip.tsx';

type Person = AnswerOf<'person.list'>['rows'][number];

/** The accounts of an organisation 账号, for the system administrator: made, given a slip, locked; roles are another's. */
export function Page() {
  return (
    <OwnDesk held="system">
      <Desk />
    </OwnDesk>
  );
}

function Desk() {
  const { accounts: text } = useText(adminWords);
  const [branch, setBranch] = usePlace('system');
  const query = useRead('person.list', { branch });
  const [slip, setSlip] = useState<Slip>();
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <PlaceChoice held="system" value={branch} onChange={setBranch} />
      {slip && <SlipCard slip={slip} onClose={() => setSlip(undefined)} />}
      <Asked query={query}>{({ rows }) => <People key={branch} branch={branch} rows={rows} onSlip={setSlip} />}</Asked>
      <ListLinks branch={branch} list="persons" />
      <Outside branch={branch} onSlip={setSlip} />
    </>
  );
}

type Given = { branch: string; onSlip: (slip: Slip | undefined) => void };

function slipOf({ told }: ActAnswer): Slip | undefined {
  if (!told) return undefined;
  const { name = '', login = '', code = '', until = '' } = told;
  return { name, login, code, until };
}

function People({ branch, rows, onSlip }: Given & { rows: readonly Person[] }) {
  const { accounts: text } = useText(adminWords);
  const { ui } = useWords();
  const [typed, setTyped] = useState('');
  const sought = typed.trim().toLowerCase();
  const found = rows.filter(
    ({ name, code = '', login = '' }) =>
      name.includes(sought) || code.toLowerCase().includes(sought) || login.toLowerCase().includes(sought),
  );
  if (rows.length === 0) return <p>{text.none}</p>;
  return (
    <>
      <Field label={text.find}>
        {(props) => <input {...props} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />}
      </Field>
      <p className="soft" role="status">
        {found.length === 0
          ? fill(ui.noneFound, { text: typed })
          : fill(ui.found, { n: found.length, shown: found.length })}
      </p>
      <ul className="matters rows people-rows">
        {found.map((one) => (
          <PersonRow key={one.person} branch={branch} one={one} onSlip={onSlip} />
        ))}
      </ul>
    </>
  );
}

function PersonRow({ branch, one, onSlip }: Given & { one: Person }) {
  const { accounts: text } = useText(adminWords);
  const acting = useAct();
  const { person, name, code, here, state, login, revision } = one;
  const own = login !== undefined;
  const slip = async (): Promise<void> => {
    onSlip(undefined);
    const answer = own
      ? await acting.run('account.reset', { branch, id: login }, { revision, done: text.resetDone })
      : await acting.run('account.create', { branch, person }, { done: text.made });
    if (answer) onSlip(slipOf(answer));
  };
  const lock = state !== 'locked';
  const who = <span className="unseen" lang="zh-CN">{` ${name}`}</span>;
  return (
    <li data-person={person}>
      <div className="top-line">
        <b lang="zh-CN">{name}</b>
        {code !== undefined && <span className="soft">{code}</span>}
        {own && (
          <span className="soft">
            {text.login} {login}
          </span>
        )}
        <StateTag text={text.states[state] ?? ''} grave={state === 'locked'} />
      </div>
      {!here && <p className="soft">{text.elsewhere}</p>}
      <After acting={acting} />
      <p className="acts">
        {state === 'none' && here && (
          <button type="button" disabled={acting.busy} onClick={() => void slip()}>
            {text.make}
            {who}
          </button>
        )}
        {own && state !== 'locked' && (
          <button type="button" disabled={acting.busy} onClick={() => void slip()}>
            {text.reset}
            {who}
          </button>
        )}
        {own && (
          <button
            type="button"
            className="bare"
            disabled={acting.busy}
            onClick={() =>
              void acting.run(
                'account.lock',
                { branch, id: login, lock },
                { revision, done: fill(lock ? text.locked : text.unlocked, { name }) },
              )
            }
          >
            {lock ? text.lock : text.unlock}
            {who}
          </button>
        )}
      </p>
    </li>
  );
}

function Outside({ branch, onSlip }: Given) {
  const { accounts: text } = useText(adminWords);
  const { ui } = useWords();
  const acting = useAct();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <form
      className="panel narrow"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() === '') return;
        const answer = await acting.run('account.create', { branch, name: name.trim() }, { done: text.made });
        if (!answer) return;
        onSlip(slipOf(answer));
        setName('');
        setTried(false);
      }}
    >
      <h2>{text.added}</h2>
      <Field label={text.addedName} error={tried && name.trim() === '' ? ui.required : undefined}>
        {(props) => <input {...props} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <After acting={acting} />
      <p className="acts">
        <button type="submit" disabled={acting.busy}>
          {text.make}
        </button>
      </p>
    </form>
  );
}
