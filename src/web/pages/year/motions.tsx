import { useText, useWords } from '#web/lang.ts';
import { PutMotion, type Putting } from '#web/pages/meeting/put-motion.tsx';
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

/** Chooses the decision on which an act rests 大会决议; where there is none, it is put to the meeting from here. */
export function MotionField({
  motions,
  value,
  onChange,
  error,
  put,
}: {
  motions: readonly Motion[];
  value: string;
  onChange: (id: string) => void;
  error?: string | undefined;
  put: Putting;
}) {
  const text = useText(usesWords);
  const { ui } = useWords();
  if (motions.length === 0)
    return (
      <>
        <p className="soft">{text.motionNone}</p>
        <PutMotion {...put} />
      </>
    );
  return (
    <Field label={text.motion} error={error}>
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
