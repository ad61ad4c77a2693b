import type { ScoreAnswer } from '#contract/score.ts';
import { useWords } from '#web/lang.ts';
import { Points } from '#web/ui/points.tsx';
import { fill } from '#words/fill.ts';

/** What the total is made of 积分构成, each component against its full marks. */
export function Components({ components }: { components: ScoreAnswer['components'] }) {
  const { my } = useWords();
  return (
    <section className="card">
      <h2>{my.components}</h2>
      <ul className="parts">
        {components.map(({ id, label, clause, points, full }) => (
          <li key={id}>
            <span className="name">
              <span lang="zh-CN">{label}</span>{' '}
              {clause && clause !== label && (
                <span className="clause" lang="zh-CN">
                  {clause}
                </span>
              )}
            </span>
            <span className="worth">
              <Points amount={points} /> {full && <span className="soft">{fill(my.outOf, { n: full.shown })}</span>}
            </span>
            {full && full.shown > 0 && (
              <span className="bar" aria-hidden="true">
                <span style={{ width: `${Math.max(0, Math.min(100, (points.shown * 100) / full.shown))}%` }} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
