import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readTables } from '#intake/read-tables.ts';
import { codes, folder, GOOD, person, roster, said, sheet } from './import-sheets.ts';
import { rowXml, sheetXml, workbook, zip } from './intake/workbook-builder.ts';
import { HEADS } from './roster-heads.ts';

describe('headings as offices write them (issue 5 §2)', () => {
  const FIRST = ['姓名', '人员类别', '职务情况', null];

  test('in two rows, groups above and columns below them, merged or not', async () => {
    const groups = [['名册'], FIRST, [null, null, '党内职务', '行政职务'], ['张三', '正式党员', '书记', '校长']];
    const merged = await roster(await sheet('groups.xlsx', groups));
    expect([merged.rows, merged.problems]).toEqual([[{ row: 4, name: '张三', standing: 'full', role: '书记' }], []]);
    const apart = await roster(
      await sheet('groups-apart.xlsx', [
        ['姓名', '基本情况', null, '党籍', null],
        [null, '性别', '出生日期', '人员类别', '党小组'],
        ['张三', '男', '1980.05', '正式党员', '一组'],
      ]),
    );
    expect([apart.rows, apart.problems]).toEqual([[{ row: 3, name: '张三', standing: 'full', group: '一组' }], []]);
    const entry = await roster(await sheet('no-heading.xlsx', [FIRST, ['张三', '正式党员', '党小组', null]]));
    expect(entry.rows).toEqual([{ row: 2, name: '张三', standing: 'full' }]);
  });

  test('in three rows, some of them merged down', async () => {
    const rows = [
      ['姓名', '基本情况', '', '党内'],
      ['', '身份', '出生', '职务情况', ''],
      ['', '人员类别', '出生日期', '党内职务', '党小组'],
      ['张三', '正式党员', '1980.05', '书记', '一组'],
    ].map((cells, at) => rowXml(at + 1, cells));
    for (const merged of ['', '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B1:C1"/></mergeCells>']) {
      const path = join(folder, 'three.xlsx');
      writeFileSync(path, workbook({ sheets: [{ name: '名册', xml: sheetXml(rows.join(''), merged) }] }));
      const { rows: read, problems } = await roster(path);
      expect([read, problems]).toEqual([[{ row: 4, name: '张三', standing: 'full', role: '书记', group: '一组' }], []]);
    }
  });

  test('again in English, explained in brackets, or printed again on the next page: told, and no person is made of them', async () => {
    const rows = [
      ['姓名', '人员类别', '入党日期'],
      ['Name', 'Kind', 'Joined'],
      ['（必填）', '（正式/预备）', '（年.月）'],
      ['张　三', '正 式 党 员', '2001年07'],
      ['姓名', '人员类别', '入党日期'],
      ['李\n四', '预备党员', '２００１．０７'],
    ];
    const read = await roster(await sheet('again.xlsx', rows));
    expect(read.rows.map(({ row, name }) => [row, name])).toEqual([
      [4, '张三'],
      [6, '李四'],
    ]);
    expect(read.problems.map(({ code, severity, place }) => [code, severity, place?.row])).toEqual(
      [2, 3, 5].map((row) => ['intake.heading-row', 'warning', row]),
    );
    // A sum stands in a column that nobody reads, a signature where a name should.
    const under = '序号,姓名,人员类别\n1,张三,正式党员\n小计,,1\n,支部书记（签字）：,\n';
    writeFileSync(join(folder, 'under.csv'), under);
    const signed = await roster(join(folder, 'under.csv'));
    expect([codes(signed), signed.rows.length]).toEqual([['intake.footer-row', 'intake.footer-row'], 1]);
  });

  test('that nobody knows are offered to be explained; a number of a person among them is never shown', async () => {
    const own = await roster(
      await sheet('own.xlsx', [
        ['同志', '哪类'],
        ['张三', '正式党员'],
      ]),
    );
    expect(own.headings.map(({ heading, column, use }) => [heading, column, use])).toEqual([
      ['同志', 'A', 'unknown'],
      ['哪类', 'B', 'unknown'],
    ]);
    const none = await roster(await sheet('none.xlsx', [['张三', '正式', '430104198506151234', '13812345678']]));
    expect(none.headings.map(({ heading }) => heading)).toEqual(['张三', '正式']);
    expect(said(none)).toContain('…34');
    expect(said(none)).not.toMatch(/\d{9}/);
  });

  test('on several sheets: each is read, and who stands on two of them is named with both', async () => {
    const book = new Workbook();
    for (const name of ['三月', '四月'])
      for (const row of [
        ['姓名', '人员类别'],
        ['张三', '正式党员'],
        [`李${name}`, '正式党员'],
      ])
        (book.getWorksheet(name) ?? book.addWorksheet(name)).addRow(row);
    const path = join(folder, 'sheets.xlsx');
    await book.xlsx.writeFile(path);
    const read = await roster(path);
    expect(codes(read)).toEqual(['intake.roster-sheet-twice']);
    expect(said(read)).toContain('表“四月”第 2 行 A 列：“张三”在表“三月”第 2 行也有');
  });
});

