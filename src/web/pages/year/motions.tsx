import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { fill } from '#words/fill.ts';
import { usesWords } from '#words/web/year.ts';

type Motion = { readonly id: string; readonly title: string; readonly ayes: number };

/** The decisions of the general meeting about a matter 大会决议 that passed and that nothing rests on yet. */
export function usePassed(
  branch: string,
  about: string,
  used: readonly (string | undefined)[] = [],
): readonly Motion[] {
  const { data } = useRead('assembly.show', { branch });
  return (data?.matters ?? []).flatMap(({ noun, id, content }) => {
    const said = content as {
      readonly about?: string;
      readonly result?: string;
      readonly title?: string;
      readonly counts?: { readonly ayes?: number };
    };
    const fits = noun === 'motion' && said.about === about && said.result === 'passed' && !used.includes(id);
    return fits ? [{ id, title: said.title ?? '', ayes: said.counts?.ayes ?? 0 }] : [];
  });
}

/** Chooses the decision on which an act rests; says what to do where there is none. */
export function MotionField({
  motions,
  value,
  onChange,
}: {
  motions: readonly Motion[];
  value: string;
  onChange: (id: string) => void;
}) {
  const text = useText(usesWords);
  const { ui } = useWords();
  if (motions.length === 0) return <p className="soft">{text.motionNone}</p>;
  return (
    <Field label={text.motion}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{ui.choose}</option>
          {motions.map(({ id, title, ayes }) => (
            <option key={id} value={id}>
              {fill(text.motionRow, { title, ayes })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
