import type { Day } from '#domain/kernel/day.ts';
import { draftScheme } from '#domain/ledger/draft.ts';
import type { Rows } from './database.ts';
import { append, SYSTEM } from './ledger.ts';

/** A version of a scheme 方案 as kept: the text that people wrote and its content as JSON. */
export type SchemeVersion = {
  readonly version: number;
  readonly effective: Day;
  readonly source: string;
  readonly document: unknown;
};

/** Adopts a version of a branch's scheme, with its event on the chain; it is never changed afterwards (product §3.1). */
export async function addScheme(
  rows: Rows,
  branch: string,
  scheme: SchemeVersion,
  now: string,
  actor = SYSTEM,
): Promise<void> {
  const adopted = { ...scheme, document: JSON.stringify(scheme.document) };
  const { version, effective, source, document } = adopted;
  const row = { branch_id: branch, version, effective, source, document, created_at: now };
  await append(rows, branch, actor, async (transaction, _, hash) => {
    await transaction.insertInto('scheme').values(row).execute();
    return [{ draft: draftScheme(hash, adopted, { actor, now }), number: version }];
  });
}

/** The versions of a branch's scheme, oldest first. */
export async function listSchemes(rows: Rows, branch: string): Promise<readonly SchemeVersion[]> {
  const found = await rows
    .selectFrom('scheme')
    .selectAll()
    .where('branch_id', '=', branch)
    .orderBy('version')
    .execute();
  return found.map(({ version, effective, source, document }) => ({
    version,
    effective,
    source,
    document: JSON.parse(document) as unknown,
  }));
}

/** The number of a branch's latest version; 0 before the first. */
export async function lastVersion(rows: Rows, branch: string): Promise<number> {
  const found = await rows
    .selectFrom('scheme')
    .select((column) => column.fn.max('version').as('version'))
    .where('branch_id', '=', branch)
    .executeTakeFirst();
  return found?.version ?? 0;
}
