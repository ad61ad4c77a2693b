import '#web/pages/above/above.css';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayInstant } from '#words/say-instant.ts';
import { adminWords } from '#words/web/admin.ts';
import { usePlace } from './administrator.ts';
import { OwnDesk } from './own-desk.tsx';

/** How the installation is 运行情况, for the system administrator. */
export function Page() {
  return (
    <OwnDesk held="system">
      <Desk />
    </OwnDesk>
  );
}

function Desk() {
  const words = useWords();
  const { operation: text } = useText(adminWords);
  const marks = useMarks();
  const [branch] = usePlace('system');
  const query = useRead('operation.show', { branch });
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <Asked query={query}>
        {({ node, migrations, missing, branches, events, now, day, holidays, nextYearPublished }) => (
          <section className="panel narrow">
            <dl className="pairs">
              <dt>{text.now}</dt>
              <dd>{sayInstant(now)}</dd>
              <dt>{text.day}</dt>
              <dd>{sayDay(day, words)}</dd>
              <dt>{text.tables}</dt>
              <dd className={missing.length > 0 ? 'late' : undefined}>
                {missing.length > 0
                  ? fill(text.tablesMissing, { n: missing.length })
                  : fill(text.tablesAll, { n: migrations.length })}
              </dd>
              <dt>{text.branches}</dt>
              <dd>{branches}</dd>
              <dt>{text.events}</dt>
              <dd>{events}</dd>
              <dt>{text.holidays}</dt>
              <dd>{fill(text.published, { years: holidays.join(marks.list) })}</dd>
              <dt>{fill(text.next, { year: Number(day.slice(0, 4)) + 1 })}</dt>
              <dd>{nextYearPublished ? text.nextYes : text.nextNo}</dd>
              <dt>{text.node}</dt>
              <dd>Node {node}</dd>
            </dl>
          </section>
        )}
      </Asked>
    </>
  );
}
