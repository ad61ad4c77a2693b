import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readTables } from '#intake/read-tables.ts';
import { walkCsv } from './csv-file.ts';
import { CsvRecords } from './csv-record.ts';
import { csvLine, writeCsv } from './csv-write.ts';

const folder = mkdtempSync(join(tmpdir(), 'intake-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function records(text: string, separator = ','): string[][] {
  const bytes = Buffer.from(text);
  const reader = new CsvRecords(separator.charCodeAt(0), 50);
  const found: string[][] = [];
  for (let from = 0; from < bytes.length; ) {
    from = reader.next(bytes, from, bytes.length, true);
    const fields = Array.from({ length: Math.min(reader.count, 50) }, (_, at) => at);
    found.push(fields.map((at) => bytes.toString('utf8', reader.starts[at], reader.ends[at])));
  }
  return found;
}

test('quotes, separators and line breaks within quotes follow RFC 4180', () => {
  expect(records('a,"b,""c""\r\nd",e\r\n,\n"",x')).toEqual([
    ['a', 'b,"c"\r\nd', 'e'],
    ['', ''],
    ['', 'x'],
  ]);
  expect(records('a"b,c"\n')).toEqual([['a"b', 'c"']]);
  expect(records('1;2,5\n', ';')).toEqual([['1', '2,5']]);
});

test('a record that is not complete waits for more bytes', () => {
  const reader = new CsvRecords(44, 10);
  const bytes = Buffer.from('a,"b\nc');
  expect(reader.next(bytes, 0, bytes.length, false)).toBe(-1);
  expect(reader.next(bytes, 0, bytes.length, true)).toBe(bytes.length);
  expect(reader.unclosed).toBe(true);
});

test('text that a spreadsheet would run as a formula is guarded, numbers are not (ASVS 1.2.10)', () => {
  expect(csvLine(['=1+1', '+86 10', '-x', '@a', '\tb', '-12.5', -3, '87.0000', undefined, 'a,"b"'])).toBe(
    `'=1+1,'+86 10,'-x,'@a,'\tb,-12.5,-3,87.0000,,"a,""b"""\r\n`,
  );
});

test('what the writer writes the reader reads back', async () => {
  const path = join(folder, 'a.csv');
  const field = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '-', '张', ' ', ';', '\t'), maxLength: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(field, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        writeFileSync(path, writeCsv([['姓名', '项目', '日期'], ...rows]));
        const { tables, problems } = await readTables(path);
        expect(problems).toEqual([]);
        const read = new Map(
          (tables[0]?.rows ?? []).map((row) => [row.number, row.cells.map((cell) => [cell.column, cell.text])]),
        );
        rows.forEach((row, at) => {
          const written = row
            .map((text, column) => [column + 1, text] as const)
            .filter(([, text]) => text.trim() !== '');
          expect(read.get(at + 2) ?? []).toEqual(written);
        });
      },
    ),
    { numRuns: 200 },
  );
});

test('UTF-8 with or without mark, UTF-16 with mark and GB18030 say the same; semicolon and tab separate as well', async () => {
  const files: readonly (readonly [string, Buffer])[] = [
    ['utf8', Buffer.from('姓名,项目\r\n张三,学习\r\n')],
    ['mark', Buffer.from('\ufeff姓名,项目\r\n张三,学习\r\n')],
    ['utf16', Buffer.from('\ufeff姓名\t项目\r\n张三\t学习\r\n', 'utf16le')],
    ['utf16-semicolon', Buffer.from('\ufeff姓名;项目\r\n张三;学习\r\n', 'utf16le')],
    ['utf16-other-end', Buffer.from('\ufeff姓名\t项目\r\n张三\t学习\r\n', 'utf16le').swap16()],
    ['semicolon', Buffer.from('姓名;项目\n张三;学习')],
    ['gb18030', Buffer.from('d0d5c3fb2ccfeec4bf0d0ad5c5c8fd2cd1a7cfb00d0a', 'hex')],
  ];
  for (const [name, bytes] of files) {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, bytes);
    const { tables, problems } = await readTables(path);
    expect(problems, name).toEqual([]);
    expect(
      tables[0]?.rows.map((row) => row.cells.map((cell) => cell.text)),
      name,
    ).toEqual([
      ['姓名', '项目'],
      ['张三', '学习'],
    ]);
  }
});

test('a text in no known encoding and a quote that is never closed are named', async () => {
  const path = join(folder, 'bad.csv');
  writeFileSync(path, Buffer.from([0xff, 0x80, 0x2c, 0xff, 0xff, 0x0a]));
  expect((await readTables(path)).problems).toMatchObject([{ code: 'intake.encoding' }]);
  // 姓名,人員類別,備註 / 張美玲,正式黨員,志願服務 / 陳大文,預備黨員,
  const big5 =
    'a96da6572ca448adfbc3fea74f2cb3c6b5f90d0ab169acfcacc22ca5bfa6a1c4d2adfb2ca7d3c440aa41b0c80d0ab3afa46aa4e52cb977b3c6c4d2adfb2c0d0a';
  writeFileSync(path, Buffer.from(big5, 'hex'));
  expect((await readTables(path)).problems).toMatchObject([{ code: 'intake.encoding-big5' }]);
  // 姓名,类别 / 喆喆,镕镕: rare characters of GB18030 are none of Big5.
  writeFileSync(path, Buffer.from('d0d5c3fb2cc0e0b1f00d0a86b486b42ce946e9460d0a', 'hex'));
  expect((await readTables(path)).tables[0]?.rows[1]?.cells.map(({ text }) => text)).toEqual(['喆喆', '镕镕']);
  writeFileSync(path, '姓名,项目\n张三,"学习\n李四,学习\n');
  expect((await readTables(path)).problems).toMatchObject([{ code: 'intake.csv-quote', place: { row: 2 } }]);
});

test('a file of many chunks is cut at the same places as a small one', async () => {
  const path = join(folder, 'long.csv');
  const rows = Array.from({ length: 60_000 }, (_, at) => `"第${at}行","含""引号""和\n换行",${'长'.repeat(at % 20)}`);
  writeFileSync(path, rows.join('\r\n'));
  let wrong = 0;
  let last = 0;
  await walkCsv(path, 'long.csv', 10, (bytes, record, number) => {
    const first = bytes.toString('utf8', record.starts[0], record.ends[0]);
    const second = bytes.toString('utf8', record.starts[1], record.ends[1]);
    if (first !== `第${number - 1}行` || second !== '含"引号"和\n换行' || record.count !== 3) wrong++;
    last = number;
  });
  expect([wrong, last]).toEqual([0, 60_000]);
});

test('any bytes as .csv or .json give tables or problems, never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('x.csv', 'x.json', 'x.tsv'),
      async (bytes, name) => {
        const path = join(folder, name);
        writeFileSync(path, bytes);
        const found = await readTables(path);
        expect(found.problems.length + found.tables.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});
