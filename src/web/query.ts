import { notifyManager, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AnswerOf, InputOf, ReadAction } from '#contract/api.ts';
import type { SessionAnswer } from '#contract/session.ts';
import { isWorthRepeating, read, readSession } from './call.ts';

/** What was asked of the server and is kept for a while; whatever is done makes all of it be asked again. */
export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: (times, error) => times < 2 && isWorthRepeating(error) } },
});

// What has come is shown before anything that waited for it goes on: no button works again before the page shows what it now stands beside.
notifyManager.setScheduler(queueMicrotask);

/** Puts in what came with the page, so that it need not be asked for. */
export function takeFirst(text: string | null | undefined): void {
  if (!text) return;
  for (const [action, query, answer] of JSON.parse(text) as [string, object, unknown][])
    queries.setQueryData([action, query], answer);
}

/** Reads 查询 by an action of the table; `every` asks again after so many milliseconds, `when` says whether it is asked at all. */
export function useRead<A extends ReadAction>(
  action: A,
  query: InputOf<A>,
  { every, when = true }: { readonly every?: number; readonly when?: boolean } = {},
): UseQueryResult<AnswerOf<A>> {
  return useQuery({
    queryKey: [action, query],
    queryFn: () => read(action, query),
    enabled: when,
    ...(every !== undefined && { refetchInterval: every, refetchIntervalInBackground: true, staleTime: 0 }),
  });
}

/** Who is signed in 本人; the shell always brings it with the page. */
export function useSession(): SessionAnswer {
  const { data } = useQuery({
    queryKey: ['session.show', {}],
    queryFn: readSession,
    staleTime: Number.POSITIVE_INFINITY,
    // Whoever comes back to a page of yesterday writes today.
    refetchOnWindowFocus: 'always',
  });
  if (!data) throw new Error('the page came without its session');
  return data;
}

/** The names of the branch's people by id 姓名; beside one of two who have the same name stands the number of the roster; who is not listed reads as told, else as a dash. */
export function useNames(branch: string): (id: string | undefined, unlisted?: string) => string {
  const { data } = useRead('member.list', { branch });
  const { person, name: own } = useSession();
  return (id, unlisted = '—') => {
    if (id === person) return own;
    const members = data?.members ?? [];
    const found = members.find((one) => one.id === id);
    if (!found) return data?.others.find((one) => one.id === id)?.name ?? unlisted;
    const twin = members.some(({ id: other, name }) => name === found.name && other !== id);
    return twin ? `${found.name} ${found.code}` : found.name;
  };
}
