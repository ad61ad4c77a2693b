import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '#intake/limits.ts';
import { type PointsSheet, readPoints } from '#intake/points/read-points.ts';
import { readTables } from '#intake/read-tables.ts';
import { readXlsx } from '#intake/workbook/read-xlsx.ts';
import { rowXml, sheetXml, workbook } from './workbook-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'intake-months-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const THREE = [
  { id: 'base', label: '基础分' },
  { id: 'duty', label: '加分' },
  { id: 'minus', label: '扣分' },
];
const ONE = [{ id: 'service', label: '志愿服务' }];
const always = { from: '2020-01-01', to: '9999-12-31', standing: 'full' as const };
const members = ['张三', '李四', '王五'].map((name, at) => ({ id: `D0${at + 1}`, name, history: [always] }));
const cut = { until: '2026-03-31', year: { from: '2026-01-01', to: '2026-12-31' } };

type More = { readonly components?: typeof THREE; readonly mapping?: Record<string, string>; readonly until?: string };

async function read(name: string, content: string | Buffer, { components = THREE, until, ...more }: More = {}) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const days = until === undefined ? cut : { ...cut, until };
  return readPoints(await readTables(path, { rows: 500 }), { components, members, cut: days, ...more });
}
const csv = async (rows: readonly string[], more?: More) => await read('a.csv', rows.join('\n'), more);
const codes = ({ problems }: PointsSheet): readonly string[] => problems.map(({ code }) => code);
const points = ({ rows }: PointsSheet) => rows.map((row) => row.points.map((one) => one.points / 10_000));

