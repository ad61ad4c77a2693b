import { draftMember } from '#domain/ledger/draft.ts';
import type { Member } from '#domain/ledger/member.ts';
import type { Rows } from './database.ts';
import { append, BATCH, type Planned, SYSTEM } from './ledger.ts';
import { listStatuses, readStatuses, writeStatuses } from './status.ts';

/** A member as kept: the domain's member under the application's id, with the number of the branch's own roster. */
export type KeptMember = { readonly member: Member; readonly code: string };

/** Adds members 党员 with their dated standing to a branch's roster, each with its events on the chain. */
export async function addMembers(
  rows: Rows,
  branch: string,
  members: readonly KeptMember[],
  now: string,
  actor = SYSTEM,
): Promise<void> {
  await append(rows, branch, actor, async (transaction) => {
    const values = members.map(({ member: { id, name, lastTotal }, code }) => ({
      branch_id: branch,
      member_id: id,
      code,
      name,
      last_total: lastTotal ?? null,
      created_at: now,
    }));
    for (let at = 0; at < values.length; at += BATCH)
      await transaction
        .insertInto('member')
        .values(values.slice(at, at + BATCH))
        .execute();
    const standings = await writeStatuses(
      transaction,
      branch,
      members.map(({ member }) => ({ member: member.id, statuses: member.history, first: 1 })),
      { actor, now },
    );
    const own = groupedBy(standings);
    // On the chain a member comes before what held of it.
    return members.flatMap(({ member: { id, name, lastTotal }, code }): readonly Planned[] => {
      const joined = { code, name, ...(lastTotal !== undefined && { lastTotal }) };
      return [{ draft: draftMember(id, joined, { actor, now }), member: id }, ...(own.get(id) ?? [])];
    });
  });
}

function groupedBy(planned: readonly Planned[]): ReadonlyMap<string, readonly Planned[]> {
  const own = new Map<string, Planned[]>();
  for (const one of planned) {
    const { member = '' } = one;
    own.set(member, [...(own.get(member) ?? []), one]);
  }
  return own;
}

/** The members of a branch with their history, in the order of the roster's numbers. */
export async function listMembers(rows: Rows, branch: string): Promise<readonly KeptMember[]> {
  const found = await rows.selectFrom('member').selectAll().where('branch_id', '=', branch).orderBy('code').execute();
  const histories = await listStatuses(rows, branch);
  return found.map(({ member_id: id, name, code, last_total: lastTotal }) => ({
    code,
    member: { id, name, history: histories.get(id) ?? [], ...(lastTotal !== null && { lastTotal }) },
  }));
}

/** One member of a branch with its history. */
export async function readMember(rows: Rows, branch: string, id: string): Promise<KeptMember | undefined> {
  const found = await rows
    .selectFrom('member')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('member_id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  const { name, code, last_total: lastTotal } = found;
  const history = await readStatuses(rows, branch, id);
  return { code, member: { id, name, history, ...(lastTotal !== null && { lastTotal }) } };
}
