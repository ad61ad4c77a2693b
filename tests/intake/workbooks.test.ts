import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Limits } from '#intake/limits.ts';
import { readTables } from '#intake/read-tables.ts';
import type { Tables } from '#intake/table.ts';
import { rowXml, sheetXml, workbook, zip } from './workbook-builder.ts';
import { excel95, xlsWithFormula } from './xls-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'intake-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(bytes: Buffer | string, name = '事实.xlsx', limits: Partial<Limits> = {}): Promise<Tables> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return await readTables(path, limits);
}

function codes(tables: Tables): readonly string[] {
  return tables.problems.map((problem) => problem.code);
}

function cellsOf(tables: Tables): readonly (readonly string[])[] {
  return (tables.tables[0]?.rows ?? []).map((row) =>
    row.cells.map((cell) => `${cell.column}:${row.number} ${cell.kind} ${cell.text}`),
  );
}

const one = (rows: string, after = '') => workbook({ sheets: [{ name: '表', xml: sheetXml(rows, after) }] });

test('text, numbers, days and errors come as what the person sees', async () => {
  const rows = rowXml(3, [
    '张三 &amp; 李四',
    4.499999999999,
    '<c s="1"><v>46086</v></c>',
    '<c s="2"><v>46086.75</v></c>',
    '<c s="3"><v>0.5</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="s"><v>0</v></c>',
    '<c t="d"><v>2026-03-05T00:00:00</v></c>',
  ]);
  const strings = '<si><r><t>学</t></r><r><t xml:space="preserve">习 </t></r><rPh sb="0" eb="1"><t>xue</t></rPh></si>';
  const found = await read(workbook({ sheets: [{ name: '表', xml: sheetXml(rows) }], strings }));
  expect(found.problems).toEqual([]);
  expect(cellsOf(found)).toEqual([
    [
      '1:3 text 张三 & 李四',
      '2:3 number 4.5',
      '3:3 date 2026-03-05',
      '4:3 date 2026-03-05',
      '5:3 number 0.5',
      '6:3 error #N/A',
      '7:3 text 是',
      '8:3 text 学习 ',
      '9:3 date 2026-03-05',
    ],
  ]);
});

test('a formula cell is told as one in each of its spellings, and its cached result is never taken', async () => {
  const formulas = [
    '<c><f>1+1</f><v>2</v></c>',
    '<c><f t="shared" si="7"/><v>3</v></c>',
    '<c><f></f><v>4</v></c>',
    '<c t="str"><f>A1</f><v>五</v></c>',
  ];
  const found = await read(one(rowXml(1, formulas)));
  expect(cellsOf(found)).toEqual([['1:1 formula ', '2:1 formula ', '3:1 formula ', '4:1 formula ']]);
});

test('day numbers that count from 1904 become the same days', async () => {
  const xml = sheetXml(rowXml(1, ['<c s="1"><v>44624</v></c>']));
  const found = await read(workbook({ sheets: [{ name: '表', xml }], date1904: true }));
  expect(cellsOf(found)).toEqual([['1:1 date 2026-03-05']]);
  expect(found.tables[0]?.epoch1904).toBe(true);
});

