import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { BackupFault } from './backup-fault.ts';
import { type BackupHeader, isKnown, KEPT_TABLES, objectOf, readHeader } from './backup-lines.ts';
import { type FilesRestored, readFiles } from './backup-read-files.ts';
import { readGzipLines } from './backup-stream.ts';
import { fits, isAfter, RowAdder, rowLine } from './copy-rows.ts';
import type { ArrivingFiles } from './fill-files.ts';
import { KNOWN_MIGRATIONS } from './migrate.ts';
import { type NamedFile, namedFiles } from './named-files.ts';
import { type Row, readShapes, type Shape } from './table-shape.ts';
import type { Tables } from './tables.ts';

/** What came out of a backup: how many tables and rows, the attached files, the SHA-256 of its last line, and the installation's key where it was kept. */
export type Restored = {
  readonly tables: number;
  readonly rows: number;
  readonly files: FilesRestored;
  readonly sha256: string;
  readonly key?: string;
};

/** So many rows are handed on at once. */
const BATCH = 200;

/** A backup file that has been opened: its header is read and known, its rows are not yet. */
export class BackupReader {
  readonly header: BackupHeader;
  readonly #lines: AsyncGenerator<string>;
  readonly #hash = createHash('sha256');
  #line = 1;

  private constructor(header: BackupHeader, lines: AsyncGenerator<string>, first: string) {
    this.header = header;
    this.#lines = lines;
    this.#hash.update(`${first}\n`);
  }

  /** Opens a backup 备份. Throws what the file system says when it cannot be read. @throws BackupFault */
  static async open(file: string): Promise<BackupReader> {
    const lines = readGzipLines(file);
    const { value: first, done } = await lines.next();
    if (done === true) throw new BackupFault('foreign', 1);
    try {
      return new BackupReader(headerOf(first), lines, first);
    } catch (error) {
      await lines.return(undefined);
      throw error;
    }
  }

  /** Whether its tables are those of this program; else they are made as they were and brought up to date afterwards. */
  get isOfToday(): boolean {
    return this.header.migrations.length === KNOWN_MIGRATIONS.length;
  }

  /** Adds every row to an empty database whose tables are those of the backup, hands on its files, and holds order, counts and digests to what it says. @throws BackupFault */
  async restore(rows: Transaction<Tables>, into: ArrivingFiles): Promise<Restored> {
    try {
      const shapes = await this.#shapes(rows);
      const adder = new RowAdder(rows);
      let text = await this.#next();
      let count = 0;
      for (const shape of shapes) {
        const wanted = this.header.tables[shape.table] ?? 0;
        let batch: Row[] = [];
        let last: Row | undefined;
        for (let at = 0; at < wanted; at++) {
          last = this.#row(shape, text, last);
          batch.push(last);
          if (batch.length === BATCH || at === wanted - 1) {
            const from = this.#line - batch.length + 1;
            await this.#accepted(shape, from, () => adder.add(shape, batch));
            batch = [];
          }
          text = await this.#next();
        }
        await this.#accepted(shape, this.#line - 1, () => adder.end(shape));
        count += wanted;
      }
      const key = keyOf(text);
      if (key !== undefined) {
        this.#hash.update(`${text}\n`);
        text = await this.#next();
      }
      const files = await this.#files(rows, text, into);
      text = files.text;
      const sha256 = this.#end(text, count);
      const { done } = await this.#lines.next();
      if (done !== true) throw new BackupFault('malformed', this.#line + 1);
      return { tables: shapes.length, rows: count, files: files.restored, sha256, ...(key !== undefined && { key }) };
    } finally {
      await this.close();
    }
  }

  /** The files that stand after the rows; a backup of the first format has none, whatever its matters name. @throws BackupFault */
  async #files(
    rows: Transaction<Tables>,
    first: string,
    into: ArrivingFiles,
  ): Promise<{ readonly restored: FilesRestored; readonly text: string }> {
    const hasMatters = this.header.tables['matter'] !== undefined;
    const named: ReadonlyMap<string, NamedFile> = hasMatters ? await namedFiles(rows) : new Map();
    if (this.header.backup === 'sunledger-backup/1')
      return { restored: { kept: 0, bytes: 0, absent: [...named.values()] }, text: first };
    let text = first;
    const cursor = {
      text: () => text,
      line: () => this.#line,
      pass: async () => {
        this.#hash.update(`${text}\n`);
        text = await this.#next();
      },
    };
    const restored = await readFiles(cursor, named, into);
    return { restored, text };
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.#lines.return(undefined);
  }

