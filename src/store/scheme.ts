import type { Day } from '#domain/kernel/day.ts';
import type { Rows } from './database.ts';
import { advanceHead } from './head.ts';

/** A version of a scheme 方案 as kept: the text that people wrote and its content as JSON. */
export type SchemeVersion = {
  readonly version: number;
  readonly effective: Day;
  readonly source: string;
  readonly document: unknown;
};

/** Adds a version of a branch's scheme; it is never changed afterwards (product §3.1). */
export async function addScheme(rows: Rows, branch: string, scheme: SchemeVersion, now: string): Promise<void> {
  const { version, effective, source, document } = scheme;
  await rows
    .insertInto('scheme')
    .values({ branch_id: branch, version, effective, source, document: JSON.stringify(document), created_at: now })
    .execute();
  await advanceHead(rows, branch, 0);
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
