import './above.css';
import { Link, useParams } from '@tanstack/react-router';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { useNames, useRead } from '#web/query.ts';
import { ArchiveLink } from '#web/ui/archive-link.tsx';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { aboveWords } from '#words/web/above.ts';
import { type Filing, filingOf, snapshotOf } from './filing.ts';
import { FilingActs } from './filing-acts.tsx';
import { StateTag } from './state-tag.tsx';
import { useBranchName } from './superior.ts';
import { TotalsTable } from './totals-table.tsx';

/** One submission 备案 with the settlement that was filed, its course, and what the superior does with it. */
export function Page() {
  const { of = '', filing: id = '' } = useParams({ strict: false });
  const { filings: text, states } = useText(aboveWords);
  const name = useBranchName()(of);
  const query = useRead('filing.show', { branch: of });
  return (
    <Asked query={query}>
      {({ matters }) => {
        const found = matters.find((one) => one.id === id);
        const filing = found && filingOf(found);
        return (
          <>
            <div className="head">
              <Title text={fill(text.one, { year: filing?.year ?? '' })} />
              <p className="person">
                <b lang="zh-CN">{name}</b>
                {filing && <StateTag text={states[filing.state] ?? ''} grave={filing.state === 'sent'} />}
              </p>
              <p>
                <Link to="/above/filings">{text.back}</Link>
              </p>
            </div>
            {filing ? <Submission branch={of} filing={filing} /> : <p>{text.missing}</p>}
          </>
        );
      }}
    </Asked>
  );
}

function Submission({ branch, filing }: { branch: string; filing: Filing }) {
  const words = useWords();
  const { filings: text } = useText(aboveWords);
  const marks = useMarks();
  const nameOf = useNames(branch);
  const query = useRead('settlement.show', { branch, period: filing.year });
  return (
    <Asked query={query}>
      {({ documents }) => {
        const found = documents.find(({ number }) => number === filing.settlement);
        const snapshot = found && snapshotOf(found);
        const said = snapshot?.supersedes === null ? text.settlement : text.amended;
        return (
          <>
            <section className="panel">
              <h2>{text.course}</h2>
              <ol className="thread">
                {filing.rounds.map((round, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rounds are only ever added, and two of them may say the same
                  <li key={`${at} ${round.did}`}>
                    <time dateTime={round.day}>{sayDay(round.day, words)}</time>
                    {text.did[round.did]}
                    {round.did === 'approved' && filing.number !== undefined && (
                      <span lang="zh-CN"> {filing.number}</span>
                    )}
                    {round.confirmed && (
                      <span>{marks.open + fill(text.standsBy, { n: round.confirmed.length }) + marks.close}</span>
                    )}
                    {round.reason !== undefined && (
                      <p className="said" lang="zh-CN">
                        {round.reason}
                      </p>
                    )}
                  </li>
                ))}
              </ol>
              {snapshot?.reason !== undefined && (
                <p>
                  {text.amendReason}
                  {marks.colon}
                  <span lang="zh-CN">{snapshot.reason}</span>
                </p>
              )}
            </section>
            <FilingActs branch={branch} filing={filing} members={snapshot?.rows ?? []} />
            {snapshot && (
              <TotalsTable
                rows={snapshot.rows.map((row) => ({ ...row, name: nameOf(row.member, row.name) }))}
                said={text}
                label={fill(said, { n: snapshot.number })}
                long
              />
            )}
            <FormLinks branch={branch} form="filing" of={filing.id} table />
            <ArchiveLink branch={branch} year={filing.year} reasoned />
          </>
        );
      }}
    </Asked>
  );
}
