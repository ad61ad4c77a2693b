import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Refused } from '#web/call.ts';
import { useWords } from '#web/lang.ts';
import { Title } from './title.tsx';

/** What was asked of the server: while it comes, when it failed (in kind words, with a way on), and when it is there. */
export function Asked<T>({ query, children }: { query: UseQueryResult<T>; children: (answer: T) => ReactNode }) {
  const { ui } = useWords();
  if (query.data !== undefined) return children(query.data);
  if (query.isPending)
    return (
      <p className="waiting" role="status">
        {ui.loading}
      </p>
    );
  return <Failure error={query.error} again={() => void query.refetch()} />;
}

function Failure({ error, again }: { error: unknown; again: () => void }) {
  const { ui } = useWords();
  if (error instanceof Refused) return <Notice title={error.problem.title} text={error.problem.message} />;
  return (
    <Notice title={ui.failed} text={ui.failedText}>
      <button type="button" onClick={again}>
        {ui.again}
      </button>
    </Notice>
  );
}

/** A few kind words in place of content. */
export function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="notice" role="alert">
      <Title text={title} />
      <p>{text}</p>
      {children}
    </section>
  );
}
