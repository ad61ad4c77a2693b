import { Link } from '@tanstack/react-router';
import { useDraft } from '#web/draft.ts';
import { useText, useWords } from '#web/lang.ts';
import { After } from '#web/pages/above/after.tsx';
import { type Filing, filingOf } from '#web/pages/above/filing.ts';
import { StateTag } from '#web/pages/above/state-tag.tsx';
import { Scans } from '#web/pages/sheets/scans.tsx';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { useAct } from '#web/use-act.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { yearWords } from '#words/web/year.ts';
import type { YearParts } from './parts.ts';

/** The filing as the branch makes it 报送备案: drafted, sent, returned lines corrected or stood by, sent again. */
export function FilingPart({ parts: { branch, year } }: { parts: YearParts }) {
  const { filing: text, noticeNeeded, toNotices } = useText(yearWords);
  const query = useRead('filing.show', { branch, period: year });
  const acting = useAct();
  return (
    <section className="panel">
      <h2>{text.title}</h2>
      {['none', 'drafted'].includes(query.data?.matters.at(-1)?.state ?? 'none') && (
        <p className="soft">
          {noticeNeeded} <Link to={`/desk/${branch}/notices`}>{toNotices}</Link>
        </p>
      )}
      <Asked query={query}>
        {({ matters }) => {
          const found = matters.at(-1);
          if (found)
            return (
              <>
                <Course branch={branch} filing={filingOf(found)} />
                <FormLinks branch={branch} form="filing" of={found.id} table />
                {found.content['document'] !== undefined && <Scans branch={branch} of="filing" about={found.id} />}
              </>
            );
          return (
            <>
              <After acting={acting} />
              <p className="acts">
                <button
                  type="button"
                  className="main"
                  disabled={acting.busy}
                  onClick={() => void acting.run('filing.draft', { branch, year }, { done: text.draftDone })}
                >
                  {text.draft}
                </button>
              </p>
            </>
          );
        }}
      </Asked>
    </section>
  );
}

function Course({ branch, filing }: { branch: string; filing: Filing }) {
  const { filing: text } = useText(yearWords);
  const { state, id, revision, number = '', returned, rounds } = filing;
  const acting = useAct();
  const [{ confirmed }, change, forget] = useDraft<{ confirmed: readonly string[] }>(`filing-send:${id}`, {
    confirmed: [],
  });
  if (state === 'sent') return <p>{text.waits}</p>;
  if (state === 'approved') return <p>{fill(text.approved, { number })}</p>;
  if (state === 'archived') return <p>{fill(text.archived, { number })}</p>;
  const why = rounds.findLast(({ did }) => did === 'returned')?.reason;
  const again = state === 'returned';
  return (
    <>
      {again && (
        <>
          <p>{text.returnedLead}</p>
          {why !== undefined && (
            <p className="said" lang="zh-CN">
              {why}
            </p>
          )}
          <ul className="matters rows">
            {returned.map((one) => (
              <Returned
                key={one.line}
                branch={branch}
                returned={one}
                stands={confirmed.includes(one.line)}
                onStand={(stands) =>
                  change({
                    confirmed: stands ? [...confirmed, one.line] : confirmed.filter((line) => line !== one.line),
                  })
                }
              />
            ))}
          </ul>
        </>
      )}
      <After acting={acting} />
      <p className="acts">
        <button
          type="button"
          className="main"
          disabled={acting.busy}
          onClick={async () => {
            const input = { branch, id, ...(confirmed.length > 0 && { confirmed: [...confirmed] }) };
            if (await acting.run('filing.send', input, { revision, done: text.sent })) forget();
          }}
        >
          {again ? text.sendAgain : text.send}
        </button>
      </p>
    </>
  );
}

type Given = {
  branch: string;
  returned: Filing['returned'][number];
  stands: boolean;
  onStand: (stands: boolean) => void;
};

function Returned({ branch, returned: { line: id, entry, reversal }, stands, onStand }: Given) {
  const words = useWords();
  const { filing: text } = useText(yearWords);
  const nameOf = useNames(branch);
  const query = useRead('line.show', { branch, id });
  return (
    <li data-returned={id}>
      <Asked query={query}>
        {({ line, item }) => {
          const corrected = line.entry !== entry || line.reversal !== reversal;
          return (
            <>
              <div className="top-line">
                <b lang="zh-CN">{nameOf(line.subject)}</b>
                <span lang="zh-CN">{item?.label}</span>
                {line.fact.level !== undefined && <span lang="zh-CN">{line.fact.level}</span>}
                <time dateTime={line.fact.day}>{sayDay(line.fact.day, words)}</time>
                {corrected && <StateTag text={text.corrected} />}
              </div>
              {!corrected && (
                <>
                  <label className="tick">
                    <input type="checkbox" checked={stands} onChange={(event) => onStand(event.target.checked)} />
                    {text.stand}
                  </label>
                  {!stands && <p className="soft">{text.open}</p>}
                </>
              )}
            </>
          );
        }}
      </Asked>
    </li>
  );
}