describe('a sheet with a column for each month (issue 5 §2)', () => {
  test('months over components are added by component, and the sheet’s own total bears it out', async () => {
    const sheet = await csv([
      '某支部2026年积分登记表',
      '序号,姓名,1月,,,2月,,,3月,,,合计,备注',
      ',,基础分,加分,扣分,基础分,加分,扣分,基础分,加分,扣分,,',
      '1,张三,5,2,,5,,-1,5,0.5,,16.5,',
      '2,李四,5,,,5,3,,5,,-2,16,借调',
      '合计,,10,2,,10,3,-1,10,0.5,-2,32.5,',
    ]);
    expect(codes(sheet)).toEqual(['intake.points-added', 'intake.footer-row']);
    expect(sheet.problems[0]?.params).toEqual({ names: '基础分、加分、扣分', from: '2026-01', to: '2026-03' });
    expect(points(sheet)).toEqual([
      [15, 2.5, -1],
      [15, 3, -2],
    ]);
    expect(sheet.rows.map(({ row, code }) => [row, code])).toEqual([
      [4, 'D01'],
      [5, 'D02'],
    ]);
  });

  test('components over months, each with its own sum, in a workbook with merged heads', async () => {
    const heads =
      rowXml(1, ['姓名', '基础分', '', '', '加分', '', '', '总分']) +
      rowXml(2, ['', '一月', '二月', '小计', '一月', '二月', '小计', '']);
    const merged = ['A1:A2', 'B1:D1', 'E1:G1', 'H1:H2'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const rows = rowXml(3, ['张三', 5, 5, 10, 1, '', 1, 11]) + rowXml(4, ['王五', 5, 4, 9, '', 2, 2, 11]);
    const xml = sheetXml(heads + rows, `<mergeCells count="4">${merged}</mergeCells>`);
    const sheet = await read('b.xlsx', workbook({ sheets: [{ name: '积分', xml }] }));
    expect([codes(sheet), points(sheet)]).toEqual([
      ['intake.points-added'],
      [
        [10, 1],
        [9, 2],
      ],
    ]);
  });

  test('what stands after the cut-off is not counted, whether the total has it or not; a quarter between months is a subtotal', async () => {
    const head = '姓名,1月基础分,2月基础分,3月基础分,4月基础分,合计';
    for (const total of [15, 20]) {
      const sheet = await csv([head, `张三,5,5,5,5,${total}`]);
      expect([codes(sheet), points(sheet)]).toEqual([['intake.points-added'], [[15]]]);
    }
    const only = { components: ONE, until: '2026-04-30' };
    const quarters = await csv(['姓名,1月,2月,3月,第一季度,4月,合计', '张三,1,2,3,6,4,10'], only);
    expect([codes(quarters), points(quarters)]).toEqual([['intake.points-added'], [[10]]]);
  });

  test('deductions without a sign are below zero where the sums of all rows say so', async () => {
    const rows = ['姓名,基础分,1月,,2月,,合计', ',,加分,扣分,加分,扣分,', '张三,60,2,1,1,,62', '李四,60,,,4,3,61'];
    const sheet = await csv(rows);
    expect([codes(sheet), points(sheet)]).toEqual([
      ['intake.points-signed', 'intake.points-added'],
      [
        [60, 3, -1],
        [60, 4, -3],
      ],
    ]);
  });

  test('nothing is taken where the sums do not bear it out, are formulas or are not there', async () => {
    const head = ['姓名,1月,,2月,,合计', ',加分,扣分,加分,扣分,'];
    const running = await csv([...head, '张三,2,0,5,0,5', '李四,1,0,1,0,1']);
    expect([codes(running), running.rows]).toEqual([['intake.points-months-total', 'intake.points-months-total'], []]);
    const none = await csv(['姓名,1月,,2月,', ',加分,扣分,加分,扣分', '张三,2,0,5,0']);
    expect([codes(none), none.rows]).toEqual([['intake.points-unproved'], []]);
    const formula = '<c><f>SUM(B3:E3)</f></c>';
    const xml = sheetXml(
      rowXml(1, ['姓名', '1月', '', '2月', '', '合计']) +
        rowXml(2, ['', '加分', '扣分', '加分', '扣分', '']) +
        rowXml(3, ['张三', 2, 0, 5, 0, formula]),
    );
    const summed = await read('c.xlsx', workbook({ sheets: [{ name: '积分', xml }] }));
    expect([codes(summed), summed.rows]).toEqual([['intake.points-unproved'], []]);
    const words = await csv([...head, '张三,2,病假,5,0,7']);
    expect(words.problems.map(({ code, place }) => `${place?.row}${place?.column} ${code}`)).toContain(
      '3C intake.not-a-number',
    );
  });

  test('names that the scheme has not are asked once, and read as they were explained', async () => {
    const rows = ['姓名,1月,,2月,,合计', ',奖励,扣分,奖励,扣分,', '张三,2,-1,3,0,4'];
    const asked = await csv(rows);
    expect([codes(asked), asked.rows]).toEqual([['intake.points-months-total'], []]);
    expect(asked.problems[0]?.params?.['unread']).toBe('奖励');
    const told = await csv(rows, { mapping: { 奖励: '加分' } });
    expect([codes(told), points(told)]).toEqual([['intake.points-added'], [[5, -1]]]);
  });
});

describe('a workbook with a sheet for each month (issue 5 §2)', () => {
  type Cells = readonly (readonly (string | number)[])[];
  const HEAD = ['序号', '姓名', '基础分', '加分', '扣分', '合计'];
  const month = (...rows: Cells): Cells => [['某支部积分表'], HEAD, ...rows.map((row, at) => [at + 1, ...row])];
  // In this process: what the child adds is tried elsewhere.
  const book = (sheets: Readonly<Record<string, Cells>>, { components = THREE, until = cut.until }: More = {}) => {
    const made = Object.entries(sheets).map(([name, rows]) => ({
      name,
      xml: sheetXml(rows.map((row, at) => rowXml(at + 1, row)).join('')),
    }));
    const read = readXlsx(workbook({ sheets: made }), 'm.xlsx', DEFAULT_LIMITS).sheets;
    const tables = read.map(({ name, rows }) => ({ file: 'm.xlsx', sheet: name, rows }));
    return readPoints({ problems: [], tables }, { components, members, cut: { ...cut, until } });
  };
  const by = ({ rows }: PointsSheet) =>
    Object.fromEntries(rows.map((row, at) => [row.code, points({ rows } as PointsSheet)[at]]));
  const JANUARY = month(['张三', 5, 2, '', 7], ['李四', 5, '', -1, 4]);
  const FEBRUARY = month(['张三', 5, '', '', 5], ['李四', 5, 1, '', 6]);
  const MARCH = month(['张三', 5, 1, '', 6], ['王五', 5, '', '', 5], ['合计', 10, 1, '', 11]);

  test('adds them by member, whoever came or went between; a sheet of sums bears it out, and what is no month is told and left', () => {
    const names = [
      ['1月', '2月', '3月'],
      ['一月', '2026年2月积分', '三月份'],
      ['2026.1', '2026-02', '3月党员积分统计'],
    ];
    for (const [one = '', two = '', three = ''] of names) {
      const sheet = book({
        汇总: [
          ['姓名', '一月', '2月', '3月', '合计'],
          ['张三', 7, 5, 6, 18],
          ['李四', 4, 6, '', 10],
          ['王五', '', '', 5, 5],
        ],
        [two]: FEBRUARY,
        [one]: JANUARY,
        [three]: MARCH,
        '2025年度': [
          ['姓名', '总分'],
          ['张三', 88],
        ],
        说明: [['本表由组织委员保存，每月底填写。']],
        Sheet6: [],
      });
      expect(codes(sheet)).toEqual(['intake.points-sheets-left', 'intake.footer-row', 'intake.points-sheets-proved']);
      expect(sheet.problems[0]?.params).toEqual({ sheets: '“2025年度”“说明”“Sheet6”' });
      expect(by(sheet)).toEqual({ D01: [15, 3, 0], D02: [10, 1, -1], D03: [5, 0, 0] });
    }
  });

  test('without a sheet of sums it says so, and which months there are none of; what comes after the cut-off is not counted', () => {
    const sheet = book({ '1月': JANUARY, '3月': MARCH, '4月': FEBRUARY });
    expect(sheet.problems.map(({ code, params }) => [code, params?.['months'] ?? params?.['sheets']])).toEqual([
      ['intake.points-sheets-later', '“4月”'],
      ['intake.footer-row', undefined],
      ['intake.points-sheets-added', undefined],
      ['intake.points-sheets-missing', '2026-02'],
    ]);
    expect(by(sheet)).toEqual({ D01: [10, 3, 0], D02: [5, 0, -1], D03: [5, 0, 0] });
  });

  test('a month that stands twice, one of another year, headings that differ, a sheet of no month: each is one refusal that names the sheet', () => {
    const refused = (sheets: Readonly<Record<string, Cells>>) => {
      const { problems, rows } = book({ '1月': JANUARY, ...sheets });
      expect(rows).toEqual([]);
      return problems.filter(({ severity }) => severity === 'error').map(({ code, place }) => [code, place?.sheet]);
    };
    const unknown = month(['赵六', 5, 0, 0, 5], ['合计', 5, 0, 0, 5]);
    const { problems: asked } = book({ '1月': JANUARY, '2月': unknown, '3月': unknown });
    expect(asked.map(({ code, params }) => [code, params?.['sheets']])).toEqual([
      ['intake.unknown-member', undefined],
      ['intake.footer-row', undefined],
      ['intake.points-sheets-same', '“3月”'],
    ]);
    expect(refused({ '1月 (2)': FEBRUARY })).toEqual([['intake.points-sheet-twice', '1月 (2)']]);
    expect(refused({ '2025年12月': FEBRUARY })).toEqual([['intake.points-sheet-outside', '2025年12月']]);
    expect(
      refused({
        '2月': [
          ['姓名', '基础分', '加分', '合计'],
          ['张三', 5, 0, 5],
        ],
      }),
    ).toEqual([['intake.points-sheet-lacks', '2月']]);
    expect(
      refused({
        '2月': FEBRUARY,
        '3月': [
          ['谁', '多少'],
          ['张三', 5],
        ],
      }),
    ).toEqual([['intake.points-sheet-unread', '3月']]);
    expect(refused({ '2月': FEBRUARY, 备份: JANUARY })).toEqual([['intake.points-sheet-when', '备份']]);
    expect(refused({ '2月': month(['张三', 5, 0, 0, 5], ['张三', 5, 0, 0, 5]) })).toEqual([
      ['intake.points-member-twice', '2月'],
    ]);
    expect(
      refused({
        '2月': FEBRUARY,
        汇总: [
          ['姓名', '合计'],
          ['张三', 13],
          ['李四', 10],
        ],
      }),
    ).toEqual([['intake.points-sheet-sum', '汇总']]);
    expect(refused({ '2月': month(['张三', 5, 2, '', 9]) })).toEqual([['intake.points-sheet-row', '2月']]);
  });

  test('a title that was copied with its sheet is told; where the sheet’s name says nothing the title does', () => {
    const titled = (title: string, ...rows: Cells): Cells => [[title], HEAD, ...rows.map((row) => [1, ...row])];
    const copied = book({
      '1月': titled('某支部1月积分', ['张三', 5, 2, 0, 7]),
      '2月': titled('某支部1月积分', ['张三', 5, 0, 0, 5]),
    });
    expect(copied.problems).toMatchObject([{ code: 'intake.points-sheet-title', place: { sheet: '2月' } }, {}, {}]);
    const nameless = book({
      Sheet1: titled('某支部2026年1月积分公示', ['张三', 5, 2, 0, 7]),
      Sheet2: titled('某支部2026年2月积分公示', ['张三', 5, 0, 0, 5]),
    });
    expect(by(nameless)).toEqual({ D01: [10, 2, 0] });
  });

  test('running totals, empty cells and deductions without a sign are asked where no sum tells', () => {
    const bare = (...rows: Cells): Cells => [['姓名', '基础分', '加分', '扣分'], ...rows];
    const two = (base: number): Cells => bare(['张三', base, 1, 0], ['李四', base + 1, 0, 0]);
    expect(codes(book({ '1月': two(5), '2月': two(10), '3月': two(15) }))).toEqual(['intake.points-sheets-running']);
    expect(codes(book({ '1月': bare(['张三', 5, '', 0]), '2月': bare(['张三', 5, 0, 0]) }))).toEqual([
      'intake.points-sheet-blank',
    ]);
    expect(codes(book({ '1月': bare(['张三', 5, 0, 1]), '2月': bare(['张三', 5, 0, 0]) }))).toEqual([
      'intake.points-plus',
    ]);
    const signed = book({ '1月': month(['张三', 5, 2, 1, 6]), '2月': month(['张三', 5, 0, 2, 3]) });
    expect([codes(signed)[0], by(signed)]).toEqual(['intake.points-signed', { D01: [10, 2, -3] }]);
  });

  test('sums that are formulas are compared with what they last came to; quarters and one component alone are read too', () => {
    const formula = (sum: number): string => `<c><f>SUM(C3:E3)</f><v>${sum}</v></c>`;
    const summed = book({
      '1月': month(['张三', 5, 2, '', formula(7)]),
      '2月': month(['张三', 5, '', '', formula(5)]),
    });
    expect(by(summed)).toEqual({ D01: [10, 2, 0] });
    const quarters = book({ 一季度: JANUARY, 二季度: FEBRUARY }, { until: '2026-06-30' });
    expect(by(quarters)).toEqual({ D01: [10, 2, 0], D02: [10, 1, -1] });
    const totals = {
      '1月': [
        ['姓名', '积分'],
        ['张三', 8],
      ],
      '2月': [
        ['姓名', '积分'],
        ['张三', 7],
      ],
    };
    expect(by(book(totals, { components: ONE }))).toEqual({ D01: [15] });
    expect(codes(book(totals))).toEqual(['intake.points-only-total']);
  });
});

describe('a sheet of totals', () => {
  test('is that of the component where the scheme has one alone, by month too', async () => {
    const total = await csv(['姓名,总分', '张三,87'], { components: ONE });
    expect([codes(total), points(total)]).toEqual([[], [[87]]]);
    const months = await csv(['姓名,1月,2月,合计', '张三,8,7,15'], { components: ONE });
    expect([codes(months), points(months)]).toEqual([['intake.points-added'], [[15]]]);
    const both = await csv(['姓名,志愿服务,合计', '张三,8,9'], { components: ONE });
    expect([codes(both), points(both)]).toEqual([['intake.points-total'], [[8]]]);
  });

  test('of several components is refused with what to do', async () => {
    const total = await csv(['姓名,总分', '张三,87']);
    expect([codes(total), total.rows]).toEqual([['intake.points-only-total'], []]);
    expect(total.problems[0]?.params).toEqual({ total: '总分', components: '“基础分”“加分”“扣分”' });
    const months = await csv(['姓名,1月,2月,合计', '张三,8,7,15']);
    expect([codes(months), months.rows]).toEqual([['intake.points-months'], []]);
  });

  test('a sheet with a column for each component is read as ever', async () => {
    const sheet = await csv(['姓名,基础分,加分,扣分,合计', '张三,60,5,-1,64']);
    expect([codes(sheet), points(sheet)]).toEqual([[], [[60, 5, -1]]]);
  });
});
