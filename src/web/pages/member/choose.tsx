import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MemberAnswer } from '#contract/member.ts';
import { read } from '#web/call.ts';
import { useWords } from '#web/lang.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';

/** The demonstration's choice of a member 选择党员. */
export function ChooseMember() {
  const { my } = useWords();
  const query = useQuery({ queryKey: ['member.list'], queryFn: () => read('member.list', {}) });
  return (
    <>
      <div className="head">
        <Title text={my.choose} />
        <p className="lead">{my.chooseLead}</p>
      </div>
      <Asked query={query}>{({ members }) => <Members members={members} />}</Asked>
    </>
  );
}

function Members({ members }: { members: readonly MemberAnswer[] }) {
  const { my } = useWords();
  const [text, setText] = useState('');
  if (members.length === 0) return <p className="notice">{my.none}</p>;
  const wanted = text.trim().toLowerCase();
  const found = members.filter(({ name, code }) => name.includes(wanted) || code.toLowerCase().includes(wanted));
  return (
    <>
      <label className="find">
        {my.find}
        <input type="search" value={text} autoComplete="off" onChange={(event) => setText(event.target.value)} />
      </label>
      <p className="soft" role="status">
        {found.length === 0 ? fill(my.noneFound, { text: text.trim() }) : fill(my.found, { n: found.length })}
      </p>
      <ul className="people">
        {found.map((member) => (
          <li key={member.id}>
            <Link to="/my/$member" params={{ member: member.id }}>
              <b lang="zh-CN">{member.name}</b>
              <Who member={member} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a member is, in a few words: number, category, standing where it is not the usual one, office. */
export function Who({ member }: { member: MemberAnswer }) {
  const { standing } = useWords();
  const { code, category, role } = member;
  const unusual = member.standing !== undefined && member.standing !== 'full' ? standing[member.standing] : undefined;
  return (
    <span className="who">
      {[code, category, unusual === `${category}党员` ? undefined : unusual, role].filter(Boolean).join(' · ')}
    </span>
  );
}
