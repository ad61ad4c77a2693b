import type { Rows } from './database.ts';
import type { ShieldTable } from './tables-process.ts';

/** Keeps who reported a matter, sealed 反映人保护 (product §3.3). */
export async function addShield(rows: Rows, shield: ShieldTable): Promise<void> {
  await rows.insertInto('shield').values(shield).execute();
}

/** Who reported a matter, sealed. */
export async function readShield(rows: Rows, branch: string, id: string): Promise<ShieldTable | undefined> {
  return await rows
    .selectFrom('shield')
    .selectAll()
    .where('branch_id', '=', branch)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The matters that a person reported, by the keyed digest of the person. */
export async function reportedBy(rows: Rows, branch: string, who: string): Promise<readonly string[]> {
  const found = await rows
    .selectFrom('shield')
    .select('id')
    .where('branch_id', '=', branch)
    .where('who', '=', who)
    .orderBy('id')
    .execute();
  return found.map(({ id }) => id);
}
