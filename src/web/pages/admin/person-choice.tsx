import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useText } from '#web/lang.ts';
import { Choice, Field } from '#web/ui/field.tsx';
import { adminWords } from '#words/web/admin.ts';

/** Who belongs to an organisation, as administrators see it. */
export type People = AnswerOf<'person.list'>['rows'];

const FEW = 8;

/** One person of an organisation 选人员, found by name or number; an administrator sees nobody's points. */
export function PersonChoice({
  people,
  label,
  value,
  onChange,
  error,
}: {
  people: People;
  label: string;
  value: string;
  onChange: (person: string) => void;
  error?: string | undefined;
}) {
  const { rights: text } = useText(adminWords);
  const [typed, setTyped] = useState('');
  const found = people.filter(({ name, code = '' }) => name.includes(typed) || code.includes(typed));
  const shown = typed === '' ? found.filter(({ person }, at) => at < FEW || person === value) : found.slice(0, 30);
  return (
    <>
      <Field label={text.find}>
        {(props) => (
          <input {...props} type="search" value={typed} onChange={(event) => setTyped(event.target.value.trim())} />
        )}
      </Field>
      <Choice
        label={label}
        value={value === '' ? undefined : value}
        options={shown.map(({ person, name, code: number }) => ({
          value: person,
          label: <span lang="zh-CN">{name}</span>,
          ...(number !== undefined && { more: number }),
        }))}
        onChange={onChange}
        error={error}
      />
    </>
  );
}
