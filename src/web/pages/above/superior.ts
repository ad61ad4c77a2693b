import type { SessionAnswer } from '#contract/session.ts';
import { useRead, useSession } from '#web/query.ts';

/** The organisation in which the person is a superior 上级党组织, and the branches right below it. */
export function useSuperior(): SessionAnswer['places'][number] {
  const { places, home } = useSession();
  return (
    places.find(({ kind, roles }) => kind !== 'branch' && roles.includes('superior')) ?? {
      id: home,
      name: '',
      demo: false,
      kind: 'superior',
      roles: [],
      branches: [],
    }
  );
}

/** The name of a branch below. */
export function useBranchName(): (id: string | undefined) => string {
  const { branches } = useSuperior();
  return (id) => branches.find((one) => one.id === id)?.name ?? '—';
}

/** Who of the superior may be named 经办人: those with an account, oneself among them. */
export function useReviewers(): readonly { readonly id: string; readonly name: string }[] {
  const { id } = useSuperior();
  const { person, name } = useSession();
  const { data } = useRead('member.list', { branch: id });
  const others = (data?.others ?? []).filter((one) => one.id !== person);
  return [{ id: person, name }, ...others];
}
