import type { FilesBackedUp } from '#store/backup-files.ts';
import type { FilesRestored } from '#store/backup-read-files.ts';
import type { NamedFile } from '#store/named-files.ts';
import type { Lang } from '#words/lang.ts';

/** So many are listed in words; `--json` lists all. */
const LISTED = 20;

/** A file of a list 附件清单: ids alone, never who or what it shows. */
export type ListedFile = Pick<NamedFile, 'branch' | 'noun' | 'id' | 'name'>;

/** What is printed of a file. */
export function listedFile({ branch, noun, id, name }: NamedFile): ListedFile {
  return { branch, noun, id, name };
}

/** What a backup says of attached files 附件, one line each: how many it has, and what is missing, changed or named nowhere. */
export function backedUpWords(
  { folder, kept, bytes, missing, changed, foreign }: FilesBackedUp,
  path: string,
  lang: Lang,
): readonly string[] {
  const say = (zh: string, en: string): string => (lang === 'en' ? en : zh);
  const lost = listOf(missing.map(said));
  return [
    say(`附件 ${kept} 个，共 ${sizeOf(bytes)}`, `attached files: ${kept}, ${sizeOf(bytes)}`),
    ...(missing.length === 0
      ? []
      : folder
        ? [
            say(
              `有 ${missing.length} 个附件不在目录中，未能备份，其余照常：${lost}`,
              `${missing.length} attached files are not in the folder and could not be backed up, the rest was: ${lost}`,
            ),
          ]
        : [
            say(
              `没有找到附件目录 ${path}，记录中的 ${missing.length} 个附件都未备份：请核对 DATA_DIR`,
              `there is no folder ${path}, and none of the ${missing.length} attached files on record was backed up: check DATA_DIR`,
            ),
          ]),
    ...(changed.length === 0
      ? []
      : [
          say(
            `有 ${changed.length} 个附件读不出来或与记录的摘要不符，未放入备份：${listOf(changed.map(said))}`,
            `${changed.length} attached files cannot be read or do not fit the digest on record, and were left out: ${listOf(changed.map(said))}`,
          ),
        ]),
    ...(foreign.length === 0
      ? []
      : [
          say(
            `附件目录中有 ${foreign.length} 个文件不属于任何事项，未放入备份：${listOf(foreign.map(plain))}`,
            `${foreign.length} files in the folder belong to no matter and were left out: ${listOf(foreign.map(plain))}`,
          ),
        ]),
  ];
}

/** What a restore says of attached files 附件: how many lie where, and which the backup did not have. */
export function restoredWords({ kept, bytes, absent }: FilesRestored, path: string, lang: Lang): readonly string[] {
  const say = (zh: string, en: string): string => (lang === 'en' ? en : zh);
  const lost = listOf(absent.map(said));
  return [
    ...(kept === 0
      ? []
      : [
          say(
            `附件 ${kept} 个（${sizeOf(bytes)}）已放回 ${path}，逐个核对相符`,
            `attached files: ${kept} (${sizeOf(bytes)}) are back in ${path}, each as it is on record`,
          ),
        ]),
    ...(absent.length === 0
      ? []
      : [
          say(
            `备份中没有记录的 ${absent.length} 个附件，记录本身完整：${lost}`,
            `${absent.length} attached files on record are not in the backup; the record itself is whole: ${lost}`,
          ),
        ]),
  ];
}

/** Where a file is named 附件所在, by ids alone. */
export function said({ branch, noun, id, name }: NamedFile): string {
  return `${branch}/${noun}/${id}/${name.slice(0, 12)}`;
}

/** A name that anybody may have given 文件名, on one line whatever is in it. */
export function plain(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : JSON.stringify(name).replaceAll(/[^\x20-\x7e\p{L}\p{N}]/gu, '?');
}

/** The first of a list 清单 on one line. */
export function listOf(items: readonly string[]): string {
  return [...items.slice(0, LISTED), ...(items.length > LISTED ? ['…'] : [])].join(' ');
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
