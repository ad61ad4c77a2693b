import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useNames } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { memberTitles } from '#words/web/meeting-record.ts';
import { usesWords } from '#words/web/year.ts';
import { MotionField, usePassed } from './motions.tsx';
import type { UsesParts } from './parts.ts';
import { Serving } from './serving.tsx';
import { allOf } from './used.ts';

/** Lists a member below base 列为不合格党员: heard, and by the meeting's vote about this member alone. */
export function ListMember({
  parts: { branch, year, matters },
  below,
  secretary,
}: {
  parts: UsesParts;
  below: readonly string[];
  secretary: boolean;
}) {
  const { ladder: text, member: word, rule: ruleWord, ruleHint } = useText(usesWords);
  const { ui } = useWords();
  const nameOf = useNames(branch);
  const acting = useAct();
  const [draft, change, forget] = useDraft(`list:${branch}:${year}`, { member: '', rule: '', motion: '' });
  const used = allOf(matters, 'disposition').flatMap(({ rungs }) => rungs);
  const motions = usePassed(
    branch,
    draft.member,
    used.map(({ motion }) => motion),
  );
  const told = used.map(({ hearing }) => hearing);
  const hearing = allOf(matters, 'hearing').findLast((one) => one.subject === draft.member && !told.includes(one.id));
  return (
    <details className="year-acts">
      <summary>{text.list}</summary>
      <p className="soft">{text.listLead}</p>
      <Field label={word}>
        {(props) => (
          <select
            {...props}
            value={draft.member}
            onChange={(event) => change({ member: event.target.value, motion: '' })}
          >
            <option value="">{ui.choose}</option>
            {below.map((one) => (
              <option key={one} value={one} lang="zh-CN">
                {nameOf(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.member !== '' && (
        <>
          <ul className="needs">
            {(
              [
                [text.needs.hearing, hearing !== undefined && hearing.state !== 'told'],
                [text.needs.motion, motions.length > 0],
              ] as const
            ).map(([said, have]) => (
              <li key={said}>
                <span className={have ? 'have' : 'lack'}>{have ? text.have : text.lack}</span>
                <span>{said}</span>
              </li>
            ))}
          </ul>
          {hearing === undefined && <Serving branch={branch} member={draft.member} />}
          {secretary && (
            <form
              noValidate
              onSubmit={async (event) => {
                event.preventDefault();
                if (await acting.run('disposition.list', { branch, year, ...draft }, { done: text.listed })) forget();
              }}
            >
              <Field label={ruleWord} hint={ruleHint}>
                {(props) => (
                  <input
                    {...props}
                    value={draft.rule}
                    maxLength={200}
                    onChange={(event) => change({ rule: event.target.value })}
                  />
                )}
              </Field>
              <MotionField
                motions={motions}
                value={draft.motion}
                onChange={(motion) => change({ motion })}
                put={{ branch, about: draft.member, title: memberTitles.list(nameOf(draft.member)) }}
              />
              <After acting={acting} />
              <p className="acts">
                <button type="submit" className="grave" disabled={acting.busy || draft.motion === ''}>
                  {text.list}
                </button>
              </p>
            </form>
          )}
        </>
      )}
    </details>
  );
}
