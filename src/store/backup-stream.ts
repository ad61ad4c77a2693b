import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupFault } from './backup-fault.ts';

/** A line longer than this, in characters, is none of a backup. */
const LONGEST = 64 * 1024 * 1024;

/**
 * The lines of a gzip'd file, without their line feeds, one after the other: never the whole in memory, however much a small file unpacks to.
 * Throws what the file system says when it cannot be read. @throws BackupFault
 */
export async function* readGzipLines(file: string): AsyncGenerator<string> {
  // Nothing is put right while reading: no byte order mark, no broken character.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const input = createReadStream(file);
  const unpacked = createGunzip();
  input.on('error', (error) => unpacked.destroy(error));
  input.pipe(unpacked);
  let line = 1;
  let rest: string[] = [];
  let length = 0;
  try {
    for await (const chunk of unpacked) {
      const parts = decoder.decode(chunk as Buffer, { stream: true }).split('\n');
      for (const part of parts.slice(0, -1)) {
        yield [...rest, part].join('');
        line++;
        rest = [];
        length = 0;
      }
      const last = parts.at(-1) ?? '';
      rest.push(last);
      length += last.length;
      if (length > LONGEST) throw new BackupFault('malformed', line);
    }
    decoder.decode();
  } catch (error) {
    throw faultOf(error, line);
  } finally {
    input.destroy();
    unpacked.destroy();
  }
  if (length > 0) throw new BackupFault('cut-short', line);
}

function faultOf(error: unknown, line: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return new BackupFault('cut-short', line, undefined, error);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new BackupFault('malformed', line, undefined, error);
  const isForeign = line === 1 && error instanceof Error && error.message === 'incorrect header check';
  return code.startsWith('Z_') ? new BackupFault(isForeign ? 'foreign' : 'damaged', line, undefined, error) : error;
}
