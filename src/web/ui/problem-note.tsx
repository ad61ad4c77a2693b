import type { ProblemAnswer } from '#contract/problem.ts';
import { useWords } from '#web/lang.ts';
import { Mixed } from './mixed.tsx';

/** Why something was not done 不予办理的理由: the rule's own words and its clause; nothing is shown while all is well. */
export function ProblemNote({ problem, id }: { problem: ProblemAnswer | undefined; id?: string }) {
  const { ui } = useWords();
  if (!problem) return null;
  const { code, message, clause } = problem;
  return (
    <p className="problem" role="alert" {...(id !== undefined && { id })} data-code={code}>
      {code === 'unreached' ? ui.unreached : <Mixed text={message} />}{' '}
      {clause && (
        <span className="clause" lang="zh-CN">
          {clause}
        </span>
      )}
    </p>
  );
}
