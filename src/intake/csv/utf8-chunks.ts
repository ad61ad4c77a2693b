import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { Fault } from '#intake/fault.ts';

/** How many bytes at the end of a chunk belong to a character that is not complete. */
function unfinished(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function isAscii(chunk: Buffer): boolean {
  for (let at = 0; at < chunk.length; at++) if ((chunk[at] ?? 0) >= 0x80) return false;
  return true;
}

/**
 * Turns a text file's chunks into UTF-8 without mark: UTF-8 passes, UTF-16 with its mark and GB18030 国标编码 are converted.
 * The encoding is settled by the first chunk that is not plain ASCII; what is neither is refused, as is a file that begins like UTF-16 without its mark.
 * UTF-8 with a byte lost or changed is told by its line, as GB18030 would make other words of it.
 * @throws Fault intake.encoding, intake.encoding-broken, intake.encoding-big5
 */
export async function* utf8Chunks(source: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let decoder: TextDecoder | undefined;
  let settled = false;
  let first = true;
  const fault = new Fault('intake.encoding', { file });
  const broken = new Fault('intake.encoding-broken', { file });
  const decode = (chunk: Buffer | undefined): Buffer => {
    try {
      return Buffer.from(decoder?.decode(chunk, { stream: chunk !== undefined }) ?? '', 'utf8');
    } catch {
      throw fault;
    }
  };
  for await (const piece of source) {
    let chunk = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    rest = Buffer.alloc(0);
    if (first) {
      if (chunk.length < 3) {
        rest = chunk;
        continue;
      }
      first = false;
      const mark = markOf(chunk);
      if (!mark && chunk.includes(0)) throw fault; // no text has these; UTF-16 without its mark has little else
      if (mark) {
        settled = true;
        chunk = chunk.subarray(mark.length);
        if (mark.name !== 'utf-8') decoder = new TextDecoder(mark.name, { fatal: true });
      }
    }
    if (decoder) {
      yield decode(chunk);
      continue;
    }
    const whole = chunk.subarray(0, chunk.length - unfinished(chunk));
    if (isUtf8(whole)) {
      settled ||= !isAscii(whole);
      rest = Buffer.from(chunk.subarray(whole.length));
      yield whole;
    } else if (settled) throw broken;
    else {
      refuseBroken(whole, file);
      refuseBig5(whole, file);
      decoder = new TextDecoder('gb18030', { fatal: true });
      yield decode(chunk);
    }
  }
  if (decoder) yield decode(undefined);
  else if (rest.length > 0) {
    if (isUtf8(rest)) yield rest;
    else if (settled) throw broken;
    else {
      refuseBroken(rest, file);
      refuseBig5(rest, file);
      decoder = new TextDecoder('gb18030', { fatal: true });
      yield decode(rest);
      yield decode(undefined);
    }
  }
}

/** Refuses what is UTF-8 but for a few bytes. @throws Fault intake.encoding-broken */
function refuseBroken(chunk: Buffer, file: string): void {
  const text = chunk.toString('utf8');
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  if (good < 3 || good < 3 * bad) return;
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  throw new Fault('intake.encoding-broken', { file, line });
}

/** How many pairs of bytes of a text are looked at, and how many of them at least must be what Big5 alone has often. */
const PAIRS = 4000;
const FEWEST = 4;

/**
 * Refuses Big5 大五码, of which GB18030 makes other words without noticing: two fifths of its characters end in a byte below 0x7F, in GB18030 those alone do
 * that hardly anybody uses.
 * @throws Fault intake.encoding-big5
 */
function refuseBig5(chunk: Buffer, file: string): void {
  let [pairs, low] = [0, 0];
  for (let at = 0; at + 1 < chunk.length && pairs < PAIRS; at++) {
    const [lead, trail] = [chunk[at] ?? 0, chunk[at + 1] ?? 0];
    if (lead < 0x80) continue;
    // Four bytes of GB18030.
    if (trail >= 0x30 && trail <= 0x39) return;
    at++;
    pairs++;
    if (trail >= 0x40 && trail <= 0x7e) low++;
  }
  if (low < FEWEST || low * 4 < pairs) return;
  try {
    new TextDecoder('big5', { fatal: true }).decode(chunk, { stream: true });
  } catch {
    return;
  }
  throw new Fault('intake.encoding-big5', { file });
}

function markOf(chunk: Buffer): { readonly name: string; readonly length: number } | undefined {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return { name: 'utf-8', length: 3 };
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return { name: 'utf-16le', length: 2 };
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return { name: 'utf-16be', length: 2 };
  return undefined;
}
