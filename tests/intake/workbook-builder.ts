import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a zip file to build; what is given beside name and data is what the headers claim. */
export type Part = {
  readonly name: string;
  readonly data: Buffer | string;
  readonly claimedSize?: number;
  readonly flags?: number;
  readonly localName?: string;
  readonly packed?: Buffer;
};

/** Builds a zip file by hand, so that its directory can lie. */
export function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.packed ?? deflateRawSync(data);
    const name = Buffer.from(part.name);
    const localName = Buffer.from(part.localName ?? part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? data.length, 18);
    fields.writeUInt16LE(localName.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, localName, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    fields.writeUInt16LE(name.length, 22);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, central, name]));
    bodies.push(local);
    offset += local.length;
  }
  return end(Buffer.concat(bodies), directory);
}

/** Puts a directory and its end behind the bodies of a zip file. */
export function end(bodies: Buffer, directory: readonly Buffer[], count = directory.length): Buffer {
  const central = Buffer.concat(directory);
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(central.length, 12);
  tail.writeUInt32LE(bodies.length, 16);
  return Buffer.concat([bodies, central, tail]);
}

/** What a workbook to build holds: the XML of its sheets' cells, and what is unusual about it. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly xml: string | Buffer; readonly hidden?: boolean }[];
  readonly date1904?: boolean;
  readonly strings?: string;
  readonly more?: readonly Part[];
  readonly replace?: (part: Part) => Part;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

function relations(list: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const items = list.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

/** The XML of a sheet from the XML of its rows, with what may follow them. */
export function sheetXml(rows: string, after = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A row of cells as XML: strings inline, numbers as values, anything starting with "<" as it is. */
export function rowXml(number: number, cells: readonly (string | number)[]): string {
  const xml = cells.map((cell, at) => {
    const reference = `${String.fromCharCode(65 + at)}${number}`;
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (cell === '') return `<c r="${reference}" s="1"/>`;
    return cell.startsWith('<')
      ? cell.replace('<c', `<c r="${reference}"`)
      : `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${xml.join('')}</row>`;
}

/** Style 1 shows a day (yyyy"年"m"月"d"日"), style 2 a built-in day, style 3 a time. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>`;

/** Builds an .xlsx workbook by hand. */
export function workbook({ sheets, date1904, strings, more = [], replace = (part) => part }: Workbook): Buffer {
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const book = `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`;
  const parts: Part[] = [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: '_rels/.rels', data: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', data: book },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations([
        ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['rId90', 'styles', 'styles.xml'],
        ['rId91', 'sharedStrings', '/xl/sharedStrings.xml'],
      ]),
    },
    { name: 'xl/styles.xml', data: STYLES },
    { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${strings ?? ''}</sst>` },
    ...sheets.map(({ xml }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, data: xml })),
    ...more,
  ];
  return zip(parts.map(replace));
}
