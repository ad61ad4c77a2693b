import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BackupFault } from './backup-fault.ts';
import { FileThere, place as giveName, sync } from './backup-write.ts';
import { isFileName } from './named-files.ts';
import { makePart, sweepParts } from './restore-part.ts';

/** A day in milliseconds. */
const DAY = 86_400_000;

/**
 * Files that a restore brings 恢复的附件: written into a part beside their folder, and put into it all together just before the database counts. A file of
 * the same name and content that is there stays; one with another content is never replaced.
 */
export class ArrivingFiles {
  readonly #folder: string;
  readonly #names: string[] = [];
  #part: string | undefined;
  #made = false;

  /** `folder` is where the files will lie; the folder above it is the data folder. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes the next file, for its owner alone, as its content comes. */
  async write(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    if (!isFileName(name)) throw new Error('not the name of an attached file');
    const handle = await open(join(await this.#open(), name), 'wx', 0o600);
    try {
      for await (const bytes of content) await writeAll(handle, bytes);
      // To the day alone, as attached files are kept (product §3.3).
      const day = new Date(Math.floor(Date.now() / DAY) * DAY);
      await handle.utimes(day, day);
      await handle.sync();
    } finally {
      await handle.close();
    }
    this.#names.push(name);
  }

  /**
   * Puts all files into their folder, or none. Nothing takes them out again: what comes after may have counted although its answer was lost, and where it
   * did not, the next restore takes them as they lie. @throws BackupFault
   */
  async place(): Promise<void> {
    const part = this.#part;
    if (part === undefined) return;
    const from = join(part, basename(this.#folder));
    await sync(from);
    if (dirname(part) !== this.#folder && (await isRenamed(from, this.#folder))) {
      await sync(dirname(this.#folder));
      return;
    }
    const placed: string[] = [];
    try {
      for (const name of this.#names) {
        const path = join(this.#folder, name);
        if (await this.#isNew(join(from, name), path)) placed.push(path);
      }
      await sync(this.#folder);
    } catch (error) {
      for (const path of placed) await rm(path, { force: true });
      throw error;
    }
  }

  /** Removes what was not put into the folder. */
  async drop(): Promise<void> {
    if (this.#part !== undefined) await rm(this.#part, { recursive: true, force: true });
    this.#part = undefined;
    if (this.#made) await rmdir(dirname(this.#folder)).catch(() => undefined); // stays when something is in it
  }

  async #open(): Promise<string> {
    const above = dirname(this.#folder);
    if (this.#part === undefined) {
      this.#made = !existsSync(above);
      await mkdir(above, { recursive: true, mode: 0o700 });
      for (const folder of [above, this.#folder]) await sweepParts(folder);
      // A folder that is there may lie on another disk than what is above it.
      this.#part = await makePart(existsSync(this.#folder) ? this.#folder : above);
      await mkdir(join(this.#part, basename(this.#folder)), { mode: 0o700 });
    }
    return join(this.#part, basename(this.#folder));
  }

  async #isNew(from: string, path: string): Promise<boolean> {
    try {
      await giveName(from, path);
      return true;
    } catch (error) {
      if (!(error instanceof FileThere)) throw error;
    }
    const isFile = (await lstat(path)).isFile();
    if (!isFile || (await digestOf(path)) !== (await digestOf(from)))
      throw new BackupFault('file-taken', undefined, basename(path));
    return false;
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length; ) from += (await handle.write(bytes, from)).bytesWritten;
}

/** Gives a whole folder its name in one step, where nothing but an empty folder has it. */
async function isRenamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EBUSY'].includes(code ?? '')) return false;
    throw error;
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