describe('bad files get one clear answer', () => {
  const one = async (name: string, content: Buffer | string): Promise<readonly string[]> => {
    writeFileSync(join(folder, name), content);
    return codes(await roster(join(folder, name)));
  };

  test('formulas in what is kept stop, in what is only checked are told, in what is not read do not matter', async () => {
    const formula = { formula: 'A1&"甲"', result: '甲' };
    expect(codes(await roster(await sheet('f1.xlsx', [HEADS, person({ 姓名: formula })])))).toEqual([
      'intake.formula-cell',
    ]);
    const checked = await roster(await sheet('f2.xlsx', [HEADS, person({ 出生日期: formula, 备注: formula })]));
    expect([checked.rows.length, codes(checked)]).toEqual([1, ['intake.roster-unchecked']]);
  });

  test('macros, a password, a zip bomb, a lie about its size, another type, nothing at all', async () => {
    expect(await one('a.xlsm', 'x')).toEqual(['intake.workbook-macros']);
    const macro = workbook({ sheets: [], more: [{ name: 'xl/vbaProject.bin', data: 'x' }] });
    expect(await one('b.xlsx', macro)).toEqual(['intake.workbook-macros']);
    const bomb = workbook({ sheets: [{ name: '表', xml: Buffer.alloc(250_000_000, 32) }] });
    expect(await one('c.xlsx', bomb)).toEqual(['intake.unpacked-too-large']);
    expect(await one('d.xlsx', zip([{ name: 'x', data: 'x', flags: 1 }]))).toEqual(['intake.workbook-encrypted']);
    expect(await one('e.docx', 'x')).toEqual(['intake.unknown-format']);
    expect(await one('f.xlsx', '%PDF-1.7')).toEqual(['intake.is-pdf']);
    expect(await one('g.xlsx', '')).toEqual(['intake.file-empty']);
    expect(await one('h.csv', '甲,乙\n1,2\n')).toEqual(['intake.no-headings']);
  });

  test('a workbook that is called .csv is read, and a .csv in UTF-16; one without any mark of it is told', async () => {
    const utf16 = Buffer.from('\uFEFF姓名\t人员类别\n张三\t正式党员\n', 'utf16le');
    expect(await one('utf16.csv', utf16)).toEqual([]);
    expect(await one('utf16-bare.csv', Buffer.from('姓名,人员类别\n张三,正式党员\n', 'utf16le'))).toEqual([
      'intake.encoding',
    ]);
    const path = await sheet('real.xlsx', [HEADS, person()]);
    expect(await one('really-xlsx.csv', readFileSync(path))).toEqual([]);
  });

  test('a file without a sheet to read says so: a letter called .xlsx, hidden sheets alone, an old workbook with macros', async () => {
    const types = { name: '[Content_Types].xml', data: '<Types/>' };
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
    const main = `<Relationships><Relationship Id="r" Type="${office}" Target="word/document.xml"/></Relationships>`;
    const letter = [
      types,
      { name: '_rels/.rels', data: main },
      { name: 'word/document.xml', data: '<document/>' },
      { name: 'word/_rels/document.xml.rels', data: '<Relationships/>' },
    ];
    expect(await one('letter.xlsx', zip(letter))).toEqual(['intake.no-sheet']);
    const hidden = { name: '隐', xml: sheetXml(rowXml(1, ['姓名', '人员类别'])), hidden: true };
    expect(await one('hidden.xlsx', workbook({ sheets: [hidden] }))).toEqual([
      'intake.sheet-hidden',
      'intake.no-sheet',
    ]);
    const container = XLSX.CFB.utils.cfb_new() as object;
    XLSX.CFB.utils.cfb_add(container, '/Workbook', Buffer.alloc(8));
    XLSX.CFB.utils.cfb_add(container, '/_VBA_PROJECT_CUR/VBA/dir', Buffer.alloc(8));
    const macros = XLSX.CFB.write(container, { type: 'buffer' }) as Buffer;
    expect(await one('macros.xls', macros)).toEqual(['intake.workbook-macros']);
  });

  test('rows and columns that nobody sees are read and told', async () => {
    const rows = [
      rowXml(1, ['姓名', '人员类别']),
      rowXml(2, ['张三', '正式党员']),
      rowXml(3, ['李四', '正式党员']).replace('<row ', '<row hidden="1" '),
    ];
    const xml = sheetXml(rows.join('')).replace(
      '<sheetData>',
      '<cols><col min="2" max="9" hidden="1"/></cols><sheetData>',
    );
    const path = join(folder, 'unseen.xlsx');
    writeFileSync(path, workbook({ sheets: [{ name: '名册', xml }] }));
    const read = await roster(path);
    expect(read.rows).toHaveLength(2);
    expect(said(read)).toMatch(/有 1 行隐藏着或被筛选掉，第一处在第 3 行，也已读取.*\n.*的 B 列隐藏着/);
  });

  test('text that no database keeps, that shows nothing or only looks like another is read as meant, and what is lost is told', async () => {
    const cells = ['张&#0;三', '李_x000D_&#10;四', '\u202e王五\u202c', '⾦⼤⼭', '赵\u3164六'];
    const rows = ['姓名_x000D_', ...cells].map((name, at) =>
      rowXml(at + 1, [name, at === 0 ? '人员类别' : '正式党员']),
    );
    const path = join(folder, 'signs.xlsx');
    writeFileSync(path, workbook({ sheets: [{ name: '表&#27;[31m', xml: sheetXml(rows.join('')) }] }));
    const read = await roster(path);
    expect(read.rows.map(({ name }) => name)).toEqual(['张三', '李四', '王五', '金大山', '赵六']);
    for (const name of ['王?', '李\ufffd', '\\ud83d'])
      expect(await one('lost.json', `[{"姓名":"${name}","人员类别":"正式党员"}]`)).toEqual(['intake.name-maimed']);
    const typed = `编号,姓名,人员类别,公民身份号码\n'001,张三,正式党员,'${GOOD.toLowerCase()}\n`;
    writeFileSync(join(folder, 'typed.csv'), typed);
    expect(await roster(join(folder, 'typed.csv'))).toMatchObject({ rows: [{ code: '001' }], problems: [] });
  });

  test('a workbook of which a part is lost or no UTF-8 is damaged, and never read with less', async () => {
    const cell = '<row r="1"><c r="A1" t="s"><v>9</v></c></row>';
    expect(await one('string.xlsx', workbook({ sheets: [{ name: 'S', xml: sheetXml(cell) }] }))).toEqual([
      'intake.workbook-broken',
    ]);
    const wide = Buffer.from(`\ufeff${sheetXml('')}`, 'utf16le');
    expect(await one('wide.xlsx', workbook({ sheets: [{ name: 'S', xml: wide }] }))).toEqual([
      'intake.workbook-broken',
    ]);
  });

  test('a .csv of an old Macintosh is read; UTF-8 with a lost byte is told by its line and not taken for GB18030', async () => {
    const mac = '姓名,人员类别,备注\r张三,正式党员,"a\nb"\r李四,正式党员,\r';
    expect(await one('mac.csv', mac)).toEqual([]);
    expect((await roster(join(folder, 'mac.csv'))).rows).toHaveLength(2);
    const [before, after] = ['name,standing\n张三,正式\n欧阳', '娜娜,正式\n'];
    const lost = Buffer.concat([Buffer.from(before), Buffer.from([0xe5, 0xbc]), Buffer.from(after)]);
    expect(await one('lost.csv', lost)).toEqual(['intake.encoding-broken']);
    expect(said(await roster(join(folder, 'lost.csv')))).toContain('第 3 行');
  });

  test('cells beyond what a list has are refused before the server holds them; a folder is no file', async () => {
    const cells = '<c><v>1</v></c>'.repeat(50);
    const xml = sheetXml(Array.from({ length: 60 }, (_, at) => `<row r="${at + 1}">${cells}</row>`).join(''));
    const sheets = ['一', '二'].map((name) => ({ name, xml }));
    writeFileSync(join(folder, 'cells.xlsx'), workbook({ sheets }));
    writeFileSync(join(folder, 'cells.csv'), `${'1,'.repeat(50)}\n`.repeat(120));
    for (const name of ['cells.xlsx', 'cells.csv']) {
      const { problems, tables } = await readTables(join(folder, name), { cells: 5000 });
      expect([problems.map(({ code }) => code), tables]).toEqual([['intake.too-many-cells'], []]);
    }
    expect(codes(await roster(folder))).toEqual(['intake.not-a-file']);
  });

  test('ten thousand persons under a title are taken, one more is not', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `党员${at},正式党员`);
    const head = '甲支部党员名册,\n姓名,人员类别\n';
    expect(await one('full.csv', `${head}${rows.join('\n')}\n`)).toEqual([]);
    expect(await one('over.csv', `${head}${rows.join('\n')}\n另一人,正式党员\n`)).toEqual(['intake.too-many-rows']);
  });

  test('a hundred thousand rows are refused soon, by their number', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `党员${at},正式党员`);
    expect(await one('many.csv', `姓名,人员类别\n${rows.join('\n')}\n`)).toEqual(['intake.too-many-rows']);
  });
});
