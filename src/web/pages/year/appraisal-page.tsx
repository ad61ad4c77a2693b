import '#web/pages/above/above.css';
import './year.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { usesWords, yearWords } from '#words/web/year.ts';
import { AppraisalPart } from './appraisal-part.tsx';
import { Commendations } from './commendations.tsx';
import { Improvements } from './improvements.tsx';
import { Ladder } from './ladder.tsx';
import { useSettledYear } from './settled-year.ts';
import { Talks } from './talks.tsx';

/** What follows from a year, by its noun. */
const USES: ReadonlySet<string> = new Set(['commendation', 'talk', 'improvement', 'disposition']);

/** Appraisal and what follows from a year 评议与运用: proposed by people with its rule, never by itself. */
export function Page() {
  const { branch = '' } = useParams({ strict: false });
  const text = useText(usesWords);
  const { year: label } = useText(yearWords);
  const { settled, years } = useSettledYear(branch);
  const [chosen, choose] = useState<string>();
  const year = chosen ?? settled;
  const query = useRead('consequence.list', { branch });
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{fill(text.lead, { year })}</p>
      </div>
      <Field label={label}>
        {(props) => (
          <select {...props} value={year} onChange={(event) => choose(event.target.value)}>
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
      <Asked query={query}>
        {({ matters }) => {
          const parts = { branch, year, matters };
          return (
            <div key={year}>
              <AppraisalPart parts={parts} />
              <Commendations parts={parts} />
              <Talks parts={parts} />
              <Improvements parts={parts} />
              <Ladder parts={parts} />
              {matters.some(({ noun, period }) => period === year && USES.has(noun)) && (
                <ListLinks branch={branch} list="consequences" year={year} label={text.exported} />
              )}
            </div>
          );
        }}
      </Asked>
    </>
  );
}
