import { APPRAISAL_GRADES } from '#domain/process/appraisal-grade.ts';
import { useMarks, useText } from '#web/lang.ts';
import { useNames } from '#web/query.ts';
import { Field } from '#web/ui/field.tsx';
import { memberTitles } from '#words/web/meeting-record.ts';
import { usesWords } from '#words/web/year.ts';
import { MotionField, usePassed } from './motions.tsx';
import type { Used } from './used.ts';

/** What the meeting decided about one member: the grade, its reason, and for 不合格 the decision about this member alone. */
export type Given = { readonly grade: string; readonly reason: string; readonly motion?: string };

/** One member's grade 等次 as it is entered; what is missing stands beside it. */
export function GradeRow({
  branch,
  proposal: { member, band, grade: proposed, mayBeConsidered },
  given: { grade, reason, motion = '' },
  give,
  tooMany,
  tried,
}: {
  branch: string;
  proposal: Used<'appraisal'>['proposals'][number];
  given: Given;
  give: (part: Partial<Given>) => void;
  /** Said beside the member where more are 优秀 than there are places. */
  tooMany: string | undefined;
  tried: boolean;
}) {
  const { appraisal: said } = useText(usesWords);
  const marks = useMarks();
  const name = useNames(branch)(member);
  const motions = usePassed(branch, member);
  const alone = grade === 'unqualified';
  const missing = tried && alone && motion === '' ? said.aloneNeeded : undefined;
  return (
    <li data-member={member}>
      <div className="top-line">
        <b lang="zh-CN">{name}</b>
        <span className="soft">
          {mayBeConsidered
            ? ` ${said.considered}`
            : ` ${said.proposal}${marks.colon}${proposed === null ? said.noGrade : said.grades[proposed]}`}
          {band !== null && <span lang="zh-CN"> · {band}</span>}
        </span>
      </div>
      <div className="inline-form">
        <Field label={said.grade} error={(grade === 'excellent' ? tooMany : undefined) ?? missing}>
          {(props) => (
            <select {...props} value={grade} onChange={(event) => give({ grade: event.target.value })}>
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
              onChange={(event) => give({ reason: event.target.value })}
            />
          )}
        </Field>
      </div>
      {alone && (
        <MotionField
          motions={motions}
          value={motion}
          onChange={(id) => give({ motion: id })}
          put={{ branch, about: member, title: memberTitles.unqualified(name) }}
        />
      )}
    </li>
  );
}
