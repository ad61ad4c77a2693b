import { Refusal } from '#contract/problem.ts';
import type { ArchiveQuery } from '#contract/stream.ts';
import { type Archived, writeArchive } from './archive.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import { Reading } from './reading.ts';

/**
 * The lines of a branch's archive 存档导出 for who may have them: `archive.export`, noted under 谁看过我 before anything is read. They are read from one
 * state at once: a slow reader holds up nobody. @throws right.missing, reason.missing, branch.none
 */
export async function exportArchive(
  context: Context,
  caller: Caller,
  { branch, year, reason }: ArchiveQuery,
): Promise<Archived & { readonly lines: readonly string[] }> {
  await context.store.transaction(async (rows) => {
    const reading = await Reading.open(context, rows, { branch, caller, action: 'archive.export' });
    await allowArchive(reading, reason);
  });
  const lines: string[] = [];
  const archived = await writeArchive(context, { branch, year }, (line) => {
    lines.push(`${line}\n`);
  });
  return { ...archived, lines };
}

/** Asks for the right to a whole archive 存档: the office of the branch by its duty, a superior only with a reason that the branch sees, as for raw lines (product §2). @throws right.missing, reason.missing */
export async function allowArchive(reading: Reading, reason: string | undefined): Promise<void> {
  if (!reading.may()) throw new Refusal('right.missing');
  if (reason === undefined && !reading.holds(['secretary', 'recorder'])) throw new Refusal('reason.missing');
  await reading.allow([], '#archive', reason);
}
