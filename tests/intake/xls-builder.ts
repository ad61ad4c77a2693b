import * as XLSX from '@e965/xlsx';

const NUMBER = 0x0203;
const FORMULA = 0x0006;

/** Writes an old workbook and makes a formula 1+1 of the number 7 in it, which the library itself cannot write. */
export function xlsWithFormula(book: XLSX.WorkBook): Buffer {
  const written = XLSX.CFB.read(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }), { type: 'buffer' });
  const stream = Buffer.from(XLSX.CFB.find(written, '/Workbook').content as Uint8Array);
  const records: Buffer[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const size = stream.readUInt16LE(at + 2);
    records.push(withFormula(stream.subarray(at, at + 4 + size)));
    at += 4 + size;
  }
  const container = XLSX.CFB.utils.cfb_new() as object;
  XLSX.CFB.utils.cfb_add(container, '/Workbook', Buffer.concat(records));
  return XLSX.CFB.write(container, { type: 'buffer' }) as Buffer;
}

function withFormula(record: Buffer): Buffer {
  const type = record.readUInt16LE(0);
  const seven =
    (type === NUMBER && record.readDoubleLE(10) === 7) || (type === 0x027e && record.readInt32LE(10) === (7 << 2) + 2);
  if (!seven) return record;
  const body = Buffer.alloc(29);
  record.copy(body, 0, 4, 10);
  body.writeDoubleLE(7, 6);
  body.writeUInt16LE(7, 20);
  Buffer.from('1e01001e010003', 'hex').copy(body, 22);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(FORMULA, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

function record(type: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([words(type, body.length), body]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, 2 * at);
  return bytes;
}

/** Some characters as Chinese Windows wrote them before Unicode, in code page 936. */
const PAGE_936: Readonly<Record<string, number>> = {
  姓: 0xd0d5,
  名: 0xc3fb,
  类: 0xc0e0,
  别: 0xb1f0,
  备: 0xb1b8,
  注: 0xd7a2,
  张: 0xd5c5,
  三: 0xc8fd,
  正: 0xd5fd,
  式: 0xcabd,
  甲: 0xbcd7,
  册: 0xb2e1,
};

function chinese(text: string): Buffer {
  return Buffer.from([...text].flatMap((one) => [(PAGE_936[one] ?? 0) >> 8, (PAGE_936[one] ?? 0) & 0xff]));
}

/** Writes a workbook as Excel 95 did (BIFF5, code page 936), with one hidden column counted from 0. */
export function excel95(rows: readonly (readonly string[])[], hidden: number): Buffer {
  const start = (kind: number): Buffer => record(0x0809, words(0x0500, kind, 0x096c, 0x07cc));
  const labels = rows.flatMap((row, at) =>
    row.map((text, column) => {
      const bytes = chinese(text);
      return record(0x0204, words(at, column, 0, bytes.length), bytes);
    }),
  );
  const sheet = Buffer.concat([
    start(0x10),
    record(0x7d, words(hidden, hidden, 0x900, 0, 1, 0)),
    ...labels,
    record(0x0a),
  ]);
  const name = chinese('名册');
  const globals = (at: number): Buffer =>
    Buffer.concat([
      start(0x05),
      record(0x42, words(936)),
      record(0x85, words(at, 0, 0), Buffer.from([name.length]), name),
      record(0x0a),
    ]);
  const container = XLSX.CFB.utils.cfb_new() as object;
  const stream = Buffer.concat([globals(globals(0).length), sheet, Buffer.alloc(4096)]);
  XLSX.CFB.utils.cfb_add(container, '/Book', stream);
  return XLSX.CFB.write(container, { type: 'buffer' }) as Buffer;
}
