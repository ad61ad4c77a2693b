/** Encodes text as GB18030, which Node can only decode: the table is read off the decoder itself. */
export function encodeGb18030(text: string): Buffer {
  const table = tableOf();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) bytes.push(...fourBytes(code - 0x10000, 0x90));
    else {
      const found = table.get(character);
      if (!found) throw new RangeError(`no GB18030 form of ${character}`);
      bytes.push(...found);
    }
  }
  return Buffer.from(bytes);
}

function fourBytes(index: number, first: number): number[] {
  const digits = [
    first + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
  return digits;
}

let made: ReadonlyMap<string, readonly number[]> | undefined;

function tableOf(): ReadonlyMap<string, readonly number[]> {
  if (made) return made;
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail]);
  for (let index = 0; index < 39_420; index++) add(fourBytes(index, 0x81));
  made = table;
  return table;
}
