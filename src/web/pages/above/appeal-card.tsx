import { useState } from 'react';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { useNames, useSession } from '#web/query.ts';
import { FormLinks } from '#web/ui/form-links.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { aboveAppealsWords } from '#words/web/above.ts';
import { AppealActs } from './appeal-acts.tsx';
import { daysBetween } from './days.ts';
import { LineList } from './line-list.tsx';
import { type RawLine, RawLines } from './raw-lines.tsx';
import type { Appeal } from './seen.ts';
import { StateTag } from './state-tag.tsx';
import { useBranchName, useReviewers } from './superior.ts';

/** One appeal 申诉: whose and why, how long it has run and how long is left, who sees what, what comes next. */
export function AppealCard({ appeal }: { appeal: Appeal }) {
  const words = useWords();
  const marks = useMarks();
  const { appeals: text } = useText(aboveAppealsWords);
  const { person } = useSession();
  const nameOf = useNames(appeal.branch);
  const branchName = useBranchName()(appeal.branch);
  const reviewers = useReviewers();
  const { id, state, member, about, year, line, investigator, result, finding, answered } = appeal;
  const [lines, setLines] = useState<readonly RawLine[]>();
  const name = nameOf(member);
  const isMeant = (one: RawLine): boolean => line === undefined || one.id === line;
  const looksInto = reviewers.find((one) => one.id === investigator)?.name;
  const open = ['lodged', 'assigned', 'served', 'found'].includes(state);
  return (
    <li data-appeal={id}>
      <div className="top-line">
        <h3 lang="zh-CN">
          {name} · {branchName}
        </h3>
        <StateTag text={text.states[state] ?? state} grave={open} />
      </div>
      <p>{about === 'line' ? text.aboutLine : fill(text.aboutTotal, { year })}</p>
      <p className="said" lang="zh-CN">
        {appeal.words}
      </p>
      {open && <Clocks appeal={appeal} />}
      {looksInto !== undefined && (
        <p>
          {text.investigator}
          {marks.colon}
          <span lang="zh-CN">{looksInto}</span>
          {investigator === person && text.self}
        </p>
      )}
      {result !== undefined && (
        <p>
          <b>
            {text.result}
            {marks.colon}
            {text.results[result as 'upheld'] ?? ''}
          </b>
          {answered !== undefined && ` · ${fill(text.answeredOn, { day: sayDay(answered, words) })}`}
        </p>
      )}
      {finding !== undefined && (
        <p className="said" lang="zh-CN">
          {finding}
        </p>
      )}
      {state !== 'withdrawn' && <FormLinks branch={appeal.at} form="appeal" of={id} />}
      {result !== undefined && <FormLinks branch={appeal.at} form="appealAnswer" of={id} />}
      <p className="sees">{text.sees[state]}</p>
      {open && (
        <RawLines
          branch={appeal.branch}
          member={member}
          name={name}
          onOpened={(found) => setLines(found.filter(isMeant))}
        >
          {({ lines: found }) => <LineList branch={appeal.branch} lines={found.filter(isMeant)} />}
        </RawLines>
      )}
      {open && <AppealActs appeal={appeal} {...(lines && { lines })} />}
    </li>
  );
}

function Clocks({ appeal: { start, last, provisional } }: { appeal: Appeal }) {
  const words = useWords();
  const marks = useMarks();
  const { appeals: text } = useText(aboveAppealsWords);
  const { today } = useSession();
  const gone = daysBetween(start, today);
  const left = daysBetween(today, last);
  const due = left > 0 ? text.due : left === 0 ? text.dueToday : text.late;
  return (
    <p>
      {fill(gone > 0 ? text.lodgedAgo : text.lodgedToday, { day: sayDay(start, words), n: gone })}
      {' · '}
      <span className={left < 0 && !provisional ? 'late' : undefined}>
        {fill(due, { day: sayDay(last, words), n: Math.abs(left) })}
      </span>
      {provisional && <span className="soft">{marks.open + text.provisional + marks.close}</span>}
    </p>
  );
}
