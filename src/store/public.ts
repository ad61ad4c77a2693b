import type { Digest } from '#domain/ledger/digest.ts';
import { isCode } from './branch.ts';
import type { Rows } from './database.ts';
import type { EventTable, NoticeCodeTable } from './tables.ts';
import type { DocumentTable } from './tables-process.ts';

/** Opens a notice 公示 to whoever has its code. */
export async function addNoticeCode(rows: Rows, notice: NoticeCodeTable): Promise<void> {
  await rows.insertInto('notice_code').values(notice).execute();
}

/** The branch and matter of a notice by its code. */
export async function noticeOfCode(rows: Rows, code: string): Promise<NoticeCodeTable | undefined> {
  if (!isCode(code)) return undefined;
  return await rows.selectFrom('notice_code').selectAll().where('code', '=', code).executeTakeFirst();
}

/** The event 上链事件 whose hash begins with these hexadecimal digits; undefined where there is none or more than one. */
export async function eventOfHash(
  rows: Rows,
  digits: string,
): Promise<Pick<EventTable, 'branch_id' | 'seq' | 'kind' | 'at' | 'hash'> | undefined> {
  const found = await rows
    .selectFrom('event')
    .select(['branch_id', 'seq', 'kind', 'at', 'hash'])
    .where('hash', '>=', digits)
    .where('hash', '<', `${digits}g`) // the letter after the last digit
    .limit(2)
    .execute();
  return found.length === 1 ? found[0] : undefined;
}

/** The document that an event sealed. */
export async function documentOfEvent(rows: Rows, branch: string, seq: number): Promise<DocumentTable | undefined> {
  const query = rows.selectFrom('document').selectAll().where('branch_id', '=', branch).where('seq', '=', seq);
  return await query.executeTakeFirst();
}

/** The number of the document that supersedes another of its kind 替代; undefined while none does. */
export async function supersederOf(
  rows: Rows,
  { branch_id, kind, number }: Pick<DocumentTable, 'branch_id' | 'kind' | 'number'>,
): Promise<number | undefined> {
  const found = await rows
    .selectFrom('document')
    .select('number')
    .where('branch_id', '=', branch_id)
    .where('kind', '=', kind)
    .where('supersedes', '=', number)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return found?.number;
}

/** The hash of an event of a branch: the fingerprint of what it sealed. */
export async function hashOfEvent(rows: Rows, branch: string, seq: number): Promise<Digest | undefined> {
  const query = rows.selectFrom('event').select('hash').where('branch_id', '=', branch).where('seq', '=', seq);
  return (await query.executeTakeFirst())?.hash;
}
