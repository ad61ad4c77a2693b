import { BackupFault } from './backup-fault.ts';
import { copyTables, digestTables, type TableDigest } from './copy-rows.ts';
import type { Store } from './database.ts';
import { fillPlace } from './fill-place.ts';
import { ALL_TABLES, readShapes } from './table-shape.ts';

/**
 * Moves 迁移 everything that one database holds at one moment into an empty place, and proves table by table that both hold the same before it counts.
 * The source is only read. @throws BackupFault
 */
export async function moveRows(
  from: Store,
  to: string,
  check: (store: Store) => Promise<void>,
): Promise<readonly TableDigest[]> {
  return await from.snapshot(async (source) => {
    const shapes = await readShapes(source, ALL_TABLES);
    const wanted = await digestTables(source, shapes);
    await fillPlace(to, {
      tables: ALL_TABLES,
      add: (rows) => copyTables(source, rows, shapes),
      check: async (store) => {
        // Read anew from what was written, by the shapes that the target itself says.
        const found = await digestTables(store.rows, await readShapes(store.rows, ALL_TABLES));
        for (const [at, { table, rows, sha256 }] of wanted.entries()) {
          const other = found[at];
          if (other?.table !== table || other.rows !== rows || other.sha256 !== sha256)
            throw new BackupFault('unequal', undefined, table);
        }
        await check(store);
      },
    });
    return wanted;
  });
}
