import type { Day } from '#domain/kernel/day.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';
import { addBoard, addBranch, listBranches } from '#store/branch.ts';
import { lockSetup } from '#store/dialect.ts';
import { addEntries } from '#store/entry.ts';
import { addMembers } from '#store/member.ts';
import { addOrg } from '#store/org.ts';
import { addScheme } from '#store/scheme.ts';
import type { Context } from './context.ts';
import { newBoardCode, newId } from './new-id.ts';

/** A branch as read from files: its scheme as written and as data, its roster, and a year's facts by the roster's member id. */
export type BranchFiles = {
  readonly organisation: string;
  readonly scheme: {
    readonly version: number;
    readonly effective: Day;
    readonly source: string;
    readonly document: unknown;
  };
  readonly members: readonly Member[];
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
};

/** Whether the database has no branch yet. */
export async function isEmpty({ store }: Pick<Context, 'store'>): Promise<boolean> {
  return (await listBranches(store.rows)).length === 0;
}

/** Fills an empty database with the demonstration branch 演示支部, wholly or not at all; does nothing when there is a branch. */
export async function seedDemo(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  files: BranchFiles,
): Promise<boolean> {
  return await store.transaction(async (rows) => {
    await lockSetup(rows);
    if ((await listBranches(rows)).length > 0) return false;
    const now = clock.now();
    const [org, branch] = [newId(), newId()];
    await addOrg(rows, { id: org, parent_id: null, path: `/${org}/`, name: files.organisation, created_at: now });
    await addBranch(rows, { branch_id: branch, org_id: org, name: files.organisation, demo: 1, created_at: now });
    await addBoard(rows, { code: newBoardCode(), branch_id: branch, created_at: now });
    await addScheme(rows, branch, files.scheme, now);
    const ids = new Map(files.members.map((member) => [member.id, newId()]));
    const kept = files.members.map((member) => ({
      code: member.id,
      member: { ...member, id: ids.get(member.id) ?? member.id },
    }));
    await addMembers(rows, branch, kept, now);
    const entries = [...files.facts].flatMap(([code, facts]) =>
      facts.map((fact) => ({ member: ids.get(code) ?? code, fact })),
    );
    await addEntries(rows, branch, entries, now);
    return true;
  });
}
