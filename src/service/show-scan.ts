import type { EvidenceFile } from '#contract/evidence.ts';
import type { ScanQuery } from '#contract/stream.ts';
import { readMatter } from '#store/matter.ts';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';
import { Reading } from './reading.ts';
import { scanFor } from './reads/scans.ts';

/** The file of a scan for who may see it 查看签字扫描件: `scan.show`, which leaves a trace. @throws right.missing, thing.unknown */
export async function findScan(
  { store, ...context }: Context,
  caller: Caller,
  { branch, id }: ScanQuery,
): Promise<EvidenceFile> {
  return await store.transaction(async (rows) => {
    const reading = await Reading.open({ store, ...context }, rows, { branch, caller, action: 'scan.show' });
    return (await scanFor(reading, id)).body.file;
  });
}

/** What a scan is about, by which its file is named; nothing where there is no such scan, which the act then refuses. */
export async function aboutOfScan({ store }: Context, branch: string, id: string): Promise<string> {
  return (await readMatter(store.rows, branch, 'scan', id))?.parent ?? '';
}
