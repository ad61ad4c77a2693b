import { useId, useState } from 'react';
import type { ListedMember } from '#contract/member.ts';
import { useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { fill } from '#words/fill.ts';

/** So many are shown before something is typed. */
const FEW = 8;

/** Whether a member is found by what was typed: name, roster number, or the sound of the name in full or by initials (拼音). */
export function isFoundBy({ name, code, keys }: Pick<ListedMember, 'name' | 'code' | 'keys'>, typed: string): boolean {
  const text = typed.trim().toLowerCase().replaceAll(' ', '');
  if (text === '') return true;
  return (
    name.includes(text) || code.toLowerCase().includes(text) || keys.split(' ').some((key) => key.startsWith(text))
  );
}

/** Chooses one member 选择党员 by name, number or sound; `except` are not offered. */
export function PersonField({
  branch,
  label,
  value,
  onChange,
  except = [],
  error,
}: {
  branch: string;
  label: string;
  value: string | undefined;
  onChange: (id: string) => void;
  except?: readonly string[];
  error?: string | undefined;
}) {
  const id = useId();
  const { ui } = useWords();
  const { data } = useRead('member.list', { branch });
  const [typed, setTyped] = useState('');
  const here = (data?.members ?? []).filter(
    (one) =>
      one.standing !== undefined && !['transferred', 'deceased'].includes(one.standing) && !except.includes(one.id),
  );
  const found = here.filter((one) => isFoundBy(one, typed));
  const shown = typed === '' ? found.filter((one, at) => at < FEW || one.id === value) : found.slice(0, 30);
  return (
    <fieldset className={error === undefined ? 'choice person' : 'choice person wrong'}>
      <legend>{label}</legend>
      <label className="find" htmlFor={id}>
        {ui.find}
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="hint" role="status">
        {found.length === 0
          ? typed.trim() === ''
            ? ui.nobody
            : fill(ui.noneFound, { text: typed })
          : fill(ui.found, { n: found.length, shown: shown.length })}
      </p>
      <div className="people-choice">
        {shown.map((one) => (
          <label key={one.id}>
            <input type="radio" name={`${id}-who`} checked={value === one.id} onChange={() => onChange(one.id)} />
            <span lang="zh-CN">
              {one.name} <span className="more">{one.code}</span>
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
