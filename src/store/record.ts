import type { Rows } from './database.ts';
import { writeTogether } from './dialect.ts';
import type { AccessTable, AnswerTable, RecordTable } from './tables-process.ts';

/** Adds a line to the audit record 审计日志. */
export async function addRecord(rows: Rows, record: RecordTable): Promise<void> {
  await rows.insertInto('record').values(record).execute();
}

/** Lines of the audit record by page, latest first; `after` is the instant and id of the last one seen. */
export async function listRecord(
  rows: Rows,
  branch: string,
  {
    actor,
    action,
    outcome,
    after,
    most,
  }: {
    readonly actor?: string | undefined;
    readonly action?: string | undefined;
    readonly outcome?: RecordTable['outcome'] | undefined;
    readonly after?: readonly [at: string, id: string] | undefined;
    readonly most: number;
  },
): Promise<readonly RecordTable[]> {
  let query = rows.selectFrom('record').selectAll().where('branch_id', '=', branch);
  if (actor !== undefined) query = query.where('actor', '=', actor);
  if (action !== undefined) query = query.where('action', '=', action);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (after) {
    const [at, id] = after;
    query = query.where((where) =>
      where.or([where('at', '<', at), where.and([where('at', '=', at), where('record_id', '<', id)])]),
    );
  }
  return await query.orderBy('at', 'desc').orderBy('record_id', 'desc').limit(most).execute();
}

/** Notes that someone in office read another person's record 谁看过我 (product §5.8). */
export async function addAccess(rows: Rows, access: AccessTable): Promise<void> {
  await rows.insertInto('access').values(access).execute();
}

/** Whether a viewer's reading of a set was noted since an instant 已留痕. */
export async function hasAccess(
  rows: Rows,
  { branch_id: branch, viewer, subject, at }: Pick<AccessTable, 'branch_id' | 'viewer' | 'subject' | 'at'>,
): Promise<boolean> {
  const noted = rows.selectFrom('access').select('access_id').where('branch_id', '=', branch);
  const found = noted.where('subject', '=', subject).where('at', '>=', at).where('viewer', '=', viewer).limit(1);
  return (await found.executeTakeFirst()) !== undefined;
}

/** Who looked at a member's record, latest first, lists among it: the name of a set begins with `#`. */
export async function listAccess(rows: Rows, branch: string, member: string): Promise<readonly AccessTable[]> {
  return await rows
    .selectFrom('access')
    .selectAll()
    .where('branch_id', '=', branch)
    .where((where) => where.or([where('subject', '=', member), where('subject', 'like', '#%')]))
    .orderBy('at', 'desc')
    .orderBy('access_id', 'desc')
    .limit(500)
    .execute();
}

/** Records an act and, where it has a key, keeps its answer with the effect that it tells of, in one transaction. */
export async function addRecordAndAnswer(rows: Rows, record: RecordTable, answer?: AnswerTable): Promise<void> {
  const recorded = rows.insertInto('record').values(record);
  await writeTogether(rows, answer ? [recorded, rows.insertInto('answer').values(answer)] : [recorded]);
}
