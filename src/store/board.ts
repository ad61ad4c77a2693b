import type { Noun } from './bodies.ts';
import type { Rows } from './database.ts';
import { listMatters, type Matter, matterOf } from './matter.ts';

/** Which states of a noun are asked for. */
export type Asked = { readonly [N in Noun]?: readonly string[] };

/** Reads the matters of branches that stand in some states 在办事项, by noun, in the order of their ids, all in one statement. */
export async function mattersIn(
  rows: Rows,
  branches: readonly string[],
  asked: Asked,
): Promise<readonly (Matter & { readonly branch: string })[]> {
  if (branches.length === 0) return [];
  const wanted = Object.entries(asked);
  const found = await rows
    .selectFrom('matter')
    .selectAll()
    .where('branch_id', 'in', [...branches])
    .where((by) =>
      by.or(wanted.map(([noun, states]) => by.and([by('noun', '=', noun), by('state', 'in', [...states])]))),
    )
    .orderBy('id')
    .execute();
  return found.map((row) => ({ ...matterOf(row), branch: row.branch_id }));
}

/** That there are matters of some nouns 办理痕迹, in whatever state and without their content, which may be long. */
export async function marksOf(rows: Rows, branch: string, nouns: readonly Noun[]): Promise<readonly Matter[]> {
  const found = await rows
    .selectFrom('matter')
    .select(['branch_id', 'noun', 'id', 'state', 'revision', 'subject', 'period', 'parent', 'created_at', 'changed_at'])
    .where('branch_id', '=', branch)
    .where('noun', 'in', [...nouns])
    .orderBy('id')
    .execute();
  return found.map((row) => matterOf({ ...row, body: '{}' }));
}

/** The matters of a noun by their ids. */
export async function mattersOf<N extends Noun>(
  rows: Rows,
  branch: string,
  noun: N,
  ids: readonly string[],
): Promise<readonly Matter<N>[]> {
  if (ids.length === 0) return [];
  const all = rows.selectFrom('matter').selectAll().where('branch_id', '=', branch).where('noun', '=', noun);
  return (await all.where('id', 'in', [...ids]).execute()).map(matterOf<N>);
}

/** The submitted lines that a person was named to verify 待核实事项; the content is text in every database, and only of these few is it looked into. */
export async function toVerify(rows: Rows, branch: string, person: string): Promise<readonly Matter<'line'>[]> {
  const found = await rows
    .selectFrom('matter')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('noun', '=', 'line')
    .where('state', '=', 'submitted')
    .where('body', 'like', `%${JSON.stringify({ verifier: person }).slice(1, -1)}%`)
    .orderBy('id')
    .execute();
  return found.map(matterOf<'line'>).filter(({ body }) => body.verifier === person);
}

/** The hearings of some matters 告知, in whatever state. */
export async function heardOf(
  rows: Rows,
  branch: string,
  parents: readonly string[],
): Promise<readonly Matter<'hearing'>[]> {
  return await listMatters(rows, branch, 'hearing', { parents });
}
