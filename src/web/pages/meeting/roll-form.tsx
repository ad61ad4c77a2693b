import { type KeyboardEvent, useId, useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { isFoundBy } from '#web/ui/person-field.tsx';
import { fill } from '#words/fill.ts';
import { meetingWords } from '#words/web/meeting.ts';
import { LEAVES } from '#words/web/meeting-record.ts';
import type { Sitting } from './sitting.ts';
import type { Advance } from './use-advance.ts';

type Marks = { readonly marks: Readonly<Record<string, string>> };

/** Marked as there; anything else is why somebody is not. */
const HERE = '+';

/** The roll as it is called 签到: everybody at one press, then who is not there with the reason; what was marked stays until it was sent. */
export function RollForm({
  branch,
  sitting,
  advance,
  late,
}: {
  branch: string;
  sitting: Sitting;
  advance: Advance;
  late: boolean;
}) {
  const m = useText(meetingWords);
  const { meeting, roll } = sitting;
  // Asked for before anybody is looked for: whoever types a name and Enter at once is understood.
  const members = useRead('member.list', { branch }).data?.members ?? [];
  const [{ marks: marked }, change, forget] = useDraft<Marks>(`roll:${meeting.id}`, { marks: {} });
  const recorded = {
    ...Object.fromEntries(roll.present.map((member) => [member, HERE])),
    ...Object.fromEntries(roll.leave.map(({ member, reason = '' }) => [member, reason])),
  };
  const began = Object.keys(marked).length > 0 || Object.keys(recorded).length > 0;
  const marks: Readonly<Record<string, string>> = { ...recorded, ...marked };
  const lines = roll.lines.filter(({ reason }) => reason !== 'transferred' && reason !== 'deceased');
  const here = lines.filter(({ member }) => marks[member] === HERE);
  const away = lines.filter(({ member }) => marks[member] !== HERE);
  const mark = (part: Readonly<Record<string, string>>): void => change({ marks: { ...marked, ...part } });
  const turn = (member: string): void => mark({ [member]: marks[member] === HERE ? '' : HERE });
  const send = async (): Promise<void> => {
    const leave = away.flatMap(({ member }) => (marks[member] ? [{ member, reason: marks[member] }] : []));
    if (await advance.advance('attend', { present: here.map(({ member }) => member), leave })) forget();
  };
  const voters = here.filter(({ entitled }) => entitled).length;
  if (!began)
    return (
      <p className="acts">
        <button
          type="button"
          className="main big"
          onClick={() => mark(Object.fromEntries(lines.map(({ member }) => [member, HERE])))}
        >
          {m.roll.allHere}
        </button>
      </p>
    );
  return (
    <div className="roll">
      <FindPerson members={members} lines={lines} turn={turn} />
      <div className="roll-list">
        {lines.map(({ member, name, entitled }) => (
          <button
            type="button"
            key={member}
            aria-pressed={marks[member] === HERE}
            className={marks[member] === HERE ? 'here' : 'away'}
            onClick={() => turn(member)}
          >
            <span lang="zh-CN">{name}</span>
            <small>{marks[member] === HERE ? (entitled ? m.roll.here : m.roll.noVote) : m.roll.away}</small>
          </button>
        ))}
      </div>
      {away.length > 0 && (
        <ul className="reasons">
          {away.map(({ member, name }) => (
            <li key={member}>
              <label>
                <span lang="zh-CN">{name}</span>
                <select
                  aria-label={fill(m.roll.why, { name })}
                  value={marks[member] ?? ''}
                  onChange={(event) => mark({ [member]: event.target.value })}
                >
                  <option value="">{m.roll.noReason}</option>
                  {[...new Set([...LEAVES, marks[member] ?? ''])].filter(Boolean).map((why) => (
                    <option key={why} value={why} lang="zh-CN">
                      {why}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          ))}
        </ul>
      )}
      <p className="acts">
        <button
          type="button"
          className={late ? '' : 'main big'}
          disabled={advance.doing !== undefined}
          onClick={() => void send()}
        >
          {fill(late ? m.roll.update : m.roll.record, { n: voters })}
        </button>
      </p>
    </div>
  );
}

type Lines = Sitting['roll']['lines'];

/** Finds somebody by name or sound; Enter turns the first one found. */
function FindPerson({
  members,
  lines,
  turn,
}: {
  members: AnswerOf<'member.list'>['members'];
  lines: Lines;
  turn: (member: string) => void;
}) {
  const id = useId();
  const m = useText(meetingWords);
  const [typed, setTyped] = useState('');
  const found =
    typed.trim() === ''
      ? []
      : members.filter((one) => lines.some(({ member }) => member === one.id) && isFoundBy(one, typed)).slice(0, 5);
  const take = (member: string): void => {
    turn(member);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [first] = found;
    if (event.key !== 'Enter' || !first || event.nativeEvent.isComposing) return;
    event.preventDefault();
    take(first.id);
  };
  return (
    <div className="find-person">
      <label htmlFor={id}>{m.roll.find}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="found" role="status">
        {found.map((one) => (
          <button type="button" key={one.id} onClick={() => take(one.id)}>
            <span lang="zh-CN">{one.name}</span> <small>{one.code}</small>
          </button>
        ))}
      </p>
    </div>
  );
}
