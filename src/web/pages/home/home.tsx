import { Link } from '@tanstack/react-router';
import { useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';

/** A member's home 首页: the total first, then what is due and what is new. */
export function Home() {
  const { my } = useWords();
  const { home, person, name } = useSession();
  const query = useRead('score.brief', { branch: home, member: person });
  return (
    <>
      <div className="head">
        <Title text={my.title} />
        <p className="person">
          <b lang="zh-CN">{name}</b>
        </p>
      </div>
      <Asked query={query}>
        {({ total, scheme, asOf }) => (
          <section className="total">
            <h2>{my.total}</h2>
            <p className="number">
              <b data-total={total.exact}>{total.shown}</b>
              {scheme.full && <span className="soft">{fill(my.outOf, { n: scheme.full.shown })}</span>}
            </p>
            <p className="soft">
              <time dateTime={asOf}>{asOf}</time>
            </p>
            <Link to="/my/score">{my.tree}</Link>
          </section>
        )}
      </Asked>
    </>
  );
}
