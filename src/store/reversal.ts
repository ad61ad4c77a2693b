import { draftReversal } from '#domain/ledger/draft.ts';
import type { Fact } from '#domain/ledger/fact.ts';
import { type NotReversible, whyNotReversible } from '#domain/ledger/reversal.ts';
import type { Rows } from './database.ts';
import { columnsOf } from './fact-row.ts';
import type { Head } from './head.ts';
import { append, SYSTEM } from './ledger.ts';

/** An entry to be taken back 冲正, with the reason, and the finding where there is one. */
export type NewReversal = { readonly reverses: number; readonly reason: string; readonly finding?: string };

/** An entry cannot be reversed. */
export class CannotReverse extends Error {
  override readonly name = 'CannotReverse';
  readonly code: NotReversible;

  constructor(code: NotReversible) {
    super(code);
    this.code = code;
  }
}

/** Takes an entry back by an entry of its own, numbered on, that names it; both stay readable and neither counts (product §5.2). @throws CannotReverse */
export async function reverseEntry(
  rows: Rows,
  branch: string,
  { reverses, reason, finding }: NewReversal,
  now: string,
  actor = SYSTEM,
): Promise<Head> {
  return await append(rows, branch, actor, async (transaction, { seq }) => {
    const entries = transaction.selectFrom('entry').where('branch_id', '=', branch);
    const entry = await entries.selectAll().where('seq', '=', reverses).executeTakeFirst();
    const before = await entries.select('seq').where('reverses', '=', reverses).executeTakeFirst();
    const refused = whyNotReversible(entry && { isReversal: entry.reverses !== null, reversed: before !== undefined });
    if (refused !== undefined || !entry) throw new CannotReverse(refused ?? 'entry.unknown');
    const { member_id: member, item, day } = entry;
    const fact: Fact = { item, day, note: reason, ...(finding !== undefined && { ref: finding }) };
    const number = seq + 1;
    const row = { branch_id: branch, seq: number, member_id: member, ...columnsOf(fact), created_at: now, reverses };
    await transaction.insertInto('entry').values(row).execute();
    return [{ draft: draftReversal(number, reverses, member, fact, { actor, now }), member, number }];
  });
}

/** Whether an entry was taken back 已冲正. */
export async function isReversed(rows: Rows, branch: string, seq: number): Promise<boolean> {
  const found = rows.selectFrom('entry').select('seq').where('branch_id', '=', branch).where('reverses', '=', seq);
  return (await found.executeTakeFirst()) !== undefined;
}
