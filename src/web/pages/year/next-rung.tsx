import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useNames } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { memberTitles } from '#words/web/meeting-record.ts';
import { usesWords } from '#words/web/year.ts';
import { ApprovalField, type Need, Needs, useLegal } from './legal.tsx';
import { MotionField } from './motions.tsx';
import type { UsesParts } from './parts.ts';
import { Serving } from './serving.tsx';
import { allOf, type Used } from './used.ts';

/** The rungs that need the meeting's vote, the member heard anew, and the superior's approval. */
const LEGAL = ['improving', 'urged', 'removed'];
const ACTS = {
  reminded: 'disposition.remind',
  criticised: 'disposition.criticise',
  improving: 'disposition.improve',
  urged: 'disposition.urge',
  removed: 'disposition.remove',
} as const;

type Given = { parts: UsesParts; one: Used<'disposition'>; next: string; secretary: boolean };

/** The next rung 下一步: what it needs, what of it is there, and the act itself once somebody decides to do it. */
export function NextRung({ parts, one, next, secretary }: Given) {
  const { branch, matters } = parts;
  const { ladder: text, rule: ruleWord, ruleHint } = useText(usesWords);
  const { id, revision, subject, improvement } = one;
  const acting = useAct();
  const nameOf = useNames(branch);
  const [draft, change, forget] = useDraft(`rung:${id}:${next}`, { rule: '', motion: '', approval: '' });
  const legal = LEGAL.includes(next);
  const { needs: lawful, motions, approved, hearing, paper } = useLegal(parts, one, next, draft.approval);
  const plans = allOf(matters, 'improvement').filter((each) => each.subject === subject);
  const plan = plans.findLast(({ state }) => state === 'proposed' || state === 'running');
  const needs: readonly Need[] = [
    ...(next === 'improving' ? [[text.needs.plan, plan !== undefined] as [string, boolean]] : []),
    ...(next === 'urged'
      ? [
          [text.needs.improvement, plans.find((each) => each.id === improvement)?.state === 'missed'] as [
            string,
            boolean,
          ],
        ]
      : []),
    ...(legal ? lawful : []),
  ];
  const take = async (): Promise<void> => {
    const doing = { revision, done: text.taken };
    const { rule, motion } = draft;
    const about = { branch, id, rule, motion, approval: approved ?? draft.approval };
    const action = ACTS[next as keyof typeof ACTS];
    const done =
      action === 'disposition.remind' || action === 'disposition.criticise'
        ? await acting.run(action, { branch, id, rule }, doing)
        : action === 'disposition.improve'
          ? await acting.run(action, { ...about, improvement: plan?.id ?? '-' }, doing)
          : await acting.run(action, about, doing);
    if (done) forget();
  };
  const noRule = acting.problem?.code === 'consequence.no-rule' ? acting.problem.message : undefined;
  return (
    <>
      <p>
        <b>{fill(text.next, { step: text.states[next] ?? '' })}</b>
      </p>
      <Needs needs={needs} />
      {legal && hearing === undefined && <Serving branch={branch} member={subject} />}
      {secretary && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void take();
          }}
        >
          <Field label={ruleWord} hint={ruleHint} error={noRule}>
            {(props) => (
              <input
                {...props}
                value={draft.rule}
                maxLength={200}
                onChange={(event) => change({ rule: event.target.value })}
              />
            )}
          </Field>
          {legal && paper && <ApprovalField value={draft.approval} onChange={(approval) => change({ approval })} />}
          {legal && (
            <MotionField
              motions={motions}
              value={draft.motion}
              onChange={(motion) => change({ motion })}
              put={{
                branch,
                about: id,
                title: memberTitles.rung(nameOf(subject), usesWords('zh-CN').ladder.states[next] ?? ''),
              }}
            />
          )}
          <After acting={acting} except={['consequence.no-rule']} />
          <p className="acts">
            <button
              type="submit"
              className="grave"
              disabled={acting.busy || needs.some(([, have]) => !have) || (legal && draft.motion === '')}
            >
              {text.take[next]}
            </button>
          </p>
        </form>
      )}
    </>
  );
}
