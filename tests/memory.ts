import { chmodSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Linux keeps this folder in memory. */
const MEMORY = '/dev/shm';

/** With less room there than this, in bytes, tests write where others do. */
const ROOM = 6 * 2 ** 30;

/**
 * Lets tests write what they throw away into memory 内存目录, where there is room: every act of theirs waits for the disk as it does in use,
 * and a year has thousands. What is killed and crashed stays on the disk (tests/setup.ts).
 */
export function writeToMemory(): void {
  if (process.env['TMPDIR'] !== undefined || !hasRoom()) return;
  const folder = join(MEMORY, `sunledger-tests-${process.pid}`);
  mkdirSync(folder);
  // The private PostgreSQL runs as another account.
  chmodSync(folder, 0o1777);
  process.env['TMPDIR'] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}
