/** Why a backup is not restored, or a database not moved. */
export type BackupFaultCode =
  | 'foreign'
  | 'newer'
  | 'older'
  | 'cut-short'
  | 'damaged'
  | 'malformed'
  | 'order'
  | 'count'
  | 'digest'
  | 'refused'
  | 'taken'
  | 'unequal'
  | 'unsound'
  | 'file-name'
  | 'file-digest'
  | 'file-foreign'
  | 'file-missing'
  | 'file-taken';

/** A backup 备份 that is not what it must be, or a place that cannot take it: why, the line of the file where there is one, and the table, branch or file. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
  readonly why: BackupFaultCode;
  readonly line: number | undefined;
  readonly about: string | undefined;

  constructor(why: BackupFaultCode, line?: number, about?: string, cause?: unknown) {
    super([why, line, about].filter((part) => part !== undefined).join(' '), { cause });
    this.why = why;
    this.line = line;
    this.about = about;
  }
}
