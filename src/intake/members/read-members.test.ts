import { expect, test } from 'vitest';
import { rowsTable } from '#intake/rows-table.ts';
import type { Cell } from '#intake/table.ts';
import { readMembers } from './read-members.ts';

const read = (...rows: string[][]) => readMembers(rowsTable(rows, '名册.csv'));
const cell = (column: number, text: string, kind: Cell['kind'] = 'text'): Cell => ({ column, kind, text });
const codes = (...rows: string[][]) => read(...rows).problems.map((problem) => problem.code);

test('a roster with Chinese headings under title rows is read, dirt and all', () => {
  const { members, problems } = read(
    ['某小学党支部党员花名册'],
    ['（截至２０２６年１月）'],
    ['序号', '党员编号', '姓 名', '人员类别', '党籍状态', '党小组', '党内职务', '上年总分（分）'],
    ['1', 'Ａ０１', '张　三', '在职', '正式', '一组', '书记', '91.5'],
    ['2', 'A02', '李四', '离退休', '免考核', '二组', '', ''],
    ['合计：2人'],
  );
  expect(problems).toEqual([]);
  expect(members).toEqual([
    {
      id: 'A01',
      name: '张三',
      history: [
        { from: '0000-01-01', to: '9999-12-31', standing: 'full', category: '在职', group: '一组', role: '书记' },
      ],
      lastTotal: 915_000,
    },
    {
      id: 'A02',
      name: '李四',
      history: [{ from: '0000-01-01', to: '9999-12-31', standing: 'exempt', category: '离退休', group: '二组' }],
    },
  ]);
});

test('several dated rows of one id become the history; a row without an end ends where the next begins (product §2)', () => {
  const { members, problems } = read(
    ['id', 'name', 'category', 'from', 'to', 'standing'],
    ['1', '王五', '在职', '2026.7.1', '至今', '正式'],
    ['1', '', '在职', '2025年7月1日', '', '预备'],
  );
  expect(problems).toEqual([]);
  expect(members[0]?.history).toEqual([
    { from: '2025-07-01', to: '2026-06-30', standing: 'probationary', category: '在职' },
    { from: '2026-07-01', to: '9999-12-31', standing: 'full', category: '在职' },
  ]);
});

test('rows of one id that overlap are a problem that names both', () => {
  const { members, problems } = read(
    ['编号', '姓名', '起', '止'],
    ['1', '王五', '2026-01-01', '2026-08-31'],
    ['1', '王五', '2026-07-01', ''],
  );
  expect(members).toEqual([]);
  expect(problems).toMatchObject([
    { code: 'intake.rows-overlap', place: { row: 3 }, params: { name: '王五', row: 2 } },
  ]);
  expect(codes(['编号', '姓名'], ['1', '王五'], ['1', '王五'])).toEqual(['intake.rows-overlap']);
});

test('without an id column the name is the id, and a name twice asks for an id column', () => {
  expect(read(['姓名'], ['张三'], ['李四']).members.map((member) => member.id)).toEqual(['张三', '李四']);
  const { problems } = read(['姓名'], ['张三'], ['张三']);
  expect(problems).toMatchObject([{ code: 'intake.name-twice', place: { file: '名册.csv', row: 3, column: 'A' } }]);
});

test('the category tells the standing when no column does', () => {
  const [first] = read(['姓名', '人员类别'], ['张三', '预备党员']).members;
  expect(first?.history[0]).toMatchObject({ standing: 'probationary', category: '预备党员' });
});

test.each([
  [
    'intake.id-missing',
    [
      ['编号', '姓名'],
      ['', '张三'],
      ['2', '李四'],
    ],
  ],
  [
    'intake.name-missing',
    [
      ['编号', '姓名'],
      ['1', ''],
      ['2', '李四'],
    ],
  ],
  [
    'intake.id-two-names',
    [
      ['编号', '姓名', '起'],
      ['1', '张三', '2026-01-01'],
      ['1', '李四', '2026-07-01'],
    ],
  ],
  [
    'intake.from-after-to',
    [
      ['姓名', '起', '止'],
      ['张三', '2026-07-01', '2026-01-01'],
    ],
  ],
  [
    'intake.not-a-day',
    [
      ['姓名', '起'],
      ['张三', '去年'],
    ],
  ],
  [
    'intake.unknown-standing',
    [
      ['姓名', '状态'],
      ['张三', '群众'],
    ],
  ],
  [
    'intake.not-a-number',
    [
      ['姓名', '上年总分'],
      ['张三', '优秀'],
    ],
  ],
  [
    'intake.last-total-twice',
    [
      ['编号', '姓名', '起', '上年总分'],
      ['1', '张三', '2026-01-01', '90'],
      ['1', '张三', '2026-07-01', '91'],
    ],
  ],
  [
    'intake.heading-twice',
    [
      ['姓名', '类别', '人员类别'],
      ['张三', '在职', '在职'],
    ],
  ],
  ['intake.no-entries', [['姓名', '类别']]],
  [
    'intake.no-headings',
    [
      ['日期', '项目'],
      ['2026-01-01', '学习'],
    ],
  ],
  [
    'intake.formula-cell',
    [
      ['姓名', '类别'],
      ['=A1', '在职'],
      ['李四', '在职'],
    ],
  ],
] as const)('%s is found', (code, rows) => expect(codes(...rows.map((row) => [...row]))).toContain(code));

test('an id stored as a number of more than fifteen digits has lost some, and says so', () => {
  const rows = [
    { number: 1, cells: [cell(1, '编号'), cell(2, '姓名')] },
    { number: 2, cells: [cell(1, '110101199001011230', 'number'), cell(2, '张三')] },
  ];
  const { problems } = readMembers({ problems: [], tables: [{ file: 'a.xlsx', sheet: '名册', rows }] });
  expect(problems).toMatchObject([{ code: 'intake.digits-lost', place: { sheet: '名册', row: 2, column: 'A' } }]);
});

test('a heading that nearly matches is named in a warning', () => {
  const { problems } = read(['姓名', '党小组组'], ['张三', '一组']);
  expect(problems).toMatchObject([
    { severity: 'warning', code: 'intake.heading-near', params: { heading: '党小组组', known: '党小组' } },
  ]);
});
