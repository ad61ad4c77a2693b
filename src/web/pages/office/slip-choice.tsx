import { useId, useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import type { ListedMember } from '#contract/member.ts';
import { useText, useWords } from '#web/lang.ts';
import { isFoundBy } from '#web/ui/person-field.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayInstant } from '#words/say-instant.ts';
import { slipsWords } from '#words/web/office-slips.ts';

type Account = AnswerOf<'account.list'>['rows'][number];

/** In which order the groups stand: first who needs a slip. */
const GROUPS = ['none', 'new', 'active', 'locked'] as const;

/** Chooses members for their slips 选择发单对象, those without an account first. */
export function SlipChoice({
  members,
  accounts,
  chosen,
  choose,
}: {
  members: readonly ListedMember[];
  accounts: readonly Account[];
  chosen: ReadonlySet<string>;
  choose: (next: ReadonlySet<string>) => void;
}) {
  const say = useText(slipsWords);
  const id = useId();
  const [typed, setTyped] = useState('');
  // The list of members is by strokes of the surname; so are the groups.
  const found = members.flatMap((member) => {
    const account = accounts.find((one) => one.member === member.id);
    return account && isFoundBy(member, typed) ? [{ account, member }] : [];
  });
  const without = accounts.filter(({ state }) => state === 'none');
  const toggle = (member: string): void => {
    const next = new Set(chosen);
    if (!next.delete(member)) next.add(member);
    choose(next);
  };
  if (accounts.length === 0) return <p className="soft">{say.empty}</p>;
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{say.find}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="hint" role="status">
          {fill(say.found, { n: found.length, chosen: chosen.size })}
        </p>
      </div>
      <p className="acts">
        {without.length > 0 && (
          <button type="button" onClick={() => choose(new Set([...chosen, ...without.map(({ member }) => member)]))}>
            {fill(say.without, { n: without.length })}
          </button>
        )}
        {chosen.size > 0 && (
          <button type="button" className="bare" onClick={() => choose(new Set())}>
            {say.clear}
          </button>
        )}
      </p>
      {GROUPS.map((state) => {
        const group = found.filter(({ account }) => account.state === state);
        if (group.length === 0) return null;
        return (
          <fieldset className="slip-people" key={state}>
            <legend>{say.groups[state]}</legend>
            {group.map(({ account, member }) => (
              <label className="tick" key={member.id}>
                <input type="checkbox" checked={chosen.has(member.id)} onChange={() => toggle(member.id)} />
                <span>
                  <span lang="zh-CN">
                    {member.name} <span className="soft">{member.code}</span>
                  </span>
                  <LastSlip account={account} />
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </>
  );
}

/** What became of the last slip; of who can sign in only a slip that still waits is worth a word. */
function LastSlip({ account: { state, slip } }: { account: Account }) {
  const words = useWords();
  const say = useText(slipsWords);
  if (!slip || (state === 'active' && slip.state !== 'open')) return null;
  const day = sayDay(sayInstant(slip.until).slice(0, 10), words);
  return <span className="more">{fill(say.slip[slip.state], { day })}</span>;
}
