import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';
import { addBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { columnsOf } from '#store/fact-row.ts';
import { addOrg } from '#store/org.ts';

const NOW = '2026-01-01T00:00:00.000Z';

/** Members with the facts of each, in one order. */
export type Filling = readonly { readonly member: Member; readonly facts: readonly Fact[] }[];

/** The organisation above the branches of a test. */
export async function addTestOrg(rows: Rows): Promise<void> {
  await addOrg(rows, { id: 'o', parent_id: null, path: '/o/', name: '某区', created_at: NOW });
}

/** Fills a new branch with members and facts, row by row as the ledger writes them; the chain is left out, which no settlement reads. */
export async function fillBranch(rows: Rows, branch: string, filling: Filling): Promise<void> {
  await addBranch(rows, { branch_id: branch, org_id: 'o', name: branch, demo: 0, created_at: NOW });
  const members = filling.map(({ member: { id, name, lastTotal } }) => ({
    branch_id: branch,
    member_id: id,
    code: id,
    name,
    last_total: lastTotal ?? null,
    created_at: NOW,
  }));
  if (members.length > 0) await rows.insertInto('member').values(members).execute();
  const statuses = filling.flatMap(({ member: { id, history } }) =>
    history.map(({ from, to, standing, category, group, role }, at) => ({
      branch_id: branch,
      member_id: id,
      seq: at + 1,
      from_day: from,
      to_day: to,
      standing,
      category: category ?? null,
      group_name: group ?? null,
      role: role ?? null,
    })),
  );
  if (statuses.length > 0) await rows.insertInto('status').values(statuses).execute();
  const entries = filling
    .flatMap(({ member, facts }) => facts.map((fact) => ({ member, fact })))
    .map(({ member, fact }, at) => ({
      branch_id: branch,
      seq: at + 1,
      member_id: member.id,
      ...columnsOf(fact),
      created_at: NOW,
      reverses: null,
    }));
  for (let at = 0; at < entries.length; at += 500)
    await rows
      .insertInto('entry')
      .values(entries.slice(at, at + 500))
      .execute();
  await rows.updateTable('head').set({ seq: entries.length }).where('branch_id', '=', branch).execute();
}
