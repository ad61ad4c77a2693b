import { Link } from '@tanstack/react-router';
import type { ScoreAnswer } from '#contract/score.ts';
import { useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { Components } from './components.tsx';
import { Standing } from './standing.tsx';
import { Tree } from './tree.tsx';

/** The member's own score 我的积分: total, rank, proposed grade, components, and where each point comes from. */
export function MyScore() {
  const { home, person } = useSession();
  const query = useRead('score.show', { branch: home, member: person });
  return <Asked query={query}>{(score) => <Page score={score} />}</Asked>;
}

function Page({ score }: { score: ScoreAnswer }) {
  const { my } = useWords();
  return (
    <>
      <div className="head">
        <Title text={my.title} />
        <p className="person">
          <b lang="zh-CN">{score.member.name}</b>
        </p>
      </div>
      <div className="score">
        <Standing score={score} />
        <Components components={score.components} />
        <Tree tree={score.explanation} />
        <p>
          <Link className="button" to="/my/objections" search={{ about: 'total' }}>
            {my.objectTotal}
          </Link>
        </p>
      </div>
    </>
  );
}
