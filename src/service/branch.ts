import { amountOf } from '#contract/amount.ts';
import type { BranchAnswer } from '#contract/branch.ts';
import { Refusal } from '#contract/problem.ts';
import type { Scheme } from '#domain/scheme/scheme.ts';
import { boardOf, branchOfBoard, listBranches, readBranch } from '#store/branch.ts';
import type { BranchTable } from '#store/tables.ts';
import type { Context } from './context.ts';
import { distribute } from './distribution.ts';

/** What the branch shows to everyone (product §6): `branch.show`. @throws branch.none */
export async function showBranch(context: Context, id: string): Promise<BranchAnswer> {
  const branch = await readBranch(context.store.rows, id);
  if (branch?.kind !== 'branch') throw new Refusal('branch.none');
  return (await publicView(context, branch)).answer;
}

/** What a standing board 公示牌 shows: the public facts of its branch and the scheme in force. @throws page.unknown */
export async function showBoard(context: Context, code: string): Promise<{ answer: BranchAnswer; scheme: Scheme }> {
  const id = await branchOfBoard(context.store.rows, code);
  const branch = (await listBranches(context.store.rows)).find((one) => one.branch_id === id);
  if (!branch) throw new Refusal('page.unknown');
  return await publicView(context, branch);
}

async function publicView(
  { store, clock, scores }: Context,
  branch: BranchTable,
): Promise<{ answer: BranchAnswer; scheme: Scheme }> {
  const { prepared, asOf, members } = await scores.of(store, branch.branch_id, clock.today());
  const { document } = prepared.scheme;
  const decimals = document.display?.decimals ?? 2;
  const present = members.filter(({ year }) => year.unranked !== 'not-member');
  const bins = distribute(present.map(({ year }) => year.evaluation.total));
  const counts = new Map<string, number>();
  for (const { year } of present) {
    const category = year.status?.category ?? '';
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const labels = (document.categories ?? []).map(({ id, label }) => ({ id, label: label ?? id }));
  const others = [...counts.keys()].filter((id) => !labels.some((one) => one.id === id));
  const answer: BranchAnswer = {
    name: branch.name,
    demo: branch.demo === 1,
    board: `/b/${(await boardOf(store.rows, branch.branch_id)) ?? ''}`,
    asOf,
    year: prepared.year,
    scheme: {
      title: document.title,
      ...(document.organisation !== undefined && { organisation: document.organisation }),
      version: document.version ?? 1,
      effective: document.effective ?? prepared.year.from,
    },
    members: present.length,
    categories: [...labels, ...others.map((id) => ({ id, label: id }))]
      .map(({ id, label }) => ({ label, count: counts.get(id) ?? 0 }))
      .filter(({ count }) => count > 0),
    ...(bins && {
      distribution: {
        state: 'expected' as const,
        bins: bins.map(({ from, to, count }) => ({
          ...(from !== undefined && { from: amountOf(from, decimals) }),
          ...(to !== undefined && { to: amountOf(to, decimals) }),
          count,
        })),
      },
    }),
  };
  return { answer, scheme: prepared.scheme };
}
