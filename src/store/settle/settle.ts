import { CompiledQuery } from 'kysely';
import type { Points } from '#domain/kernel/points.ts';
import { branchFigures } from '#domain/outcome/branch-year.ts';
import { evaluate } from '#domain/score/evaluate.ts';
import type { Prepared } from '#domain/score/prepare.ts';
import type { Rows } from '#store/database.ts';
import { isPostgres } from '#store/dialect.ts';
import { listFacts } from '#store/entry.ts';
import { listMembers } from '#store/member.ts';
import { compileSettlement, type Settlement } from './compile.ts';
import type { JoinedCells } from './profiles.ts';
import { numbered } from './script.ts';

/** A member's settled year 年度积分: total and components in the scheme's order, in 1/10000 point. */
export type Settled = {
  readonly total: Points;
  readonly components: ReadonlyMap<string, Points>;
  readonly vetoed: boolean;
};

/** Settles a branch 支部 for the year of a prepared scheme: each member's total by id, by one query, or by `evaluate` where the scheme cannot be one (product §4). */
export async function settle(rows: Rows, branch: string, prepared: Prepared): Promise<ReadonlyMap<string, Settled>> {
  const { settlement } = compileSettlement(prepared, await joinedCells(rows, branch));
  return settlement ? await runSettlement(rows, branch, settlement) : await evaluateBranch(rows, branch, prepared);
}

type Row = {
  readonly member_id: string;
  readonly periods: number;
  readonly total: number;
  readonly vetoed: number;
  readonly [component: `c${number}`]: number;
};

/** Runs a compiled settlement 年度积分 for a branch: points in 1/10000; one who belonged to no period has no components. */
export async function runSettlement(
  rows: Rows,
  branch: string,
  { sql, parameters, components }: Settlement,
): Promise<ReadonlyMap<string, Settled>> {
  const found = await rows.executeQuery<Row>(
    CompiledQuery.raw(isPostgres(rows) ? numbered(sql) : sql, [...parameters(branch)]),
  );
  return new Map(
    found.rows.map((row) => {
      const ids = row.periods === 0 ? [] : components;
      const points = new Map(ids.map((id, at) => [id, Number(row[`c${at}`])]));
      return [row.member_id, { total: row.total, components: points, vetoed: row.vetoed === 1 }];
    }),
  );
}

const JOINER = /[、,，;；/+]/u;

/** The cells of a branch's statuses that name several things at once, such as two offices 兼任; a compilation must know them. */
export async function joinedCells(rows: Rows, branch: string): Promise<JoinedCells> {
  const cells = async (column: 'category' | 'role' | 'group_name'): Promise<readonly string[]> => {
    const found = await rows.selectFrom('status').select(column).distinct().where('branch_id', '=', branch).execute();
    return found.flatMap((row) => {
      const cell = row[column];
      return cell !== undefined && cell !== null && JOINER.test(cell) ? [cell] : [];
    });
  };
  return { category: await cells('category'), role: await cells('role'), group: await cells('group_name') };
}

async function evaluateBranch(rows: Rows, branch: string, prepared: Prepared): Promise<ReadonlyMap<string, Settled>> {
  const members = (await listMembers(rows, branch)).map(({ member }) => member);
  const facts = await listFacts(rows, branch);
  const own = members.map(({ id }) => facts.get(id) ?? []);
  const figures = branchFigures(prepared, members, (at) => own[at] ?? []);
  return new Map(
    members.map((member, at) => {
      const subject = { member, facts: own[at] ?? [], figures: figures(member.id) };
      const { total, components, vetoed } = evaluate(prepared, subject);
      return [member.id, { total, components, vetoed }];
    }),
  );
}
