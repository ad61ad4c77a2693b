import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useNames } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { memberTitles } from '#words/web/meeting-record.ts';
import { usesWords } from '#words/web/year.ts';
import { ApprovalField, Needs, useLegal } from './legal.tsx';
import { MotionField } from './motions.tsx';
import type { UsesParts } from './parts.ts';
import type { Used } from './used.ts';

/** Whoever has long stayed away 按自行脱党处理: without organisation life, dues and work, by the meeting and the superior like every legal step. */
export function Leaving({ parts, one }: { parts: UsesParts; one: Used<'disposition'> }) {
  const { branch } = parts;
  const { id, revision, subject } = one;
  const { ladder: text, rule: ruleWord, ruleHint } = useText(usesWords);
  const { ui } = useWords();
  const nameOf = useNames(branch);
  const acting = useAct();
  const [draft, change, forget] = useDraft(`rung:${id}:left`, { rule: '', motion: '', approval: '', away: '' });
  const { needs, motions, approved, paper } = useLegal(parts, one, 'left', draft.approval);
  const { rule, motion, away } = draft;
  const notAway = acting.problem?.code === 'disposition.not-away' ? acting.problem.message : undefined;
  return (
    <details>
      <summary>{text.states['left']}</summary>
      <Needs needs={needs} />
      <form
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          const input = { branch, id, rule, motion, away, approval: approved ?? draft.approval };
          if (await acting.run('disposition.leave', input, { revision, done: text.taken })) forget();
        }}
      >
        <Field label={text.awaySince} hint={text.away} error={notAway}>
          {(props) => (
            <input {...props} type="date" value={away} onChange={(event) => change({ away: event.target.value })} />
          )}
        </Field>
        <Field label={ruleWord} hint={ruleHint}>
          {(props) => (
            <input {...props} value={rule} maxLength={200} onChange={(event) => change({ rule: event.target.value })} />
          )}
        </Field>
        {paper && <ApprovalField value={draft.approval} onChange={(approval) => change({ approval })} />}
        <MotionField
          motions={motions}
          value={motion}
          onChange={(chosen) => change({ motion: chosen })}
          error={motions.length > 0 && motion === '' && acting.problem ? ui.choose : undefined}
          put={{
            branch,
            about: id,
            title: memberTitles.rung(nameOf(subject), usesWords('zh-CN').ladder.states['left'] ?? ''),
          }}
        />
        <After acting={acting} except={['disposition.not-away']} />
        <p className="acts">
          <button
            type="submit"
            className="grave"
            disabled={acting.busy || away === '' || motion === '' || needs.some(([, have]) => !have)}
          >
            {text.take['left']}
          </button>
        </p>
      </form>
    </details>
  );
}
