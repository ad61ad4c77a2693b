import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Light modules around a QR code, without which scanners do not find it (ISO/IEC 18004). */
const QUIET = 4;

/** The modules of a QR code 二维码, true for dark, with the light border. */
export function modulesOf(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'M', border: QUIET }).data;
}

/** A QR code as a PNG of black and white, `size` pixels a module, for what takes pictures only. */
export function qrPng(text: string, size = 6): Buffer {
  const modules = modulesOf(text);
  const side = modules.length * size;
  const rows = modules.flatMap((one) => {
    const line = Buffer.alloc(1 + Math.ceil(side / 8));
    for (let x = 0; x < side; x++)
      if (!one[Math.floor(x / size)]) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    return Array<Buffer>(size).fill(line);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1; // one bit a pixel, grey: 0 is black
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND'),
  ]);
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
