import { useText } from '#web/lang.ts';
import { PutMotion } from '#web/pages/meeting/put-motion.tsx';
import { useNames } from '#web/query.ts';
import { appraisalTitle, memberTitles } from '#words/web/meeting-record.ts';
import { usesWords } from '#words/web/year.ts';
import { usePassed } from './motions.tsx';
import type { Used } from './used.ts';

/** What the meeting votes on in an appraisal 测评表决: the grades as a whole, and whoever may be considered as 不合格 alone. */
export function Voting({
  branch,
  year,
  appraisal: { id, proposals },
}: {
  branch: string;
  year: string;
  appraisal: Used<'appraisal'>;
}) {
  const { appraisal: said } = useText(usesWords);
  const passed = usePassed(branch, id);
  const considered = proposals.filter(({ mayBeConsidered }) => mayBeConsidered);
  return (
    <>
      {passed.length > 0 ? (
        <p>{said.votePassed}</p>
      ) : (
        <PutMotion branch={branch} about={id} title={appraisalTitle(year)} />
      )}
      {considered.length > 0 && (
        <details>
          <summary>{said.alone}</summary>
          <p className="soft">{said.aloneLead}</p>
          <ul className="matters">
            {considered.map(({ member }) => (
              <Alone key={member} branch={branch} member={member} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Alone({ branch, member }: { branch: string; member: string }) {
  const { appraisal: said } = useText(usesWords);
  const name = useNames(branch)(member);
  const passed = usePassed(branch, member);
  return (
    <li data-alone={member}>
      <h3 lang="zh-CN">{name}</h3>
      {passed.length > 0 ? (
        <p>{said.votePassed}</p>
      ) : (
        <PutMotion branch={branch} about={member} title={memberTitles.unqualified(name)} />
      )}
    </li>
  );
}
