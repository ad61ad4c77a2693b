import { useState } from 'react';
import type { InputOf } from '#contract/api.ts';
import { placesOf } from '#domain/process/appraisal.ts';
import { APPRAISAL_GRADES } from '#domain/process/appraisal-grade.ts';
import { useDraft } from '#web/draft.ts';
import { useText } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useNames, useRead } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { usesWords } from '#words/web/year.ts';
import { MotionField, usePassed } from './motions.tsx';
import type { Used } from './used.ts';

type Grade = InputOf<'appraisal.decide'>['grades'][number]['grade'];
type Given = { readonly grade: string; readonly reason: string };

/** The grades as the meeting decided them 评定等次: each with its reason, places of 优秀 at most a third, what is missing beside its member. */
export function Deciding({ branch, appraisal }: { branch: string; appraisal: Used<'appraisal'> }) {
  const text = useText(usesWords);
  const said = text.appraisal;
  const { id, revision, proposals } = appraisal;
  const nameOf = useNames(branch);
  const acting = useAct();
  const { data } = useRead('member.list', { branch });
  const motions = usePassed(branch, id);
  const [draft, change, forget] = useDraft<{ motion: string; given: Readonly<Record<string, Given>> }>(`decide:${id}`, {
    motion: '',
    given: {},
  });
  const [tried, setTried] = useState(false);
  const gone = ['probationary', 'transferred', 'deceased'];
  const graded = proposals.filter(({ member }) => {
    const standing = data?.members.find((one) => one.id === member)?.standing;
    return standing !== undefined && !gone.includes(standing);
  });
  const most = placesOf(graded.length);
  const givenOf = (member: string): Given =>
    draft.given[member] ?? { grade: graded.find((one) => one.member === member)?.grade ?? '', reason: '' };
  const give = (member: string, part: Partial<Given>): void =>
    change({ given: { ...draft.given, [member]: { ...givenOf(member), ...part } } });
  const chosen = graded.map(({ member }) => ({ member, ...givenOf(member) })).filter(({ grade }) => grade !== '');
  const excellent = chosen.filter(({ grade }) => grade === 'excellent').length;
  const send = async (): Promise<void> => {
    setTried(true);
    if (chosen.some(({ reason }) => reason.trim() === '') || draft.motion === '') return;
    const grades = chosen.map(({ member, grade, reason }) => ({ member, grade: grade as Grade, reason }));
    const input = { branch, id, motion: draft.motion, grades };
    if (await acting.run('appraisal.decide', input, { revision, done: said.decided })) forget();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{said.decide}</h3>
      <p className="soft">{fill(said.decideLead, { most, n: graded.length })}</p>
      <MotionField motions={motions} value={draft.motion} onChange={(motion) => change({ motion })} />
      <p role="status" className={excellent > most ? 'late' : undefined}>
        {fill(said.excellentCount, { n: excellent, most })}
      </p>
      <ul className="grades">
        {graded.map(({ member, band, grade: proposed, mayBeConsidered }) => {
          const { grade, reason } = givenOf(member);
          const over = grade === 'excellent' && excellent > most;
          return (
            <li key={member} data-member={member}>
              <div className="top-line">
                <b lang="zh-CN">{nameOf(member)}</b>
                <span className="soft">
                  {mayBeConsidered
                    ? ` ${said.considered}`
                    : ` ${said.proposal}：${proposed === null ? text.appraisal.noGrade : said.grades[proposed]}`}
                  {band !== null && <span lang="zh-CN"> · {band}</span>}
                </span>
              </div>
              <div className="inline-form">
                <Field label={said.grade} error={over ? fill(said.tooMany, { n: excellent, most }) : undefined}>
                  {(props) => (
                    <select {...props} value={grade} onChange={(event) => give(member, { grade: event.target.value })}>
                      <option value="">{said.noGrade}</option>
                      {APPRAISAL_GRADES.map((one) => (
                        <option key={one} value={one}>
                          {said.grades[one]}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
                <Field
                  label={said.gradeReason}
                  error={tried && grade !== '' && reason.trim() === '' ? said.reasonNeeded : undefined}
                >
                  {(props) => (
                    <input
                      {...props}
                      value={reason}
                      maxLength={2000}
                      onChange={(event) => give(member, { reason: event.target.value })}
                    />
                  )}
                </Field>
              </div>
            </li>
          );
        })}
      </ul>
      <After acting={acting} />
      <p className="acts">
        <button type="submit" className="main" disabled={acting.busy}>
          {said.decide}
        </button>
      </p>
    </form>
  );
}
