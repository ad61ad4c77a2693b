const BOF = 0x0809;
const BOUND_SHEET = 0x0085;
const COLUMN_INFO = 0x007d;
const HIDDEN = 1;

/** A stretch of columns counted from 1. */
type Stretch = readonly [from: number, to: number];

/** The hidden columns 隐藏列 of the sheets of an old workbook, sheet by sheet in its order: the library tells them only together with every empty cell that has a format. */
export function hiddenColumns(stream: Buffer): readonly (readonly Stretch[])[] {
  const starts: number[] = [];
  const hidden = new Map<number, Stretch[]>();
  let own: Stretch[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, size] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    const body = stream.subarray(at + 4, at + 4 + size);
    if (body.length < size) break;
    if (type === BOF) {
      own = [];
      hidden.set(at, own);
    } else if (type === BOUND_SHEET && size >= 6) starts.push(body.readUInt32LE(0));
    else if (type === COLUMN_INFO && size >= 10 && (body.readUInt16LE(8) & HIDDEN) === HIDDEN)
      own.push([body.readUInt16LE(0) + 1, body.readUInt16LE(2) + 1]);
    at += 4 + size;
  }
  return starts.map((start) => hidden.get(start) ?? []);
}
