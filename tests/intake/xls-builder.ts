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
