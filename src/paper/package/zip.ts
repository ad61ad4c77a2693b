import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { type AsyncZipOptions, type AsyncZippable, zip } from 'fflate';

const zipped = promisify<AsyncZippable, AsyncZipOptions, Uint8Array>(zip);

/** What is packed already grows no smaller. */
const PACKED = /\.(?:pdf|docx|xlsx)$/;

/**
 * Lays files into one .zip 存档包, with the list of their digests last; the same files and day give the same bytes, wherever that is done.
 * Large files are packed in threads of their own, so that nobody else waits.
 */
export async function zipFiles(files: ReadonlyMap<string, string | Uint8Array>, day: string): Promise<Uint8Array> {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  // The format keeps no zone: it takes the fields of the day as they stand here.
  const mtime = new Date(year, month - 1, date, 12);
  const bytes = [...files].map(
    ([path, one]) => [path, typeof one === 'string' ? new TextEncoder().encode(one) : one] as const,
  );
  const sums = bytes.map(([path, one]) => `${createHash('sha256').update(one).digest('hex')}  ${path}\n`).join('');
  const all = [...bytes, ['SHA256SUMS', new TextEncoder().encode(sums)] as const];
  const parts = all.map(([path, one]) => [path, PACKED.test(path) ? ([one, { level: 0 }] as const) : one] as const);
  return await zipped(Object.fromEntries(parts) as AsyncZippable, { level: 6, mtime });
}
