import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, test } from 'vitest';
import { codes, folder, person, roster, said, sheet } from './import-sheets.ts';
import { workbook, zip } from './intake/workbook-builder.ts';
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
    expect(await one('f.xlsx', '%PDF-1.7')).toEqual(['intake.not-a-workbook']);
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
