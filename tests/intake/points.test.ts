import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type PointsSheet, readPoints } from '#intake/points/read-points.ts';
import { readTables } from '#intake/read-tables.ts';
import { type Part, rowXml, sheetXml, workbook } from './workbook-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'intake-points-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const components = [
  { id: 'base', label: '基础分' },
  { id: 'duty', label: '履职分' },
  { id: 'minus', label: '扣分' },
];
const always = { from: '2020-01-01', to: '9999-12-31', standing: 'full' as const };
const members = ['张三', '李四', '王五', '王五'].map((name, at) => ({ id: `D0${at + 1}`, name, history: [always] }));

async function read(name: string, content: string | Buffer, mapping?: Record<string, string>): Promise<PointsSheet> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readPoints(await readTables(path, { rows: 500 }), { components, members, ...(mapping && { mapping }) });
}
const csv = async (...rows: readonly string[]) => await read('a.csv', rows.join('\n'));
const codes = ({ problems }: PointsSheet): readonly string[] => problems.map(({ code }) => code);
const one = (rows: string, after = '') => workbook({ sheets: [{ name: '上半年', xml: sheetXml(rows, after) }] });

describe('a sheet of points by component (product §3.13)', () => {
  test('is read by the scheme’s labels in any order, with titles above and sums below, deductions below zero', async () => {
    const sheet = await csv(
      '某支部2026年上半年积分',
      '序号,姓名,扣分,履职分（40分）,基础分,合计,备注',
      '1,张三,-1.5,"12.5",60,71,',
      '2,D02,0,3,60,63,病假',
      '合计,,-1.5,15.5,120,134,',
    );
    expect(codes(sheet)).toEqual(['intake.footer-row']);
    expect(sheet.rows).toEqual([
      {
        row: 3,
        code: 'D01',
        points: [
          { component: 'base', points: 600_000 },
          { component: 'duty', points: 125_000 },
          { component: 'minus', points: -15_000 },
        ],
      },
      { row: 4, code: 'D02', points: expect.anything() },
    ]);
  });

  test('of persons it never guesses: the unknown and the same names are asked', async () => {
    const sheet = await csv('姓名,基础分', '张四,60', '王五,60', ',60');
    expect(codes(sheet)).toEqual(['intake.unknown-member-near', 'intake.ambiguous-member', 'intake.no-member']);
    expect(sheet.rows).toEqual([]);
    expect((await csv('编号,姓名,基础分', 'D03,王五,60')).rows).toHaveLength(1);
    expect(codes(await csv('编号,姓名,基础分', 'D01,李四,60'))).toEqual(['intake.name-differs']);
  });

  test('what is empty, no number, too fine or too large is told by its cell', async () => {
    const sheet = await csv('姓名,基础分,履职分,扣分', '张三,,1.00001,无', '李四,60,99999999,0');
    expect(sheet.problems.map(({ code, place }) => `${place?.row}${place?.column} ${code}`)).toEqual([
      '2B intake.points-empty',
      '2C intake.too-fine',
      '2D intake.not-a-number',
      '3C intake.too-large',
    ]);
  });

  test('a sum that disagrees is looked at; so many that a column was not read are told as one', async () => {
    const sheet = await csv('姓名,基础分,加分,合计', '张三,60,5,65', '李四,60,0,60');
    expect(codes(sheet)).toEqual(['intake.points-total']);
    expect(sheet.headings.find(({ heading }) => heading === '加分')).toMatchObject({ use: 'unknown', column: 'C' });
    const mapped = await read('b.csv', '姓名,基础分,加分,合计\n张三,60,5,65\n', { 加分: '履职分' });
    expect([codes(mapped), mapped.rows[0]?.points]).toEqual([
      [],
      [
        { component: 'base', points: 600_000 },
        { component: 'duty', points: 50_000 },
      ],
    ]);
    const many = await csv('编号,基础分,合计', ...Array.from({ length: 12 }, () => 'D01,60,61'));
    expect(codes(many).filter((code) => code === 'intake.points-totals')).toHaveLength(1);
    expect(many.problems).toHaveLength(4);
  });

  test('a formula is no value: of points it stops, of the sum it is compared with what it last came to; cells merged sideways leave the rest empty', async () => {
    const heads = rowXml(1, ['姓名', '基础分', '履职分', '合计']);
    const formula = '<c><f>SUM(B2:C2)</f><v>70</v></c>';
    const summed = await read('c.xlsx', one(heads + rowXml(2, ['张三', 60, 10, formula])));
    expect([codes(summed), summed.rows.length]).toEqual([[], 1]);
    const wrong = await read('c.xlsx', one(heads + rowXml(2, ['张三', 60, 10, formula.replace('70', '71')])));
    expect([codes(wrong), wrong.rows.length]).toEqual([['intake.points-total'], 1]);
    const bare = await read('c.xlsx', one(heads + rowXml(2, ['张三', 60, 10, '<c><f>SUM(B2:C2)</f></c>'])));
    expect([codes(bare), bare.rows.length]).toEqual([['intake.points-unchecked'], 1]);
    expect(codes(await read('d.xlsx', one(heads + rowXml(2, ['张三', 60, formula, 70]))))).toEqual([
      'intake.formula-cell',
    ]);
    const column = Array.from({ length: 6 }, (_, at) => rowXml(at + 2, ['张三', 60, formula, 130])).join('');
    const filled = await read('d.xlsx', one(heads + column));
    expect(filled.problems).toMatchObject([
      { code: 'intake.formula-column', place: { row: 2, column: 'C' }, params: { first: 'C2', last: 'C7', count: 6 } },
    ]);
    const across = '<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>';
    const merged = await read('e.xlsx', one(heads + rowXml(2, ['张三', 60, '', 60]), across));
    expect(codes(merged)).toEqual(['intake.points-empty']);
    // Downwards a value is repeated, as in every table: then the sum shows whether that was meant.
    const down = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
    const rows = rowXml(2, ['张三', 60, 10, 70]) + rowXml(3, ['李四', '', 5, 35]);
    const repeated = await read('g.xlsx', one(heads + rows, down));
    expect([codes(repeated), repeated.rows[1]?.points[0]?.points]).toEqual([['intake.points-total'], 600_000]);
  });

  test('items of the scheme are parts of their component, and so are columns that were said to be it; beside its own column they are not counted again', async () => {
    const path = join(folder, 'parts.csv');
    const parts = ['志愿服务', '主题党日'].map((label) => ({ component: 'duty', label }));
    const asked = async (rows: string, mapping = {}) => {
      writeFileSync(path, rows);
      return readPoints(await readTables(path), { components, members, parts, mapping });
    };
    const both = await asked('姓名,基础分,志愿服务,主题党日,合计\n张三,60,2,,62\n李四,60,1,1.5,62.5\n');
    expect([codes(both), both.rows.map((row) => row.points[1]?.points)]).toEqual([[], [20_000, 25_000]]);
    const told = await asked('姓名,基础分,志愿服务,主题党日,履职分,合计\n张三,60,2,3,5,65\n');
    expect([codes(told), told.rows[0]?.points[1]?.points]).toEqual([[], 50_000]);
    const said = await asked('姓名,基础分,学习,奖励\n张三,60,2,3\n', { 学习: '履职分', 奖励: '履职分' });
    expect([codes(said), said.rows[0]?.points[1]?.points]).toEqual([[], 50_000]);
    expect(said.headings.map(({ field }) => field)).toEqual(['姓名', '基础分', '履职分', '履职分']);
  });

  test('deductions without a sign are taken off where the sums say so, and asked where none does; a share is no number of points', async () => {
    const head = '姓名,基础分,扣分,合计';
    const turned = await csv(head, '张三,60,3,57', '李四,60分,0,60');
    expect([codes(turned), turned.rows.map((row) => row.points[1]?.points)]).toEqual([
      ['intake.points-signed'],
      [-30_000, 0],
    ]);
    expect(codes(await csv('姓名,基础分,扣分', '张三,60,3'))).toEqual(['intake.points-plus']);
    expect(codes(await csv(head, '张三,60,3,61'))).toEqual(['intake.points-plus', 'intake.points-total']);
    const styles = '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>';
    const xml = sheetXml(rowXml(1, ['姓名', '基础分']) + rowXml(2, ['张三', '<c s="1"><v>0.95</v></c>']));
    const replace = (part: Part): Part => (part.name === 'xl/styles.xml' ? { ...part, data: styles } : part);
    const share = await read('h.xlsx', workbook({ sheets: [{ name: '表', xml }], replace }));
    expect(share.problems).toMatchObject([{ code: 'intake.not-a-number', params: { text: '95%' } }]);
  });

  test('what stands under the names and is nobody is told: subtotals, the place of a signature', async () => {
    const rows = ['序号,姓名,基础分', '1,张 三,60', '2,一组小计,60', ',支部书记签字：,', '本月合计,,60', '3,李四,６０'];
    const sheet = await csv(...rows);
    const parted = await csv('姓名,履职分,,扣分', ',学雷锋,公开承诺,', '张三,2,1,0');
    expect(parted.problems).toMatchObject([{ code: 'intake.heading-below', place: { row: 2 } }]);
    expect([codes(sheet), sheet.rows.map(({ row }) => row)]).toEqual([Array(3).fill('intake.footer-row'), [2, 6]]);
  });

  test('of several sheets none is chosen, and totals alone are no components', async () => {
    const xml = sheetXml(rowXml(1, ['姓名', '基础分']) + rowXml(2, ['张三', 60]));
    const both = await read('f.xlsx', workbook({ sheets: ['一月', '二月'].map((name) => ({ name, xml })) }));
    expect([codes(both), both.rows]).toEqual([['intake.points-sheets'], []]);
    expect(codes(await csv('姓名,总分', '张三,87'))).toEqual(['intake.points-only-total']);
    expect(codes(await csv('姓名,基础分', ...Array.from({ length: 600 }, () => '张三,60')))).toContain(
      'intake.too-many-rows',
    );
  });
});
