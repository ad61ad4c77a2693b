import { join } from 'node:path';
import { EVIDENCE_FOLDER } from '#server/evidence-files.ts';
import { examineFiles, listFolder } from '#store/backup-files.ts';
import { openStore, PATIENT } from '#store/database.ts';
import { namedFiles } from '#store/named-files.ts';
import { listOf, plain, said } from './backup-file-words.ts';
import { saidBy } from './data-folder.ts';
import type { Check } from './doctor-checks.ts';

/**
 * The attached files 附件核对: each that a matter names is there and is what was kept; whatever else lies in their folder is told, as an upload that was
 * cut off leaves a file that belongs to nobody. `at` is the database, `folder` the data folder.
 */
export async function checkFiles(at: string, folder: string): Promise<Check> {
  const path = join(folder, EVIDENCE_FOLDER);
  try {
    // Listed first: whatever is named afterwards was written before.
    const listing = await listFolder(path);
    const store = await openStore(at, PATIENT);
    try {
      const named = await namedFiles(store.rows);
      const files = await examineFiles(listing, named);
      const stray = (listing.listed ?? []).filter((name) => !named.has(name));
      return sayFiles(path, {
        kept: 0,
        missing: [],
        changed: [],
        ...files,
        folder: listing.listed !== undefined,
        stray,
      });
    } finally {
      await store.close();
    }
  } catch (error) {
    const why = saidBy(error);
    return {
      name: 'files',
      ok: false,
      zh: `附件目录 ${path} 读不出来：${why}`,
      en: `the folder ${path} cannot be read: ${why}`,
    };
  }
}

type Files = Pick<NonNullable<Awaited<ReturnType<typeof examineFiles>>>, 'folder' | 'kept' | 'missing' | 'changed'> & {
  readonly stray: readonly string[];
};

function sayFiles(path: string, { folder, kept, missing, changed, stray }: Files): Check {
  const ok = missing.length + changed.length === 0;
  const data = { path, kept, missing: missing.map(said), changed: changed.map(said), stray };
  if (!folder && missing.length > 0)
    return {
      name: 'files',
      ok,
      zh: `没有找到附件目录 ${path}，记录中的附件有 ${missing.length} 个：请核对 DATA_DIR`,
      en: `there is no folder ${path} for the ${missing.length} attached files on record: check DATA_DIR`,
      data,
    };
  const [lost, other, strays] = [listOf(missing.map(said)), listOf(changed.map(said)), listOf(stray.map(plain))];
  const zh = [
    `附件 ${kept} 个与记录相符`,
    missing.length > 0 && `${missing.length} 个不在目录中，请从备份取回：${lost}`,
    changed.length > 0 && `${changed.length} 个读不出来或与记录的摘要不符，请从备份取回：${other}`,
    stray.length > 0 && `目录中另有 ${stray.length} 个文件不属于任何事项，核对后可删去：${strays}`,
  ];
  const en = [
    `${kept} attached files are as on record`,
    missing.length > 0 && `${missing.length} are not in the folder, fetch them from a backup: ${lost}`,
    changed.length > 0 &&
      `${changed.length} cannot be read or do not fit the digest on record, fetch them from a backup: ${other}`,
    stray.length > 0 &&
      `${stray.length} more files in the folder belong to no matter and may be removed once looked at: ${strays}`,
  ];
  return { name: 'files', ok, zh: joined(zh, '；'), en: joined(en, '; '), data };
}

function joined(parts: readonly (string | false)[], mark: string): string {
  return parts.filter((part) => part !== false).join(mark);
}
