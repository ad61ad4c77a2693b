import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { type BranchSettings, TERM_NAMES, TERMS, type TermName } from '#domain/process/terms.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { settingsWords } from '#words/web/office-settings.ts';
import type { SettingsWords } from '#words/web/office-settings.zh-CN.ts';
import { ActNotes } from './act-form.tsx';
import { useHere } from './here.ts';

type Typed = Readonly<Record<TermName | 'quorum' | 'majority', string>>;
type Share = keyof SettingsWords['vote']['shares'];

/** Where one of two bounds is so far away that it is none. */
const NO_BOUND = 365;

function typedOf(set: BranchSettings): Typed {
  const share = (name: 'quorum' | 'majority'): string => {
    const { num, den } = set[name] ?? {};
    return num === undefined ? '' : `${num}/${den}`;
  };
  const terms = Object.fromEntries(TERM_NAMES.map((name) => [name, String(set[name] ?? '')]));
  return { ...terms, quorum: share('quorum'), majority: share('majority') } as Typed;
}

function settingsOf(typed: Typed): BranchSettings {
  const share = (text: string) => {
    const [num = 0, den = 0] = text.split('/').map(Number);
    return { num, den };
  };
  return {
    ...Object.fromEntries(TERM_NAMES.flatMap((name) => (typed[name] === '' ? [] : [[name, Number(typed[name])]]))),
    ...(typed.quorum !== '' && { quorum: share(typed.quorum) }),
    ...(typed.majority !== '' && { majority: share(typed.majority) }),
  };
}

/** The field that a refusal of the bounds is about: the first that lies outside, as the rule looks for it. */
function wrongField(code: string | undefined, typed: Typed): TermName | 'vote' | undefined {
  if (code === 'setting.looser-vote') return 'vote';
  if (code !== 'setting.below-least' && code !== 'setting.above-most') return undefined;
  return TERM_NAMES.find((name) => {
    if (typed[name] === '') return false;
    return code === 'setting.below-least'
      ? Number(typed[name]) < TERMS[name].least
      : Number(typed[name]) > TERMS[name].most;
  });
}

/** The terms 期限 of the branch: what each means, its bounds, what holds now; a refusal stands beside its field. */
export function TermsForm({
  matter,
  scheme,
}: {
  matter: AnswerOf<'setting.show'>['matters'][number] | undefined;
  scheme: AnswerOf<'scheme.text'>['document'];
}) {
  const { ui } = useWords();
  const say = useText(settingsWords);
  const { branch, holds } = useHere();
  const acting = useAct();
  const set = (matter?.content['settings'] ?? {}) as BranchSettings;
  const [typed, change, forget] = useDraft<Typed>(`settings:${branch}:${matter?.revision ?? 0}`, typedOf(set));
  const [notNumber, setNotNumber] = useState<TermName>();
  const wrong = wrongField(acting.problem?.code, typed);
  const inScheme = (scheme['terms'] ?? {}) as Partial<Record<TermName, number>>;
  const may = holds('secretary');
  const unitOf = (unit: string): string => (unit === 'months' ? say.terms.months : say.terms.days);
  const boundsOf = (name: TermName): string => {
    const { least, most, unit: counted } = TERMS[name];
    const unit = unitOf(counted);
    if (most >= NO_BOUND) return fill(say.terms.least, { least, unit });
    return fill(least <= 1 ? say.terms.most : say.terms.bounds, { least, most, unit });
  };
  const nowOf = (name: TermName): string => {
    const { otherwise, unit } = TERMS[name];
    const from = set[name] !== undefined ? 'branch' : inScheme[name] !== undefined ? 'scheme' : 'default';
    return fill(say.terms.now, {
      n: set[name] ?? inScheme[name] ?? otherwise,
      unit: unitOf(unit),
      from: say.terms.from[from],
    });
  };
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const bad = TERM_NAMES.find((name) => !/^\d{0,4}$/.test(typed[name].trim()));
        setNotNumber(bad);
        if (bad !== undefined) return;
        const done = await acting.run(
          'setting.change',
          { branch, settings: settingsOf(typed) },
          { revision: matter?.revision, done: say.terms.done },
        );
        if (done) forget();
      }}
    >
      <p className="soft">{say.terms.empty}</p>
      {TERM_NAMES.map((name) => (
        <Field
          key={name}
          label={say.names[name]}
          hint={`${say.meanings[name]}${nowOf(name)}${boundsOf(name)}`}
          error={notNumber === name ? say.terms.notNumber : wrong === name ? acting.problem?.message : undefined}
        >
          {(props) => (
            <input
              {...props}
              inputMode="numeric"
              className="short"
              disabled={!may}
              value={typed[name]}
              onChange={(event) => change({ [name]: event.target.value.trim() })}
            />
          )}
        </Field>
      ))}
      <h2>{say.vote.title}</h2>
      <p className="soft">{say.vote.more}</p>
      <div className="two">
        {(['quorum', 'majority'] as const).map((name) => (
          <Field key={name} label={say.vote[name]}>
            {(props) => (
              <select
                {...props}
                disabled={!may}
                value={typed[name]}
                onChange={(event) => change({ [name]: event.target.value })}
              >
                <option value="">{say.vote.otherwise}</option>
                {(Object.keys(say.vote.shares) as Share[]).map((share) => (
                  <option key={share} value={share}>
                    {say.vote.shares[share]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      {may && (
        <p className="acts">
          <button type="submit" className="main" disabled={acting.busy}>
            {ui.save}
          </button>
        </p>
      )}
      <ActNotes
        acting={{ waits: acting.waits, problem: wrong === undefined || wrong === 'vote' ? acting.problem : undefined }}
      />
    </form>
  );
}