test('two cells at opposite corners are two cells', async () => {
  const found = await read(
    one('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
  );
  expect(found.problems).toEqual([]);
  expect(cellsOf(found)).toEqual([['1:1 number 1'], ['16384:1048576 number 2']]);
});

test('one giant merged range is one cell', async () => {
  const merges = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
  const found = await read(one(rowXml(1, ['标题']), merges));
  expect(found.problems).toEqual([]);
  expect(cellsOf(found)).toEqual([['1:1 text 标题']]);
});

test('a name merged down beside several rows counts for each of the used ones', async () => {
  const rows = rowXml(1, ['张三', 1]) + rowXml(2, ['', 2]) + rowXml(4, ['', 3]);
  const found = await read(one(rows, '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>'));
  expect(cellsOf(found)).toEqual([
    ['1:1 text 张三', '2:1 number 1'],
    ['1:2 text 张三', '2:2 number 2'],
    ['2:4 number 3'],
  ]);
});

test('hundreds of thousands of empty formatted rows are nothing', async () => {
  const rows = Array.from(
    { length: 300_000 },
    (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="1"/><c r="B${at + 2}" s="1"/></row>`,
  );
  const found = await read(one(rowXml(1, ['张三']) + rows.join('')));
  expect(found.problems).toEqual([]);
  expect(cellsOf(found)).toEqual([['1:1 text 张三']]);
});

test('more used rows or columns than the limit are named with their sheet', async () => {
  const rows = Array.from({ length: 200_001 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`);
  const tall = await read(one(rows.join('')));
  expect(tall.problems[0]).toMatchObject({
    code: 'intake.too-many-rows',
    place: { sheet: '表' },
    params: { most: 200_000 },
  });
  const wide = await read(one(`<row r="1">${'<c><v>1</v></c>'.repeat(201)}</row>`));
  expect(codes(wide)).toEqual(['intake.too-many-columns']);
});

test('300 MB of zeros in 300 kB are refused by what the directory declares', async () => {
  const found = await read(bomb());
  expect(codes(found)).toEqual(['intake.unpacked-too-large']);
});

function bomb(claimedSize?: number): Buffer {
  const data = Buffer.alloc(300 * 1024 * 1024);
  return workbook({
    sheets: [{ name: '表', xml: data }],
    replace: (part) => (part.name.includes('sheet1') && claimedSize !== undefined ? { ...part, claimedSize } : part),
  });
}

test('a bomb that declares a small size is stopped at that size', async () => {
  expect(codes(await read(bomb(1000)))).toEqual(['intake.workbook-broken']);
});

test('overlapping, doubled and misnamed parts are refused', async () => {
  const sheet = { name: '表', xml: sheetXml(rowXml(1, [1])) };
  const doubled = workbook({ sheets: [sheet], more: [{ name: 'xl/styles.xml', data: 'x' }] });
  const misnamed = workbook({ sheets: [sheet], more: [{ name: 'xl/a.xml', localName: 'xl/b.xml', data: 'x' }] });
  for (const bytes of [doubled, misnamed, overlapping()])
    expect(codes(await read(bytes))).toEqual(['intake.workbook-broken']);
});

/** Two directory entries that share one body, as in bombs that multiply one kernel. */
function overlapping(): Buffer {
  const bytes = zip([
    { name: '[Content_Types].xml', data: 'x' },
    { name: 'a.xml', data: 'y'.repeat(99) },
  ]);
  const second = bytes.indexOf('504b0102', bytes.indexOf('504b0102', 0, 'hex') + 4, 'hex');
  bytes.writeUInt32LE(0, second + 42);
  return bytes;
}

test('thousands of parts, zip64 and passwords are refused', async () => {
  const parts = Array.from({ length: 1001 }, (_, at) => ({ name: `p${at}`, data: 'x' }));
  expect(codes(await read(zip(parts)))).toEqual(['intake.too-many-parts']);
  const zip64 = zip([{ name: '[Content_Types].xml', data: 'x' }]);
  zip64.writeUInt32LE(0xffffffff, zip64.length - 6);
  expect(codes(await read(zip64))).toEqual(['intake.workbook-broken']);
  expect(codes(await read(zip([{ name: '[Content_Types].xml', data: 'x', flags: 1 }])))).toEqual([
    'intake.workbook-encrypted',
  ]);
});

test('a document type, macros and links to other files are refused by name', async () => {
  const sheet = { name: '表', xml: sheetXml(rowXml(1, [1])) };
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${sheetXml('')}`;
  expect(codes(await read(workbook({ sheets: [{ name: '表', xml: laughs }] })))).toEqual(['intake.workbook-doctype']);
  expect(codes(await read(workbook({ sheets: [sheet], more: [{ name: 'xl/vbaProject.bin', data: 'x' }] })))).toEqual([
    'intake.workbook-macros',
  ]);
  const linked = workbook({ sheets: [sheet], more: [{ name: 'xl/externalLinks/externalLink1.xml', data: '<x/>' }] });
  expect(codes(await read(linked))).toEqual(['intake.workbook-external-links']);
  expect(codes(await read(workbook({ sheets: [sheet] }), '表.xlsm'))).toEqual(['intake.workbook-macros']);
});

test('a workbook over 20 MB is refused before it is opened', async () => {
  const found = await read(Buffer.alloc(20 * 1024 * 1024 + 1));
  expect(found.problems[0]).toMatchObject({ code: 'intake.packed-too-large', params: { most: 20 } });
});

test('one long shared string used by very many cells does not multiply', async () => {
  const cells = Array.from(
    { length: 20_000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
  );
  const strings = `<si><t>${'长'.repeat(30_000)}</t></si>`;
  const found = await read(workbook({ sheets: [{ name: '表', xml: sheetXml(cells.join('')) }], strings }));
  expect(codes(found)).toEqual(['intake.workbook-too-heavy']);
});

test('a workbook that takes too long or too much memory is given up, and nothing of it is kept', async () => {
  const rows = Array.from({ length: 150_000 }, (_, at) =>
    rowXml(
      at + 1,
      Array.from({ length: 8 }, (_, column) => `词${at}${column}`),
    ),
  );
  const bytes = one(rows.join(''));
  const heavy = await read(bytes, '重.xlsx', { heapMegabytes: 48 });
  expect(heavy).toMatchObject({ tables: [], problems: [{ code: 'intake.workbook-too-heavy' }] });
  const slow = await read(bytes, '慢.xlsx', { seconds: 0.2 });
  expect(slow).toMatchObject({ tables: [], problems: [{ code: 'intake.workbook-too-slow' }] });
});

test('a hidden sheet is named and not read', async () => {
  const sheets = [
    { name: '看得见', xml: sheetXml(rowXml(1, [1])) },
    { name: '藏着', xml: sheetXml(rowXml(1, [2])), hidden: true },
  ];
  const found = await read(workbook({ sheets }));
  expect(found.tables.map((table) => table.sheet)).toEqual(['看得见']);
  expect(found.problems).toMatchObject([
    { severity: 'warning', code: 'intake.sheet-hidden', place: { sheet: '藏着' } },
  ]);
});

test('what other programs write is read: the library’s .xlsx, .xls and .et, with formulas told', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['姓名', '项目', '数量'],
    ['张三', '志愿服务', 0.1 + 0.2],
  ]);
  sheet['D2'] = { t: 'n', v: 7, f: 'C2*2' };
  sheet['E2'] = { t: 'n', v: 46086, z: 'yyyy/m/d' };
  sheet['!ref'] = 'A1:E2';
  sheet['!merges'] = [{ s: { r: 4, c: 0 }, e: { r: 65_535, c: 255 } }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '事实');
  const expected = [
    ['1:1 text 姓名', '2:1 text 项目', '3:1 text 数量'],
    ['1:2 text 张三', '2:2 text 志愿服务', '3:2 number 0.3', '4:2 formula ', '5:2 date 2026-03-05'],
  ];
  const files = [
    ['a.xlsx', XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer],
    ['a.xls', xlsWithFormula(book)],
    ['a.et', xlsWithFormula(book)],
  ] as const;
  for (const [name, bytes] of files) {
    const found = await read(bytes, name);
    expect(found.problems).toEqual([]);
    expect(cellsOf(found), name).toEqual(expected);
  }
});

test('the binary workbook of Excel 95 is read in its own code page, and a column that nobody sees is told', async () => {
  const found = await read(
    excel95(
      [
        ['姓名', '类别', '备注'],
        ['张三', '正式', '甲'],
      ],
      2,
    ),
    'b.xls',
  );
  expect(cellsOf(found)).toEqual([
    ['1:1 text 姓名', '2:1 text 类别', '3:1 text 备注'],
    ['1:2 text 张三', '2:2 text 正式', '3:2 text 甲'],
  ]);
  expect(found.problems).toMatchObject([
    { code: 'intake.columns-hidden', place: { sheet: '名册' }, params: { columns: 'C' } },
  ]);
});

test('what only calls itself a workbook is refused with what to do', async () => {
  const table = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>姓名</td></tr></table></html>';
  const xml =
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';
  const ods = zip([
    { name: 'mimetype', data: '', packed: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
  ]);
  for (const name of ['a.xls', 'a.xlsx', 'a.et', 'a.csv', 'a.html']) {
    expect(codes(await read(`\ufeff\n${table}`, name))).toEqual(['intake.is-web-page']);
    expect(codes(await read(xml, name))).toEqual(['intake.is-xml-sheet']);
  }
  expect(codes(await read(Buffer.from(`\ufeff${table}`, 'utf16le'), 'a.xls'))).toEqual(['intake.is-web-page']);
  expect(codes(await read('MIME-Version: 1.0\nContent-Type: multipart/related', 'a.xls'))).toEqual([
    'intake.is-web-page',
  ]);
  for (const name of ['a.ods', 'a.xlsx', 'a.csv']) expect(codes(await read(ods, name))).toEqual(['intake.is-ods']);
  expect(codes(await read('编号\t姓名', 'a.xls'))).toEqual(['intake.is-text']);
  expect(codes(await read(Buffer.from('89504e470d0a1a0a', 'hex'), 'a.xlsx'))).toEqual(['intake.is-picture']);
  expect(codes(await read(Buffer.alloc(99), 'a.xls'))).toEqual(['intake.not-a-workbook']);
  expect(codes(await read('', 'a.xlsx'))).toEqual(['intake.file-empty']);
  expect(codes(await readTables(join(folder, 'nowhere.xlsx')))).toEqual(['intake.file-missing']);
  expect(codes(await readTables(folder))).toEqual(['intake.not-a-file']);
  expect(codes(await read('x', 'a.pdf'))).toEqual(['intake.unknown-format']);
});

test('any bytes under any ending give tables or problems, never a crash', async () => {
  const whole = one(rowXml(1, ['姓名', 1]));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((tail) => Buffer.concat([Buffer.from('504b0304', 'hex'), tail])),
    fc.uint8Array({ maxLength: 200 }).map((tail) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), tail])),
    fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, value]) => {
      const changed = Buffer.from(whole);
      changed[at] = value;
      return changed;
    }),
    fc.nat(whole.length - 1).map((length) => Buffer.from(whole.subarray(0, length))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom('a.xlsx', 'a.xls'), async (content, name) => {
      const found = await read(content, name);
      expect(found.problems.length + found.tables.length).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});
