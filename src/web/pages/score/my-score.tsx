import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ScoreAnswer } from '#contract/score.ts';
import { read } from '#web/call.ts';
import { useWords } from '#web/lang.ts';
import { Who } from '#web/pages/member/choose.tsx';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { Components } from './components.tsx';
import { Standing } from './standing.tsx';
import { Tree } from './tree.tsx';

/** The member's own page 我的积分: total, rank, proposed grade, components, and where each point comes from. */
export function MyScore() {
  const { member } = useParams({ strict: false });
  const { my } = useWords();
  const query = useQuery({
    queryKey: ['score.show', member],
    queryFn: () => read('score.show', { member: member ?? '' }),
  });
  return (
    <>
      <p className="way">
        <Link to="/my">‹ {my.back}</Link>
      </p>
      <Asked query={query}>{(score) => <Page score={score} />}</Asked>
    </>
  );
}

function Page({ score }: { score: ScoreAnswer }) {
  const { my } = useWords();
  return (
    <>
      <div className="head">
        <Title text={my.title} />
        <p className="person">
          <b lang="zh-CN">{score.member.name}</b> <Who member={score.member} />
        </p>
      </div>
      <div className="score">
        <Standing score={score} />
        <Components components={score.components} />
        <Tree tree={score.explanation} />
      </div>
    </>
  );
}
