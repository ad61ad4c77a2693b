import type { AnswerOf, InputOf } from '#contract/api.ts';
import { scoreRows } from '#service/branch-scores.ts';
import type { Context } from '#service/context.ts';
import { distribute } from '#service/distribution.ts';
import { readBranch } from '#store/branch.ts';
import type { Rows } from '#store/database.ts';
import { listMatters } from '#store/matter.ts';
import { branchesBelow, findOrg } from '#store/org.ts';
import { lastVersion } from '#store/scheme.ts';
import type { BranchTable } from '#store/tables.ts';

type Row = AnswerOf<'rollup.show'>['rows'][number];

/** Every branch is computed anew: a page has fewer of them than of anything else. */
const MOST = 50;

async function rowOf(
  { schemes, clock }: Context,
  rows: Rows,
  { branch_id: id, name }: BranchTable,
  asked: string | undefined,
): Promise<Row> {
  const today = clock.today();
  const year = asked ?? (await schemes.yearOf(rows, id, today));
  const state = async (noun: 'settlement' | 'filing'): Promise<string | null> =>
    (await listMatters(rows, id, noun, { period: [year] })).at(-1)?.state ?? null;
  const told = { branch: id, name, settlement: await state('settlement'), filing: await state('filing') };
  if ((await lastVersion(rows, id)) === 0) return { ...told, members: 0, asOf: null, distribution: null };
  const { asOf, members } = await scoreRows(rows, id, await schemes.lastDay(rows, id, year, today));
  const counted = members.filter(({ year: own }) => own.unranked !== 'not-member');
  const bars = distribute(counted.map(({ year: own }) => own.evaluation.total));
  return { ...told, members: counted.length, asOf, distribution: bars ? bars.map((bar) => ({ ...bar })) : null };
}

/** What a superior sees of the branches below it 汇总: `rollup.show`; counts and bars in which nobody can be picked out (product §2, §6). */
export async function showRollup(
  context: Context,
  { branch, year, limit = MOST, cursor }: InputOf<'rollup.show'>,
): Promise<AnswerOf<'rollup.show'>> {
  const most = Math.min(limit, MOST);
  return await context.store.snapshot(async (rows) => {
    const asked = await readBranch(rows, branch);
    const path = asked && (await findOrg(rows, asked.org_id))?.path;
    if (!asked || path === undefined) return { rows: [], next: null };
    const below =
      asked.kind === 'branch' ? [asked] : await branchesBelow(rows, path, { after: cursor, most: most + 1 });
    const found: Row[] = [];
    for (const one of below.slice(0, most)) found.push(await rowOf(context, rows, one, year));
    return { rows: found, next: below.length > most ? (found.at(-1)?.branch ?? null) : null };
  });
}
