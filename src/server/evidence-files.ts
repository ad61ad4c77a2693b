import { mkdir, open, readFile, rename, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of attached files 证明材料目录, in the data folder and so outside of whatever is served as a file. */
export type EvidenceFiles = {
  /** Keeps a file under a name; says whether it was new. */
  readonly keep: (name: string, bytes: Buffer) => Promise<boolean>;
  readonly read: (name: string) => Promise<Buffer | undefined>;
  readonly drop: (name: string) => Promise<void>;
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
  return {
    read,
    keep: async (name, bytes) => {
      if (await read(name)) return false;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Written beside and moved: half a file never has a name.
      const beside = `${at(name)}.${process.pid}.part`;
      const file = await open(beside, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      // To the day alone: beside a session an instant would tell who attached it to a report (product §3.3).
      const day = new Date(Math.floor(Date.now() / DAY) * DAY);
      await utimes(beside, day, day);
      await rename(beside, at(name));
      return true;
    },
    drop: async (name) => await unlink(at(name)),
  };
}
