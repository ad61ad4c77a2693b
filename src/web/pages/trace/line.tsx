import '#web/pages/my/my.css';
import { useParams } from '@tanstack/react-router';
import { useText } from '#web/lang.ts';
import { ChangedWorth } from '#web/pages/my/line-worth.tsx';
import { RuleCard } from '#web/pages/my/rule-card.tsx';
import { Thread } from '#web/pages/my/thread.tsx';
import { PointsText, SayFact } from '#web/pages/review/say-fact.tsx';
import { Scans } from '#web/pages/sheets/scans.tsx';
import { useNames, useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { linesWords } from '#words/web/my-lines.ts';
import { reviewWords } from '#words/web/review.ts';
import { workWords } from '#words/web/work.ts';

/** How a line came about, for the office 办理过程: the same thread that its member sees, and no more of a reporter. */
export function Page() {
  const { trace } = useText(workWords);
  const { ruleNow } = useText(linesWords).line;
  const { branch = '', id = '' } = useParams({ strict: false });
  const names = useNames(branch);
  const review = useText(reviewWords);
  const query = useRead('line.show', { branch, id });
  return (
    <Asked query={query}>
      {({ line, item, corrected, worth, steps }) => (
        <>
          <p className="way">
            <button type="button" className="bare" onClick={() => window.history.back()}>
              ‹ {trace.back}
            </button>
          </p>
          <div className="head">
            <Title text={trace.title} />
            <p className="person">
              <b lang="zh-CN">{names(line.subject)}</b> <span lang="zh-CN">{item?.label}</span>
            </p>
          </div>
          <section className="card">
            <p>
              <SayFact fact={line.fact} item={item && { unit: item.worth.unit }} />{' '}
              {worth ? (
                <ChangedWorth worth={worth} />
              ) : (
                line.points !== undefined && <PointsText points={line.points} />
              )}
            </p>
            <p className="soft">
              {review.lineStates[line.state] ?? ''} · {review.origin[line.origin] ?? ''}
            </p>
          </section>
          {item && <RuleCard item={item} />}
          {corrected && <RuleCard item={corrected} title={ruleNow} />}
          <Thread steps={steps} />
          {line.origin !== 'report' && <Scans branch={branch} of="line" about={id} />}
        </>
      )}
    </Asked>
  );
}
