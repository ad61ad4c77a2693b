import type { ArchiveQuery } from '#contract/stream.ts';
import { type Archived, writeArchive } from './archive.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import { Reading } from './reading.ts';

/**
 * The lines of a branch's archive 存档导出 for who may have them: `archive.export`, noted under 谁看过我 before anything is read. They are read from one
 * state at once: a slow reader holds up nobody. @throws right.missing, branch.none
 */
export async function exportArchive(
  context: Context,
  caller: Caller,
  { branch, year }: ArchiveQuery,
): Promise<Archived & { readonly lines: readonly string[] }> {
  await context.store.transaction(async (rows) => {
    const reading = await Reading.open(context, rows, { branch, caller, action: 'archive.export' });
    await reading.allow([], '#archive');
  });
  const lines: string[] = [];
  const archived = await writeArchive(context, { branch, year }, (line) => {
    lines.push(`${line}\n`);
  });
  return { ...archived, lines };
}
