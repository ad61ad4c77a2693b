import '#web/pages/above/above.css';
import './year.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { ArchiveLink } from '#web/ui/archive-link.tsx';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { yearWords } from '#words/web/year.ts';
import { Bars } from './bars.tsx';
import { FilingPart } from './filing-part.tsx';
import { useHolds } from './holds.ts';
import { useSettledYear } from './settled-year.ts';
import { SettlementPart } from './settlement-part.tsx';
import { Steps } from './steps.tsx';
import { YearTable } from './year-table.tsx';

/** The end of the year in the branch 年度结算: preview, seal, notice, filing as one thread of steps. */
export function Page() {
  const { branch = '' } = useParams({ strict: false });
  const text = useText(yearWords);
  const { settled, years } = useSettledYear(branch);
  const [chosen, choose] = useState<string>();
  const year = chosen ?? settled;
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{fill(text.lead, { year })}</p>
      </div>
      <Field label={text.year}>
        {(props) => (
          <select {...props} value={year} onChange={(event) => choose(event.target.value)}>
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
      <Year key={year} branch={branch} year={year} />
    </>
  );
}

function Year({ branch, year }: { branch: string; year: string }) {
  const text = useText(yearWords);
  const secretary = useHolds(branch, 'secretary');
  const recorder = useHolds(branch, 'recorder');
  const settlements = useRead('settlement.show', { branch, period: year });
  const drawn = useRead('settlement.draw', { branch, year });
  return (
    <Asked query={settlements}>
      {(shown) => (
        <Asked query={drawn}>
          {(now) => {
            const parts = { branch, year, settlements: shown, drawn: now };
            return (
              <>
                <Steps parts={parts} />
                <SettlementPart parts={parts} />
                {shown.documents.length > 0 && secretary && <FilingPart parts={parts} />}
                <section className="panel narrow">
                  <h2>{text.distribution}</h2>
                  <Bars bars={now.distribution} />
                </section>
                <YearTable parts={parts} />
                <ListLinks branch={branch} list="totals" year={year} />
                {shown.documents.length > 0 && (
                  <>
                    <FormLinks branch={branch} form="settlement" period={year} table />
                    <FormLinks branch={branch} form="registerBranch" period={year} table />
                  </>
                )}
                {(secretary || recorder) && <ArchiveLink branch={branch} year={year} />}
              </>
            );
          }}
        </Asked>
      )}
    </Asked>
  );
}
