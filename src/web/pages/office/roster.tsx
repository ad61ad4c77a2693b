import './office.css';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { type Status, statusOn } from '#domain/ledger/member.ts';
import { hasVote } from '#domain/process/roll.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { isFoundBy } from '#web/ui/person-field.tsx';
import { Title } from '#web/ui/title.tsx';
import { Wide } from '#web/ui/wide.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { rosterWords } from '#words/web/office-roster.ts';
import { useHere } from './here.ts';
import { RosterAbsences } from './roster-absences.tsx';
import { RosterAdd } from './roster-add.tsx';
import { RosterRelatives } from './roster-relatives.tsx';

/** Who has left does not count as being on the roster. */
const GONE = ['transferred', 'deceased'];

/** The roster 党员名册 by strokes of the surname, as it was on any day (§五(二), product §3.13). */
export function Page() {
  const say = useText(rosterWords);
  const { branch, holds } = useHere();
  return (
    <>
      <div className="head">
        <Title text={say.title} />
        <p className="lead">{say.lead}</p>
        <p className="soft">{say.trace}</p>
      </div>
      <div className="stack">
        <People />
        {holds('secretary', 'recorder', 'committee') && <ListLinks branch={branch} list="roster" />}
        {holds('secretary', 'recorder') && (
          <section className="card">
            <h2>{say.add.title}</h2>
            <RosterAdd />
          </section>
        )}
        {holds('secretary', 'recorder') && (
          <div className="cols-2">
            <RosterRelatives branch={branch} />
            <RosterAbsences branch={branch} />
          </div>
        )}
      </div>
    </>
  );
}

function People() {
  const words = useWords();
  const say = useText(rosterWords);
  const { branch, today } = useHere();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setDay] = useState(today);
  const day = chosen === '' ? today : chosen;
  const listed = useRead('member.list', { branch });
  const roster = useRead('roster.show', { branch });
  return (
    <section className="card">
      <div className="two">
        <div className="field">
          <label htmlFor={`${id}-find`}>{say.find}</label>
          <input
            id={`${id}-find`}
            type="search"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-day`}>{say.on}</label>
          <input id={`${id}-day`} type="date" value={chosen} onChange={(event) => setDay(event.target.value)} />
        </div>
      </div>
      <Asked query={roster}>
        {({ members }) => {
          const history = new Map(members.map((one) => [one.id, one]));
          const there = (listed.data?.members ?? []).flatMap((member) => {
            const kept = history.get(member.id);
            const status = kept && statusOn({ ...member, history: kept.history as Status[] }, day);
            return status && !GONE.includes(status.standing) ? [{ member, status }] : [];
          });
          const found = there.filter(({ member }) => isFoundBy(member, typed));
          const votes = there.filter(({ status }) => hasVote(status.standing)).length;
          if (members.length === 0) return <p className="soft">{say.empty}</p>;
          return (
            <>
              <p role="status" className="soft">
                {fill(say.count, { day: sayDay(day, words), n: there.length, votes })}
                {typed !== '' && ` · ${fill(say.shown, { n: found.length })}`}
              </p>
              <Wide label={say.list}>
                <table className="table roster">
                  <thead>
                    <tr>
                      <th scope="col">{say.head.name}</th>
                      <th scope="col">{say.head.standing}</th>
                      <th scope="col">{say.head.category}</th>
                      <th scope="col">{say.head.group}</th>
                      <th scope="col">{say.head.role}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.map(({ member, status }) => (
                      <tr key={member.id}>
                        <th scope="row" lang="zh-CN">
                          <Link to={`/desk/${branch}/roster/${member.id}`}>{member.name}</Link>{' '}
                          <span className="soft">{member.code}</span>
                        </th>
                        <td>{words.standing[status.standing]}</td>
                        <td lang="zh-CN">{status.category}</td>
                        <td lang="zh-CN">{status.group}</td>
                        <td lang="zh-CN">{status.role}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Wide>
            </>
          );
        }}
      </Asked>
    </section>
  );
}