  async #shapes(rows: Transaction<Tables>): Promise<readonly Shape[]> {
    const names = Object.keys(this.header.tables);
    if (names.some((name) => !KEPT_TABLES.includes(name)) || (this.isOfToday && names.length < KEPT_TABLES.length))
      throw new BackupFault('malformed', 1);
    const found = new Map((await readShapes(rows, names)).map((shape) => [shape.table, shape]));
    return names.flatMap((name) => found.get(name) ?? []);
  }

  async #next(): Promise<string> {
    const { value, done } = await this.#lines.next();
    this.#line++;
    if (done === true) throw new BackupFault('cut-short', this.#line);
    return value;
  }

  /** Reads a row that must stand here, written as we write it. @throws BackupFault */
  #row(shape: Shape, text: string, before: Row | undefined): Row {
    const value = objectOf(text);
    if (value?.['line'] !== 'row') throw new BackupFault(value ? 'count' : 'malformed', this.#line, shape.table);
    if (value['table'] !== shape.table) throw new BackupFault('count', this.#line, shape.table);
    const row = value['row'] as Row | null | undefined;
    const isRow =
      typeof row === 'object' &&
      row !== null &&
      shape.columns.every((column) => Object.hasOwn(row, column.name) && fits(column, row[column.name]));
    if (!isRow || rowLine(shape, row) !== text) throw new BackupFault('malformed', this.#line, shape.table);
    if (before && !isAfter(shape, row, before)) throw new BackupFault('order', this.#line, shape.table);
    this.#hash.update(`${text}\n`);
    return row;
  }

  /** What the database says against rows is said of their lines. @throws BackupFault */
  async #accepted(shape: Shape, line: number, add: () => Promise<void>): Promise<void> {
    try {
      await add();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // Constraints and triggers; on a server the classes of data and of integrity.
      if (/^SQLITE_CONSTRAINT|^2[23]...$/.test(code)) throw new BackupFault('refused', line, shape.table, error);
      throw error;
    }
  }

  #end(text: string, count: number): string {
    const { line, lines, rows, sha256 } = objectOf(text) ?? {};
    if (line === 'row') throw new BackupFault('count', this.#line);
    if (line !== 'end') throw new BackupFault('malformed', this.#line);
    if (lines !== this.#line - 1 || rows !== count) throw new BackupFault('count', this.#line);
    const found = this.#hash.digest('hex');
    if (sha256 !== found) throw new BackupFault('digest', this.#line);
    if (text !== JSON.stringify({ line, lines, rows, sha256 })) throw new BackupFault('malformed', this.#line);
    return found;
  }
}

/** @throws BackupFault */
function headerOf(text: string): BackupHeader {
  const header = readHeader(text);
  if (!header) throw new BackupFault('foreign', 1);
  if (!isKnown(header)) throw new BackupFault('newer', 1, header.backup);
  const { migrations, version } = header;
  if (migrations.length === 0) throw new BackupFault('malformed', 1);
  if (migrations.some((name, at) => name !== KNOWN_MIGRATIONS[at])) throw new BackupFault('newer', 1, version);
  return header;
}

/** The key 系统密钥 that a line keeps, written as we write it. */
function keyOf(text: string): string | undefined {
  const key = objectOf(text)?.['key'];
  return typeof key === 'string' && text === JSON.stringify({ line: 'key', key }) ? key : undefined;
}
