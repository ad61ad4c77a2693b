import { useState } from 'react';
import type { InputOf } from '#contract/api.ts';
import { placesOf } from '#domain/process/appraisal.ts';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { useRead } from '#web/query.ts';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { appraisalTitle } from '#words/web/meeting-record.ts';
import { usesWords } from '#words/web/year.ts';
import { type Given, GradeRow } from './grade-row.tsx';
import { MotionField, usePassed } from './motions.tsx';
import type { Used } from './used.ts';

type Grade = InputOf<'appraisal.decide'>['grades'][number]['grade'];

/** The grades as the meeting decided them 评定等次: each with its reason, places of 优秀 at most a third, what is missing beside its member. */
export function Deciding({ branch, year, appraisal }: { branch: string; year: string; appraisal: Used<'appraisal'> }) {
  const text = useText(usesWords);
  const said = text.appraisal;
  const { ui } = useWords();
  const { id, revision, proposals } = appraisal;
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
    const lacking = chosen.some(
      ({ grade, reason, motion = '' }) => reason.trim() === '' || (grade === 'unqualified' && motion === ''),
    );
    if (lacking || draft.motion === '') return;
    const grades = chosen.map(({ member, grade, reason, motion = '' }) => ({
      member,
      grade: grade as Grade,
      reason,
      ...(grade === 'unqualified' && { motion }),
    }));
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
      <MotionField
        motions={motions}
        value={draft.motion}
        onChange={(motion) => change({ motion })}
        error={tried && draft.motion === '' ? ui.choose : undefined}
        put={{ branch, about: id, title: appraisalTitle(year) }}
      />
      <p role="status" className={excellent > most ? 'late' : undefined}>
        {fill(said.excellentCount, { n: excellent, most })}
      </p>
      <ul className="grades">
        {graded.map((proposal) => (
          <GradeRow
            key={proposal.member}
            branch={branch}
            proposal={proposal}
            given={givenOf(proposal.member)}
            give={(part) => give(proposal.member, part)}
            tooMany={excellent > most ? fill(said.tooMany, { n: excellent, most }) : undefined}
            tried={tried}
          />
        ))}
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
