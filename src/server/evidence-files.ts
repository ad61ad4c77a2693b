import { randomInt } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of attached files 证明材料目录, in the data folder and so outside of whatever is served as a file. */
export type EvidenceFiles = {
  /** Keeps a file under a name; says whether it was new. */
  readonly keep: (name: string, bytes: Buffer) => Promise<boolean>;
  readonly read: (name: string) => Promise<Buffer | undefined>;
  /** Takes a file away unless, once it has no name any more, something is found to name it. */
  readonly drop: (name: string, isNamed: () => Promise<boolean>) => Promise<void>;
};

/** A day in milliseconds. */
const DAY = 86_400_000;

/** The name of the folder of attached files 证明材料目录 in the data folder. */
export const EVIDENCE_FOLDER = 'evidence';

/** Opens the folder of attached files, for its owner alone; it is made with the first of them. */
export function evidenceFiles(dataFolder: string): EvidenceFiles {
  const folder = join(dataFolder, EVIDENCE_FOLDER);
  const at = (name: string): string => {
    if (!/^[0-9a-f]{64}$/.test(name)) throw new Error('not the name of an attached file');
    return join(folder, name);
  };
  const read = async (name: string): Promise<Buffer | undefined> =>
    await readFile(at(name)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    });
  // Two may send one original at the same instant, and a killed server leaves its parts: each upload writes one of its own.
  const partOf = (name: string): string => `${at(name)}.${process.pid}.${randomInt(2 ** 47)}.part`;
  return {
    read,
    keep: async (name, bytes) => {
      if (await read(name)) return false;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Written beside and moved: half a file never has a name.
      const part = partOf(name);
      try {
        await write(part, bytes);
        return await isNamedNow(part, at(name));
      } finally {
        await rm(part, { force: true });
      }
    },
    drop: async (name, isNamed) => {
      const part = partOf(name);
      // Asked after it is out of the way: whoever was done before is found, whoever is done later looks for the file again.
      await rename(at(name), part).catch(ignoreGone);
      if (await isNamed().catch(() => true)) await isNamedNow(part, at(name)).catch(ignoreGone);
      await rm(part, { force: true });
    },
  };
}

async function write(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  // To the day alone: beside a session an instant would tell who attached it to a report (product §3.3).
  const day = new Date(Math.floor(Date.now() / DAY) * DAY);
  await utimes(path, day, day);
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

/** Gives a finished file its name; false where another has it, which then stays. */
async function isNamedNow(part: string, target: string): Promise<boolean> {
  try {
    await link(part, target);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
    // A file system without links, as sticks have: the other is of the same original.
    await rename(part, target);
    return true;
  }
}
