import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const PART = 'restore.';

/** Makes a folder for what a restore has not finished 恢复中的部分, within the folder that is filled, and so on its disk. */
export async function makePart(at: string): Promise<string> {
  return await mkdtemp(join(at, `${PART}${process.pid}.`));
}

/** Removes what a killed restore left: parts whose program is gone. */
export async function sweepParts(at: string): Promise<void> {
  for (const name of await readdir(at).catch(() => [])) {
    const program = name.startsWith(PART) ? Number(name.split('.')[1]) : Number.NaN;
    if (Number.isInteger(program) && program !== process.pid && !isRunning(program))
      await rm(join(at, name), { recursive: true, force: true });
  }
}

function isRunning(program: number): boolean {
  try {
    process.kill(program, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
