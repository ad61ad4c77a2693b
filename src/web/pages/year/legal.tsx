import { useText } from '#web/lang.ts';
import { useSession } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { usesWords } from '#words/web/year.ts';
import { usePassed } from './motions.tsx';
import type { UsesParts } from './parts.ts';
import { allOf, type Used } from './used.ts';

/** What a step needs, in words, and whether it is there. */
export type Need = readonly [string, boolean];

/** What every legal step of the ladder needs 法定步骤的条件: the member heard anew, the meeting's decision, the superior's number; on paper where the installation has no superior. */
export function useLegal({ branch, matters }: UsesParts, one: Used<'disposition'>, rung: string, typed: string) {
  const { ladder: text } = useText(usesWords);
  const { places } = useSession();
  const { id, subject, rungs, approvals } = one;
  const used = rungs.map(({ hearing }) => hearing);
  const hearing = allOf(matters, 'hearing').findLast((each) => each.subject === subject && !used.includes(each.id));
  const motions = usePassed(
    branch,
    id,
    rungs.map(({ motion }) => motion),
  );
  const approved = approvals.findLast((each) => each.rung === rung)?.number;
  const paper = places.find((place) => place.id === branch)?.superior === undefined;
  const needs: readonly Need[] = [
    [text.needs.hearing, hearing !== undefined && hearing.state !== 'told'],
    [text.needs.motion, motions.length > 0],
    [text.needs.approval, approved !== undefined || (paper && typed.trim() !== '')],
  ];
  return { needs, motions, approved, hearing, paper };
}

/** The conditions of a step with what of them is there 条件. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  const { ladder: text } = useText(usesWords);
  if (needs.length === 0) return null;
  return (
    <ul className="needs">
      {needs.map(([said, have]) => (
        <li key={said}>
          <span className={have ? 'have' : 'lack'}>{have ? text.have : text.lack}</span>
          <span>{said}</span>
        </li>
      ))}
    </ul>
  );
}

/** The superior's number as its paper says it 批准文号. */
export function ApprovalField({ value, onChange }: { value: string; onChange: (number: string) => void }) {
  const { ladder: text } = useText(usesWords);
  return (
    <Field label={text.needs.approval} hint={text.paperHint}>
      {(props) => <input {...props} value={value} maxLength={100} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
