import { useText, useWords } from '#web/lang.ts';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { supervisionWords } from '#words/web/office-supervision.ts';
import type { SupervisionWords } from '#words/web/office-supervision.zh-CN.ts';
import { Facts } from './facts.tsx';
import { useHere } from './here.ts';
import { Report } from './report.tsx';
import { ToLine } from './to-line.tsx';

/** The appeals that the superior served 送达的申诉; the branch knows of no other, and reports the outcome to its meeting. */
export function AppealsServed() {
  const words = useWords();
  const { appeals: say, objections } = useText(supervisionWords);
  const { branch } = useHere();
  const name = useNames(branch);
  const query = useRead('appeal.served', { branch });
  return (
    <Asked query={query}>
      {({ rows }) => (
        <>
          {rows.length === 0 && <p className="soft">{say.empty}</p>}
          {rows.length > 0 && <ListLinks branch={branch} list="served" />}
          {rows.map(
            ({
              id,
              state,
              revision,
              member,
              about,
              line,
              year = '',
              words: reason,
              served,
              result,
              finding,
              answered,
            }) => (
              <article className="card" key={id}>
                <p className="line-head">
                  <b lang="zh-CN">{name(member)}</b>
                  <span>
                    {about === 'total'
                      ? fill(say.about.total, { year: fill(words.my.periodYear, { y: year }) })
                      : say.about.line}
                  </span>
                  <span className="tag">{say.states[state as keyof SupervisionWords['appeals']['states']]}</span>
                </p>
                <Facts
                  rows={[
                    { label: say.served, value: sayDay(served, words) },
                    { label: say.words, value: reason, own: true },
                    {
                      label: objections.facts.result,
                      value: objections.results[result as keyof SupervisionWords['objections']['results']],
                    },
                    { label: objections.facts.finding, value: finding, own: true },
                    { label: objections.facts.answered, value: answered && sayDay(answered, words) },
                  ]}
                />
                {line !== undefined && <ToLine branch={branch} line={line} />}
                {answered !== undefined && <FormLinks branch={branch} form="appealAnswer" of={id} />}
                {state === 'answered' && <Report action="appeal.report" id={id} revision={revision} done={say.done} />}
              </article>
            ),
          )}
        </>
      )}
    </Asked>
  );
}
