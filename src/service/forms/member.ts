import { Refusal } from '#contract/problem.ts';
import { type Status, statusOn } from '#domain/ledger/member.ts';
import type { Asking } from './asking.ts';

/** A member 党员 as a form names it: what held on a day, and every dated standing. */
export type Named = {
  readonly id: string;
  readonly name: string;
  readonly status: Status | undefined;
  readonly history: readonly Status[];
};

/** One member with what held on a day: from the own file, else from the roster, as whoever asks may read it. @throws thing.unknown, right.missing */
export async function memberOn(asking: Asking, id: string, day: string): Promise<Named> {
  if (id === asking.caller.person) {
    const { member } = await asking.ask('dossier.show', { member: id });
    return named(id, { name: member?.name ?? '', history: member?.history ?? [] }, day);
  }
  const { members } = await asking.ask('roster.show', {});
  const kept = members.find((one) => one.id === id);
  if (!kept) throw new Refusal('thing.unknown');
  return named(id, kept, day);
}

/** The party group 党小组 of a member today, where whoever asks may read it. */
export async function groupOf(asking: Asking, id: string): Promise<string | undefined> {
  const { caller, today } = asking;
  const own = id === caller.person ? await asking.askIfMay('dossier.show', { member: id }) : undefined;
  const history =
    own?.member?.history ?? (await asking.askIfMay('roster.show', {}))?.members.find((one) => one.id === id)?.history;
  return history && named(id, { name: '', history }, today).status?.group;
}

/** Every member who is in the branch on a day, in the order in which the branch lists them. @throws right.missing */
export async function membersOn(asking: Asking, day: string): Promise<readonly Named[]> {
  const { members } = await asking.ask('roster.show', {});
  const kept = new Map(members.map((one) => [one.id, one]));
  const listed = await asking.ask('member.list', {});
  return listed.members.flatMap(({ id }) => {
    const member = kept.get(id);
    const found = member && named(id, member, day);
    const standing = found?.status?.standing;
    return found && standing !== undefined && standing !== 'transferred' && standing !== 'deceased' ? [found] : [];
  });
}

function named(
  id: string,
  { name, history: kept }: { readonly name: string; readonly history: readonly object[] },
  day: string,
): Named {
  const history = kept as readonly Status[];
  return { id, name, status: statusOn({ id, name, history }, day), history };
}
