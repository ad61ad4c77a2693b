import './above.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '#contract/api.ts';
import { useText, useWords } from '#web/lang.ts';
import { Bars } from '#web/pages/year/bars.tsx';
import { useSettledYear } from '#web/pages/year/settled-year.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { aboveAppealsWords, aboveWords } from '#words/web/above.ts';
import { useSuperior } from './superior.ts';

const STEP = 24;

/** The branches below a superior 下级支部: members, how totals are spread, how far settlement and filing are; nobody by name. */
export function Page() {
  const { tree: text } = useText(aboveAppealsWords);
  const { settled, years } = useSettledYear();
  const [year, setYear] = useState(settled);
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <Field label={text.year}>
        {(props) => (
          <select {...props} value={year} onChange={(event) => setYear(event.target.value)}>
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
      <Branches key={year} year={year} />
    </>
  );
}

function Branches({ year }: { year: string }) {
  const { id } = useSuperior();
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <>
      {cursors.map((cursor, at) => (
        <Some
          key={cursor ?? ''}
          year={year}
          cursor={cursor}
          {...(at === cursors.length - 1 && { onMore: (next: string) => setCursors([...cursors, next]) })}
        />
      ))}
      <ListLinks branch={id} list="rollup" year={year} />
    </>
  );
}

type Part = { year: string; cursor: string | undefined; onMore?: (next: string) => void };

function Some({ year, cursor, onMore }: Part) {
  const { tree: text } = useText(aboveAppealsWords);
  const { id } = useSuperior();
  const query = useRead('rollup.show', { branch: id, year, limit: STEP, ...(cursor !== undefined && { cursor }) });
  return (
    <Asked query={query}>
      {({ rows, next }) => (
        <>
          {rows.length === 0 && cursor === undefined && <p>{text.none}</p>}
          <ul className="cards">
            {rows.map((row) => (
              <BranchCard key={row.branch} row={row} />
            ))}
          </ul>
          {next !== null && onMore && (
            <p className="acts">
              <button type="button" onClick={() => onMore(next)}>
                {text.more}
              </button>
            </p>
          )}
        </>
      )}
    </Asked>
  );
}

function BranchCard({ row }: { row: AnswerOf<'rollup.show'>['rows'][number] }) {
  const words = useWords();
  const { tree: text } = useText(aboveAppealsWords);
  const { states } = useText(aboveWords);
  const { branch, name, members, asOf, distribution, settlement, filing } = row;
  return (
    <li>
      <h2 lang="zh-CN">{name}</h2>
      <p className="soft">
        {fill(text.members, { n: members })}
        {asOf !== null && ` · ${fill(text.asOf, { day: sayDay(asOf, words) })}`}
      </p>
      <Bars bars={distribution} />
      <dl className="pairs">
        <dt>{text.settlement}</dt>
        <dd>{states[settlement ?? 'unsettled'] ?? ''}</dd>
        <dt>{text.filing}</dt>
        <dd>{states[filing ?? 'none'] ?? ''}</dd>
      </dl>
      <p className="acts">
        <Link className="button" to={`/above/tree/${branch}`}>
          {text.open}
          <span className="unseen" lang="zh-CN">
            {name}
          </span>
        </Link>
      </p>
    </li>
  );
}
