import type { Bodies, Noun } from './bodies.ts';
import type { Rows } from './database.ts';
import type { Write } from './dialect.ts';
import type { MatterTable } from './tables-process.ts';

/** A matter 事项 as read: its content is what its noun says. */
export type Matter<N extends Noun = Noun> = {
  readonly noun: N;
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly subject?: string;
  readonly period?: string;
  readonly parent?: string;
  readonly body: Bodies[N];
  readonly created: string;
  readonly changed: string;
};

/** Which matters are asked for. */
export type Sought = {
  readonly state?: readonly string[];
  readonly period?: readonly string[];
  readonly subject?: string;
  readonly parent?: string;
  readonly parents?: readonly string[];
  readonly notState?: readonly string[];
  /** Not made before this instant. */
  readonly since?: string;
  /** After which id, and how many at most. */
  readonly after?: string;
  readonly most?: number;
};

/** Reads one matter of a branch. */
export async function readMatter<N extends Noun>(
  rows: Rows,
  branch: string,
  noun: N,
  id: string,
): Promise<Matter<N> | undefined> {
  const found = await matters(rows, branch, noun).where('id', '=', id).executeTakeFirst();
  return found && matterOf<N>(found);
}

/** Reads the matters of a noun 事项列表 in the order of their ids, which are in the order of time. */
export async function listMatters<N extends Noun>(
  rows: Rows,
  branch: string,
  noun: N,
  { state, period, subject, parent, parents, notState, since, after, most }: Sought = {},
): Promise<readonly Matter<N>[]> {
  let query = matters(rows, branch, noun).orderBy('id');
  if (state) query = query.where('state', 'in', [...state]);
  if (period) query = query.where('period', 'in', [...period]);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (parent !== undefined) query = query.where('parent', '=', parent);
  if (parents?.length === 0) return [];
  if (parents) query = query.where('parent', 'in', [...parents]);
  if (notState) query = query.where('state', 'not in', [...notState]);
  if (since !== undefined) query = query.where('created_at', '>=', since);
  if (after !== undefined) query = query.where('id', '>', after);
  if (most !== undefined) query = query.limit(most);
  return (await query.execute()).map(matterOf<N>);
}

/** What writes a new matter; its revision is 1. */
export function newMatter<N extends Noun>(rows: Rows, branch: string, matter: Matter<N>): Write {
  return rows.insertInto('matter').values(rowOf(branch, matter));
}

/** Writes a new matter. */
export async function addMatter<N extends Noun>(rows: Rows, branch: string, matter: Matter<N>): Promise<void> {
  await newMatter(rows, branch, matter).execute();
}

/** What writes a matter as it has become; whoever holds the branch's head is alone in doing so. */
export function changedMatter<N extends Noun>(rows: Rows, branch: string, matter: Matter<N>): Write {
  const { branch_id, noun, id, ...changed } = rowOf(branch, matter);
  return rows
    .updateTable('matter')
    .set(changed)
    .where('branch_id', '=', branch_id)
    .where('noun', '=', noun)
    .where('id', '=', id);
}

function matters(rows: Rows, branch: string, noun: string) {
  return rows.selectFrom('matter').selectAll().where('branch_id', '=', branch).where('noun', '=', noun);
}

function rowOf<N extends Noun>(branch: string, matter: Matter<N>): MatterTable {
  return {
    branch_id: branch,
    noun: matter.noun,
    id: matter.id,
    state: matter.state,
    revision: matter.revision,
    subject: matter.subject ?? null,
    period: matter.period ?? null,
    parent: matter.parent ?? null,
    body: JSON.stringify(matter.body),
    created_at: matter.created,
    changed_at: matter.changed,
  };
}

/** A matter, from its row. */
export function matterOf<N extends Noun>(row: MatterTable): Matter<N> {
  const { subject, period, parent } = row;
  return {
    noun: row.noun as N,
    id: row.id,
    state: row.state,
    revision: row.revision,
    ...(subject !== null && { subject }),
    ...(period !== null && { period }),
    ...(parent !== null && { parent }),
    body: JSON.parse(row.body) as Bodies[N],
    created: row.created_at,
    changed: row.changed_at,
  };
}
