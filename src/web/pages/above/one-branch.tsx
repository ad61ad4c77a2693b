import './above.css';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#web/lang.ts';
import { useNames } from '#web/query.ts';
import { ListLinks } from '#web/ui/list-links.tsx';
import { PersonField } from '#web/ui/person-field.tsx';
import { Title } from '#web/ui/title.tsx';
import { aboveAppealsWords } from '#words/web/above.ts';
import { Lending } from './lending.tsx';
import { LineList } from './line-list.tsx';
import { RawLines } from './raw-lines.tsx';
import { useBranchName } from './superior.ts';
import { UsesAbove } from './uses-above.tsx';

/** One branch below: a member's lines behind the question for a reason, what waits for the superior's order or approval, and lending of a member. */
export function Page() {
  const { of: branch = '' } = useParams({ strict: false });
  const { tree: text } = useText(aboveAppealsWords);
  const name = useBranchName()(branch);
  return (
    <>
      <div className="head">
        <Title text={name} />
        <p>
          <Link to="/above/tree">{text.back}</Link>
        </p>
      </div>
      <Lines branch={branch} />
      <UsesAbove branch={branch} />
      <Lending branch={branch} />
    </>
  );
}

function Lines({ branch }: { branch: string }) {
  const { tree: text } = useText(aboveAppealsWords);
  const nameOf = useNames(branch);
  const [member, setMember] = useState<string>();
  return (
    <section className="panel">
      <h2>{text.linesTitle}</h2>
      <p className="soft">{text.linesLead}</p>
      <PersonField branch={branch} label={text.choose} value={member} onChange={setMember} />
      {member !== undefined && (
        <RawLines key={member} branch={branch} member={member} name={nameOf(member)}>
          {({ lines, reason }) => (
            <>
              <div className="scroll">
                <LineList branch={branch} lines={lines} />
              </div>
              <ListLinks branch={branch} list="opened" member={member} reason={reason} />
            </>
          )}
        </RawLines>
      )}
    </section>
  );
}
