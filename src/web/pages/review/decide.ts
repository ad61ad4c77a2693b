import { useRef } from 'react';
import type { InputOf } from '#contract/api.ts';
import type { ActAnswer } from '#contract/endpoint.ts';
import { queries } from '#web/query.ts';
import { type Acting, useAct } from '#web/use-act.ts';
import type { Claimed } from './fact-form.ts';
import type { ReviewedLine } from './item.ts';

/** What the session can decide about a line, with what goes with it. */
export type Verdict =
  | { readonly kind: 'accept'; readonly reason?: string }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'adjust'; readonly reason: string; readonly fact: Claimed }
  | { readonly kind: 'refer' };

/** Decides a line 初评决定: takes it up where it is not before the session yet, then decides it, so that one press does both. */
export function useVerdict(branch: string, review: string): Acting & { readonly decide: Decide } {
  const acting = useAct();
  // A line that was taken up and then not decided, by the revision that the page shows of it until it has asked again.
  const before = useRef({ id: '', shown: 0, revision: 0 });
  const decide: Decide = async (line, ayes, verdict, { done, atOnce }) => {
    let { revision } = line;
    const { id, shown } = before.current;
    if (!line.here && id === line.id && shown === revision) ({ revision } = before.current);
    else if (!line.here) {
      const taken = await acting.run('review.take', { branch, id: line.id, review }, { revision, quiet: true });
      if (!taken) return undefined;
      before.current = { id: line.id, shown: revision, revision: taken.revision };
      ({ revision } = taken);
    }
    const given = { branch, id: line.id, review, ayes: [...ayes] };
    const saying = {
      revision,
      done,
      atOnce,
      undo: ({ waits, revision: now }: ActAnswer) =>
        waits ? undefined : { action: 'review.undo' as const, input: { branch, id: line.id }, revision: now },
    };
    const answer = await send(acting, verdict, given, saying);
    // It was taken up and not decided: what the page shows is older than that.
    if (!answer && !line.here) await queries.invalidateQueries();
    return answer;
  };
  return { ...acting, decide };
}

type Decide = (
  line: ReviewedLine,
  ayes: readonly string[],
  verdict: Verdict,
  doing: { readonly done: string; readonly atOnce: () => void },
) => Promise<ActAnswer | undefined>;

async function send(
  { run }: Acting,
  verdict: Verdict,
  given: InputOf<'review.accept'>,
  saying: Parameters<Acting['run']>[2],
): Promise<ActAnswer | undefined> {
  switch (verdict.kind) {
    case 'accept':
      return await run(
        'review.accept',
        { ...given, ...(verdict.reason !== undefined && { reason: verdict.reason }) },
        saying,
      );
    case 'decline':
      return await run('review.decline', { ...given, reason: verdict.reason }, saying);
    case 'adjust':
      return await run('review.adjust', { ...given, reason: verdict.reason, fact: verdict.fact }, saying);
    case 'refer':
      return await run('review.refer', given, saying);
  }
}
