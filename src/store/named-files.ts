import { objectOf } from './backup-lines.ts';
import type { Rows } from './database.ts';

/** A digest of a file that is kept, and its size in bytes. */
export type FileDigest = { readonly sha256: string; readonly bytes: number };

/**
 * A file that matters name 在案附件: an attached file or a signed scan, where it is named first, and what it must be. The same original kept twice may
 * have been told with two digests; then either fits.
 */
export type NamedFile = {
  readonly name: string;
  readonly branch: string;
  readonly noun: string;
  readonly id: string;
  readonly kept: readonly FileDigest[];
};

/** Whether a text can be the name of a kept file: nothing else is ever written or opened, so that no name leads out of the folder. */
export function isFileName(name: unknown): name is string {
  return typeof name === 'string' && /^[0-9a-f]{64}$/.test(name);
}

/** The files that the matters of a database name, by name; content that cannot be read names none, and the chain tells of it. */
export async function namedFiles(rows: Rows): Promise<ReadonlyMap<string, NamedFile>> {
  const found = new Map<string, NamedFile>();
  const branches = await rows.selectFrom('matter').select('branch_id').distinct().orderBy('branch_id').execute();
  for (const { branch_id: branch } of branches) {
    const naming = rows
      .selectFrom('matter')
      .select(['noun', 'id', 'body'])
      .where('branch_id', '=', branch)
      .where('noun', 'in', ['line', 'scan'])
      .where('body', 'like', '%"kept"%')
      .orderBy('id');
    for (const { noun, id, body } of await naming.execute())
      for (const { name, ...digest } of filesOf(noun, body)) {
        const before = found.get(name);
        found.set(name, { name, branch, noun, id, ...before, kept: [...(before?.kept ?? []), digest] });
      }
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a matter of a branch names a kept file 在案与否. */
export async function isFileNamed(rows: Rows, branch: string, name: string): Promise<boolean> {
  if (!isFileName(name)) return false;
  const naming = rows
    .selectFrom('matter')
    .select('id')
    .where('branch_id', '=', branch)
    .where('noun', 'in', ['line', 'scan'])
    .where('body', 'like', `%"${name}"%`);
  return (await naming.limit(1).execute()).length > 0;
}

/** Whether a content is what some matter says of a file. */
export function isAsNamed({ kept }: NamedFile, { sha256, bytes }: FileDigest): boolean {
  return kept.some((one) => one.sha256 === sha256 && one.bytes === bytes);
}

function filesOf(noun: string, body: string): readonly (FileDigest & { readonly name: string })[] {
  const { evidence, file } = objectOf(body) ?? {};
  const told: readonly unknown[] = noun === 'scan' ? [file] : Array.isArray(evidence) ? evidence : [];
  return told.flatMap((one) => {
    if (typeof one !== 'object' || one === null) return [];
    const { name, kept, bytes } = one as Readonly<Record<string, unknown>>;
    return isFileName(name) && typeof kept === 'string' && typeof bytes === 'number'
      ? [{ name, sha256: kept, bytes }]
      : [];
  });
}
