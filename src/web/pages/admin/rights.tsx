import { Mixed } from '#web/ui/mixed.tsx';
import '#web/pages/above/above.css';
import './admin.css';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { adminWords } from '#words/web/admin.ts';
import { usePlace } from './administrator.ts';
import { Granting } from './granting.tsx';
import { HandingOver } from './handing-over.tsx';
import { OwnDesk } from './own-desk.tsx';
import type { People } from './person-choice.tsx';
import { PlaceChoice } from './place-choice.tsx';

type Right = AnswerOf<'right.show'>['rows'][number];
const FOREVER = '9999-12-31';
/** The offices that one person hands over to another. */
const HANDED: ReadonlySet<string> = new Set([
  'secretary',
  'committee',
  'discipline',
  'recorder',
  'superior',
  'system',
  'security',
  'audit',
]);

/** Who holds which role 授权, for the security administrator: given and ended with days. */
export function Page() {
  return (
    <OwnDesk held="security">
      <Desk />
    </OwnDesk>
  );
}

function Desk() {
  const { rights: text } = useText(adminWords);
  const [branch, setBranch] = usePlace('security');
  const { today } = useSession();
  const query = useRead('right.show', { branch, limit: 500 });
  const people = useRead('person.list', { branch });
  const whoIs: WhoIs = (id) => people.data?.rows.find(({ person }) => person === id);
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <PlaceChoice held="security" value={branch} onChange={setBranch} />
      <p className="sees">{text.exclusions}</p>
      <Asked query={query}>
        {({ rows }) => {
          const current = rows.filter(({ to }) => to >= today);
          const past = rows.filter(({ to }) => to < today);
          return (
            <>
              <h2>{text.current}</h2>
              {current.length === 0 && <p>{text.none}</p>}
              <Rights branch={branch} rows={current} people={people.data?.rows ?? []} whoIs={whoIs} />
              {past.length > 0 && (
                <details>
                  <summary>
                    {text.past} {past.length}
                  </summary>
                  <Rights branch={branch} rows={past} people={[]} whoIs={whoIs} />
                </details>
              )}
            </>
          );
        }}
      </Asked>
      <ListLinks branch={branch} list="rights" />
      <Granting key={branch} branch={branch} people={people.data?.rows ?? []} />
    </>
  );
}

type WhoIs = (id: string) => People[number] | undefined;
type Listed = { branch: string; rows: readonly Right[]; people: People; whoIs: WhoIs };

function Rights({ branch, rows, people, whoIs }: Listed) {
  const words = useWords();
  const { rights: text } = useText(adminWords);
  const { today } = useSession();
  const [ending, setEnding] = useState<Right>();
  const [handing, setHanding] = useState<Right>();
  const nameOf = (id: string): string => whoIs(id)?.name ?? text.unnamed;
  return (
    <>
      <ul className="matters rows people-rows">
        {rows.map((one) => (
          <li key={one.id} data-right={one.id}>
            <div className="top-line">
              <b lang="zh-CN">{nameOf(one.person)}</b>
              <span>{text.roles[one.role] ?? ''}</span>
              <span className="soft">
                {fill(text.span, {
                  from: sayDay(one.from, words),
                  to: one.to === FOREVER ? text.forever : sayDay(one.to, words),
                })}
              </span>
            </div>
            {one.to >= today && <WithoutAccount who={whoIs(one.person)} />}
            {one.exclusive && one.to >= today && <p className="late">{text.clash}</p>}
            {one.to >= today && (
              <p className="acts">
                {one.to === FOREVER && HANDED.has(one.role) && (
                  <button type="button" onClick={() => setHanding(one)}>
                    {text.hand}
                    <span className="unseen">
                      <Mixed text={` ${nameOf(one.person)} ${text.roles[one.role] ?? ''}`} />
                    </span>
                  </button>
                )}
                <button type="button" className="bare" onClick={() => setEnding(one)}>
                  {text.end}
                  <span className="unseen">
                    <Mixed text={` ${nameOf(one.person)} ${text.roles[one.role] ?? ''}`} />
                  </span>
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {handing && (
        <HandingOver
          branch={branch}
          right={handing}
          name={nameOf(handing.person)}
          people={people}
          onClose={() => setHanding(undefined)}
        />
      )}
      {ending && (
        <Ending branch={branch} right={ending} name={nameOf(ending.person)} onClose={() => setEnding(undefined)} />
      )}
    </>
  );
}

/** Whoever holds an office and cannot sign in yet, and what helps 没有账号. */
function WithoutAccount({ who }: { who: People[number] | undefined }) {
  const { rights: text } = useText(adminWords);
  if (who && who.state !== 'none') return null;
  return <p className="soft">{who ? text.noAccount : text.nobody}</p>;
}

type Ends = { branch: string; right: Right; name: string; onClose: () => void };

function Ending({ branch, right: { id, revision, role }, name, onClose }: Ends) {
  const { rights: text } = useText(adminWords);
  const { today } = useSession();
  const acting = useAct();
  const [last, setLast] = useState(today);
  return (
    <Dialog title={fill(text.endTitle, { name, role: text.roles[role] ?? '' })} onClose={onClose}>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          if (await acting.run('right.end', { branch, id, last }, { revision, done: text.ended })) onClose();
        }}
      >
        <Field label={text.last}>
          {(props) => <input {...props} type="date" value={last} onChange={(event) => setLast(event.target.value)} />}
        </Field>
        <After acting={acting} />
        <p className="acts">
          <button type="submit" className="main" disabled={acting.busy}>
            {text.end}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
