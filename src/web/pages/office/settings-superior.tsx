import type { AnswerOf } from '#contract/api.ts';
import type { BranchSettings } from '#domain/process/terms.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { settingsWords } from '#words/web/office-settings.ts';
import { ActNotes } from './act-form.tsx';
import { useHere } from './here.ts';

type Matter = AnswerOf<'setting.show'>['matters'][number];

/** The superior 上级党组织 and its address, as printed on an appeal on paper (product §3.8). */
export function SuperiorForm({ matter }: { matter: Matter | undefined }) {
  const { superior: say } = useText(settingsWords);
  const { branch, holds } = useHere();
  const acting = useAct();
  const { settings = {}, appealTo } = (matter?.content ?? {}) as {
    readonly settings?: BranchSettings;
    readonly appealTo?: { readonly name: string; readonly address: string };
  };
  const [typed, change, forget] = useDraft(
    `superior:${branch}:${matter?.revision ?? 0}`,
    appealTo ?? { name: '', address: '' },
  );
  const may = holds('secretary');
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const to = { name: typed.name.trim(), address: typed.address.trim() };
        const input = { branch, settings, appealTo: to };
        if (await acting.run('setting.change', input, { revision: matter?.revision, done: say.done })) forget();
      }}
    >
      <p className="soft">{say.lead}</p>
      {(['name', 'address'] as const).map((part) => (
        <Field key={part} label={say[part]}>
          {(props) => (
            <input
              {...props}
              lang="zh-CN"
              maxLength={part === 'name' ? 100 : 200}
              disabled={!may}
              value={typed[part]}
              onChange={(event) => change({ [part]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {may && (
        <p className="acts">
          <button type="submit" className="main" disabled={acting.busy}>
            {say.send}
          </button>
        </p>
      )}
      <ActNotes acting={acting} />
    </form>
  );
}
