import { type ReactNode, useState } from 'react';
import type { ActAnswer } from '#contract/endpoint.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { Field } from '#web/ui/field.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { type Acting, useAct } from '#web/use-act.ts';
import { usesWords } from '#words/web/year.ts';

/** What every consequence is proposed with: a member, the rule it rests on, words. */
export type Proposed = { readonly member: string; readonly rule: string; readonly words?: string };
const EMPTY = { member: '', rule: '', words: '' };

/** What one kind of consequence 运用种类 brings to its proposing: what it asks for besides, whether that is there, and how it is sent. */
export type ProposingPart = {
  readonly renderMore?: (tried: boolean, member: string) => ReactNode;
  readonly ready?: boolean;
  readonly send: (acting: Acting, given: Proposed) => Promise<ActAnswer | undefined>;
};

/** Proposes a consequence 提出: its member, its rule and words; `renderMore` is what this one asks for besides. */
export function Proposing({
  branch,
  name,
  title,
  renderMore,
  ready = true,
  send,
}: { branch: string; name: string; title: string } & ProposingPart) {
  const text = useText(usesWords);
  const { ui } = useWords();
  const acting = useAct();
  const [draft, change, forget] = useDraft(`propose:${branch}:${name}`, EMPTY);
  const [tried, setTried] = useState(false);
  const { member, rule, words } = draft;
  const refused = acting.problem?.code === 'consequence.no-rule' ? acting.problem.message : undefined;
  return (
    <details className="year-acts">
      <summary>{title}</summary>
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          setTried(true);
          if (member === '' || !ready) return;
          const run: Acting['run'] = async (action, input, doing) => {
            const atOnce = (answer: ActAnswer): void => {
              doing?.atOnce?.(answer);
              forget();
              setTried(false);
            };
            return await acting.run(action, input, { ...doing, atOnce });
          };
          await send({ ...acting, run }, { member, rule, ...(words.trim() !== '' && { words }) });
        }}
      >
        <PersonField
          branch={branch}
          label={text.member}
          value={member === '' ? undefined : member}
          onChange={(id) => change({ member: id })}
          error={tried && member === '' ? ui.choose : undefined}
        />
        <Field label={text.rule} hint={text.ruleHint} error={refused}>
          {(props) => (
            <input {...props} value={rule} maxLength={200} onChange={(event) => change({ rule: event.target.value })} />
          )}
        </Field>
        <Field label={text.words}>
          {(props) => (
            <textarea
              {...props}
              value={words}
              maxLength={2000}
              onChange={(event) => change({ words: event.target.value })}
            />
          )}
        </Field>
        {renderMore?.(tried, member)}
        <After acting={acting} except={['consequence.no-rule']} />
        <p className="acts">
          <button type="submit" className="main" disabled={acting.busy}>
            {text.propose}
          </button>
        </p>
      </form>
    </details>
  );
}
