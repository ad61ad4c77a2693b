import type { Day } from '#domain/kernel/day.ts';
import type { Member, Status } from '#domain/ledger/member.ts';
import type { Doing } from '#service/doing.ts';
import type { DossierBodies, RosterChange } from '#store/bodies-dossier.ts';
import { addMembers, type KeptMember, listMembers } from '#store/member.ts';
import { addManyStatuses } from '#store/status.ts';
import { altersVote } from './roster.ts';

type Body = DossierBodies['dossier'];
/** The members that an import changes, as they stand; undefined for who joins. @throws revision.stale where the roster has moved on */
async function changed(
  doing: Doing,
  { roster }: Body,
  since: number,
): Promise<readonly { readonly change: RosterChange; readonly kept: KeptMember | undefined }[]> {
  const known = new Map((await listMembers(doing.rows, doing.at)).map((kept) => [kept.code, kept]));
  return roster.map((change) => {
    const kept = known.get(change.code);
    if ((kept?.member.history.length ?? 0) !== change.standings + since)
      doing.refuse({ refused: 'revision.stale', params: { revision: 0, state: '', changed: 'roster.change' } });
    return { change, kept };
  });
}

function joining({ member: id, name, status }: RosterChange): Member {
  return { id, name, history: [status] };
}

function daysOf({ status: { from, to } }: RosterChange, today: Day): readonly Day[] {
  return [from, to, today];
}

/** Whether applying a roster gives or takes a vote. @throws revision.stale */
export async function rosterAltersVote(doing: Doing, body: Body): Promise<boolean> {
  return (await changed(doing, body, 0)).some(({ change, kept }) => {
    const after = kept ? { ...kept.member, history: [...kept.member.history, change.status] } : joining(change);
    return altersVote(kept?.member, after, daysOf(change, doing.today));
  });
}

/** Takes a roster over 采用. */
export async function applyRoster(doing: Doing, { roster }: Body): Promise<void> {
  const joins = roster.filter((change) => change.joins);
  const members = joins.map((change) => ({ code: change.code, member: joining(change) }));
  if (members.length > 0) await addMembers(doing.rows, doing.at, members, doing.now, doing.actor);
  const changes = roster.filter((change) => !change.joins);
  const statuses = changes.map(({ member, status }) => ({ member, statuses: [status] }));
  if (statuses.length > 0) await addManyStatuses(doing.rows, doing.at, statuses, doing.now, doing.actor);
}

/**
 * The standings that put a member back to what held before an import 撤回: nothing is deleted, so what held before is said again for the same days, and for
 * days on which nothing held the member belongs to no branch here.
 */
function back({ history }: Member, { status: { from, to } }: RosterChange): readonly Status[] {
  const before = history.slice(0, -1).filter((status) => status.from <= to && status.to >= from);
  const clipped = before.map((status) => ({
    ...status,
    from: status.from < from ? from : status.from,
    to: status.to > to ? to : status.to,
  }));
  const covered = before.some((status) => status.from <= from && status.to >= to);
  return covered ? clipped : [{ standing: 'transferred', from, to }, ...clipped];
}

/** What undoing a roster writes of each member, and whether that gives or takes a vote. @throws revision.stale where someone has acted on it since */
export async function undoRoster(
  doing: Doing,
  body: Body,
): Promise<{ readonly altersVote: boolean; readonly write: () => Promise<void> }> {
  const plan = (await changed(doing, body, 1)).flatMap(({ change, kept }) =>
    kept ? [{ change, member: kept.member, statuses: back(kept.member, change) }] : [],
  );
  return {
    altersVote: plan.some(({ change, member, statuses }) =>
      altersVote(member, { ...member, history: [...member.history, ...statuses] }, daysOf(change, doing.today)),
    ),
    write: async () => {
      const changes = plan.map(({ member, statuses }) => ({ member: member.id, statuses }));
      if (changes.length > 0) await addManyStatuses(doing.rows, doing.at, changes, doing.now, doing.actor);
    },
  };
}
