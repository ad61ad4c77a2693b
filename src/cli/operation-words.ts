import { BackupFault, type BackupFaultCode } from '#store/backup-fault.ts';
import { FileThere } from '#store/backup-write.ts';
import type { Lang } from '#words/lang.ts';
import { isDatabaseError, saidBy } from './data-folder.ts';

/** Why a backup is not restored, or a database not moved, in words, Chinese first. */
const WORDS: Readonly<Record<BackupFaultCode, readonly [string, string]>> = {
  foreign: ['这不是本系统的备份文件', 'this is no backup of this program'],
  newer: ['备份来自更新的版本，请先更新程序', 'the backup is of a newer version: update the program first'],
  older: [
    '备份来自较早的版本：请先恢复到一个新的数据目录（会自动更新），再用 db move 迁入',
    'the backup is of an older version: restore it into a new folder, which brings it up to date, then use db move',
  ],
  'cut-short': ['文件不完整，后面缺少内容', 'the file is cut short'],
  damaged: ['文件已损坏，无法解压', 'the file is damaged and cannot be unpacked'],
  malformed: ['这一行不是备份应有的内容', 'this line is not what must stand in a backup'],
  order: ['行的次序不对或有重复', 'rows are out of order or repeated'],
  count: ['行数与文件所记的不符', 'the number of rows is not the one recorded'],
  digest: [
    '内容与文件末行的摘要不符，文件被改动过',
    'the content does not fit the digest of the last line: the file was changed',
  ],
  refused: ['从这一行起的内容数据库不接受', 'the database does not accept what begins with this line'],
  taken: ['目标处已有数据，只能恢复到空的数据库', 'there is data already: only an empty database is filled'],
  unequal: ['迁入的内容与原来的不一致', 'what was copied does not equal what it was copied from'],
  unsound: ['支部的链或得分核对不符', 'the chain or the scores of a branch do not fit'],
  'file-name': ['这不是附件的文件名', 'this is not the name of an attached file'],
  'file-digest': ['附件内容与记录的摘要不符', 'the content of an attached file does not fit the digest on record'],
  'file-foreign': ['这个附件不属于任何事项', 'this attached file belongs to no matter'],
  'file-missing': ['缺少记录中的附件', 'an attached file on record is missing'],
  'file-taken': [
    '附件目录中已有同名而内容不同的文件',
    'there is a file of this name with another content in the folder already',
  ],
};

/** Says an error of an operation 运维 in one line; undefined for one that is a bug. */
export function sayOperationFault(error: unknown, lang: Lang): string | undefined {
  const english = lang === 'en';
  if (error instanceof BackupFault) {
    const { why, line, about } = error;
    const where = [
      line !== undefined && (english ? `line ${line}` : `第 ${line} 行`),
      about !== undefined && about,
    ].filter((part) => part !== false);
    const what = WORDS[why][english ? 1 : 0];
    if (where.length === 0) return what;
    return english ? `${where.join(', ')}: ${what}` : `${where.join('，')}：${what}`;
  }
  if (error instanceof FileThere)
    return english
      ? `${error.message} exists already; replace it by --force.`
      : `文件已存在：${error.message}；要替换它请加 --force`;
  if (isDatabaseError(error) || error instanceof AggregateError)
    return `${english ? 'the database' : '数据库'}${english ? ': ' : '：'}${saidBy(error)}`;
  if (error instanceof Error && 'syscall' in error)
    return `${english ? 'not done: ' : '没有完成：'}${'code' in error ? String(error.code) : ''} ${pathOf(error)}`.trimEnd();
  return undefined;
}

/** The path that a system call failed on, where it says one. */
function pathOf(error: Error): string {
  return 'path' in error ? String(error.path) : '';
}

/** Runs an operation; what it is refused for is told on one line, and the exit status is 1. */
export async function operate(lang: Lang, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const said = sayOperationFault(error, lang);
    if (said === undefined) throw error;
    process.stderr.write(`${said}\n`);
    process.exitCode = 1;
  }
}
