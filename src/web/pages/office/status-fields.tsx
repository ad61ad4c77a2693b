import type { Standing } from '#domain/ledger/member.ts';
import { STANDINGS } from '#domain/ledger/member.ts';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { rosterWords } from '#words/web/office-roster.ts';
import { useHere } from './here.ts';

/** What holds from a day on, as it is typed. */
export type TypedStatus = {
  readonly standing: Standing;
  readonly from: string;
  readonly to: string;
  readonly category: string;
  readonly group: string;
  readonly role: string;
};

/** As the API takes it: what was left empty is left out. */
export function statusInput({ standing, from, to, category, group, role }: TypedStatus) {
  return {
    standing,
    from,
    ...(to !== '' && { to }),
    ...(category !== '' && { category }),
    ...(group.trim() !== '' && { group: group.trim() }),
    ...(role.trim() !== '' && { role: role.trim() }),
  };
}

/** Standing, days, category, group and role 党籍状态、起止、类别、党小组、职务. */
export function StatusFields({
  typed,
  change,
  error,
}: {
  typed: TypedStatus;
  change: (part: Partial<TypedStatus>) => void;
  error?: string | undefined;
}) {
  const words = useWords();
  const { change: say, head } = useText(rosterWords);
  const { branch } = useHere();
  const scheme = useRead('scheme.text', { branch });
  const categories = (scheme.data?.document['categories'] ?? []) as { readonly id: string; readonly label?: string }[];
  return (
    <div className="two">
      <Field label={head.standing}>
        {(props) => (
          <select
            {...props}
            value={typed.standing}
            onChange={(event) => change({ standing: event.target.value as Standing })}
          >
            {STANDINGS.filter((one) => one !== 'transferred').map((one) => (
              <option key={one} value={one}>
                {words.standing[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={head.category}>
        {(props) => (
          <select {...props} value={typed.category} onChange={(event) => change({ category: event.target.value })}>
            <option value="">{words.ui.none}</option>
            {categories.map(({ id, label }) => (
              <option key={id} value={id} lang="zh-CN">
                {label ?? id}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say.from} error={error}>
        {(props) => (
          <input {...props} type="date" value={typed.from} onChange={(event) => change({ from: event.target.value })} />
        )}
      </Field>
      <Field label={say.to} hint={say.toHint}>
        {(props) => (
          <input {...props} type="date" value={typed.to} onChange={(event) => change({ to: event.target.value })} />
        )}
      </Field>
      <Field label={head.group}>
        {(props) => (
          <input
            {...props}
            maxLength={40}
            value={typed.group}
            onChange={(event) => change({ group: event.target.value })}
          />
        )}
      </Field>
      <Field label={head.role}>
        {(props) => (
          <input
            {...props}
            maxLength={40}
            value={typed.role}
            onChange={(event) => change({ role: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
