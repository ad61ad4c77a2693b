import { expect, test } from 'vitest';
import type { Member, Standing } from '#domain/ledger/member.ts';
import { rowsTable } from '#intake/rows-table.ts';
import type { Tables } from '#intake/table.ts';
import type { FactContext } from './fact-context.ts';
import { indexItems } from './item-index.ts';
import { readFacts } from './read-facts.ts';

const always = (id: string, name: string, standing: Standing = 'full', group?: string): Member => ({
  id,
  name,
  history: [{ from: '0000-01-01', to: '9999-12-31', standing, ...(group && { group }) }],
});
const members: readonly Member[] = [
  always('A1', '张三', 'full', '一组'),
  always('A2', '张三'),
  always('A3', '李四'),
  { id: 'A4', name: '王五', history: [{ from: '2026-07-01', to: '9999-12-31', standing: 'full' }] },
  {
    id: 'A5',
    name: '赵六',
    history: [
      { from: '0000-01-01', to: '2026-03-31', standing: 'full' },
      { from: '2026-04-01', to: '9999-12-31', standing: 'transferred' },
    ],
  },
];
const items = indexItems([
  { id: 'volunteer', label: '志愿服务', quantity: 'any' },
  { id: 'absence', label: '缺席会议', quantity: 'whole' },
  {
    id: 'award',
    label: '表彰奖励',
    level: {
      needed: true,
      names: [
        { id: 'nation', labels: ['国家级'] },
        { id: 'city', labels: ['市级'] },
      ],
    },
  },
  { id: 'teaching', label: '教学工作', points: { needed: true, from: 0, to: 50_000 } },
  { id: 'kpi', label: '绩效', score: { needed: true } },
  { id: 'crew', label: '班组违规', reachesGroup: true },
  { id: 'veto:discipline', label: '违反纪律', ref: { needed: true } },
  { id: 'review:masses', label: '群众评议', points: { needed: true, from: 0, to: 1_000_000 }, rater: { needed: true } },
  { id: 'opening:base', label: '基础分', points: { needed: true, from: 0, to: 1_000_000 } },
  { id: 'a', label: '重名' },
  { id: 'b', label: '重名' },
]);
const context: FactContext = { items, members, year: { from: '2026-01-01', to: '2026-12-31' } };
const HEAD = ['党员', '项目', '日期', '期间', '数量', '等级', '评定分', '外部得分', '评议人', '依据', '备注'];

function read(...rows: string[][]) {
  return readFacts(rowsTable([HEAD, ...rows]), context);
}

test('facts of every kind are read', () => {
  const { facts, problems } = read(
    ['李四', ' 志愿 服务 ', '2026.3.5', '', '１．５', '', '', '', '', '', ' 植树 '],
    ['A1', '表彰奖励', '3月6日', '', '', '国家级、市级'],
    ['A1', 'teaching', '', '2026年第一季度', '', '', '4.5'],
    ['A3', '绩效', '', '全年', '', '', '', '92.3333'],
    ['A3', '一票否决：违反纪律', '2026-05-01', '', '', '', '', '', '', '纪字〔2026〕3号，2026-04-30'],
    ['A3', '评议:群众评议', '', '2026', '', '', '95', '', '群众'],
    ['A3', '期初：基础分', '2026-01-01', '', '', '', '60'],
  );
  expect(problems).toEqual([]);
  expect(facts.map((fact) => ({ ...fact, place: undefined }))).toEqual([
    { member: 'A3', item: 'volunteer', day: '2026-03-05', quantity: 15_000, note: '植树' },
    { member: 'A1', item: 'award', day: '2026-03-06', level: 'nation+city' },
    { member: 'A1', item: 'teaching', day: '2026-03-31', period: '2026Q1', points: 45_000 },
    { member: 'A3', item: 'kpi', day: '2026-12-31', period: '2026', score: 923_333 },
    { member: 'A3', item: 'veto:discipline', day: '2026-05-01', ref: '纪字〔2026〕3号，2026-04-30' },
    { member: 'A3', item: 'review:masses', day: '2026-12-31', period: '2026', points: 950_000, rater: '群众' },
    { member: 'A3', item: 'opening:base', day: '2026-01-01', points: 600_000 },
  ]);
  expect(facts[0]?.place).toEqual({ file: 'facts.csv', row: 2 });
});

test('a day outside the year is named with its row and column (§3)', () => {
  const { facts, problems } = read(['李四', '志愿服务', '2027-01-01', '', '1']);
  expect(facts).toEqual([]);
  expect(problems).toEqual([
    {
      severity: 'error',
      code: 'intake.day-outside',
      place: { file: 'facts.csv', row: 2, column: 'C' },
      params: { day: '2027-01-01', from: '2026-01-01', to: '2026-12-31' },
    },
  ]);
});

test.each([
  ['intake.ambiguous-member', ['张三', '志愿服务', '2026-03-05', '', '1'], { name: '张三', count: 2 }],
  ['intake.unknown-member', ['孙悟空', '志愿服务', '2026-03-05', '', '1'], { name: '孙悟空' }],
  ['intake.unknown-member-near', ['李四四', '志愿服务', '2026-03-05', '', '1'], { name: '李四四', near: '李四' }],
  ['intake.no-member', ['', '志愿服务', '2026-03-05', '', '1'], undefined],
  ['intake.unknown-item-near', ['李四', '志愿者服务', '2026-03-05', '', '1'], { item: '志愿者服务', near: '志愿服务' }],
  ['intake.unknown-item', ['李四', 'xyz', '2026-03-05', '', '1'], { item: 'xyz' }],
  ['intake.ambiguous-item', ['李四', '重名', '2026-03-05'], { item: '重名' }],
  ['intake.no-item', ['李四', '', '2026-03-05', '', '1'], undefined],
  ['intake.no-day', ['李四', '志愿服务', '', '', '1'], undefined],
  ['intake.day-and-period', ['李四', '志愿服务', '2026-03-05', '2026-03', '1'], undefined],
  ['intake.not-a-day', ['李四', '志愿服务', '2026-02-30', '', '1'], { heading: '日期', text: '2026-02-30' }],
  ['intake.not-a-period', ['李四', '志愿服务', '', '春天', '1'], { heading: '期间', text: '春天' }],
  ['intake.period-outside', ['李四', '志愿服务', '', '2025Q4', '1'], { period: '2025Q4' }],
  ['intake.negative-quantity', ['李四', '志愿服务', '2026-03-05', '', '-1'], { text: '-1' }],
  ['intake.too-large', ['李四', '志愿服务', '2026-03-05', '', '1000001'], { text: '1000001' }],
  ['intake.too-fine', ['李四', '志愿服务', '2026-03-05', '', '0.12345'], { text: '0.12345' }],
  ['intake.not-a-number', ['李四', '志愿服务', '2026-03-05', '', '两次'], { text: '两次' }],
  ['intake.not-whole', ['李四', '缺席会议', '2026-03-05', '', '1.5'], { text: '1.5' }],
  ['intake.no-level', ['A1', '表彰奖励', '2026-03-05'], { item: '表彰奖励', known: '国家级、市级' }],
  ['intake.unknown-level', ['A1', '表彰奖励', '2026-03-05', '', '', '村级'], { text: '村级', known: '国家级、市级' }],
  ['intake.no-points', ['A1', '教学工作', '2026-03-05'], { item: '教学工作' }],
  ['intake.points-outside', ['A1', '教学工作', '2026-03-05', '', '', '', '5.1'], { from: '0', to: '5', text: '5.1' }],
  ['intake.no-score', ['A1', '绩效', '2026-03-05'], { item: '绩效' }],
  ['intake.no-rater', ['A1', '评议:群众评议', '2026-03-05', '', '', '', '90'], { item: '群众评议' }],
  ['intake.no-ref', ['A1', 'veto:discipline', '2026-03-05'], { item: '违反纪律' }],
  ['intake.not-in-branch', ['王五', '志愿服务', '2026-03-05', '', '1'], { name: '王五', day: '2026-03-05' }],
  ['intake.not-in-branch', ['赵六', '志愿服务', '2026-05-05', '', '1'], { name: '赵六' }],
  ['intake.no-group', ['李四', '班组违规', '2026-03-05'], { name: '李四' }],
  ['intake.formula-cell', ['李四', '志愿服务', '2026-03-05', '', '=1+1'], { cell: 'E2', heading: '数量' }],
] as const)('%s is found, and the row gives no fact', (code, row, params) => {
  const { facts, problems } = read([...row]);
  expect(facts).toEqual([]);
  expect(problems).toMatchObject([
    { severity: 'error', code, place: { file: 'facts.csv', row: 2 }, ...(params && { params }) },
  ]);
});

test('all mistakes of a row are told at once', () => {
  const { problems } = read(['孙悟空', 'xyz', '去年', '', '-1']);
  expect(problems.map((problem) => problem.code)).toEqual([
    'intake.unknown-member',
    'intake.unknown-item',
    'intake.not-a-day',
  ]);
});

test('a period counts when the member was in the branch on any day of it', () => {
  expect(
    read(['赵六', '绩效', '', '2026', '', '', '', '80'], ['王五', '绩效', '', '2026', '', '', '', '80']).problems,
  ).toEqual([]);
});

test('a value that the item does not read is told once, and a quantity of one passes', () => {
  const { facts, problems } = read(
    ['A1', '教学工作', '2026-03-05', '', '1', '', '4'],
    ['A1', '志愿服务', '2026-03-05', '', '2', '', '3'],
    ['A1', '志愿服务', '2026-03-06', '', '2', '', '3'],
  );
  expect(problems).toMatchObject([
    { severity: 'warning', code: 'intake.value-unread', place: { row: 3, column: 'G' } },
  ]);
  expect(facts[1]).not.toHaveProperty('points');
});

test('rows exactly alike both count and are warned of', () => {
  const row = ['A1', '志愿服务', '2026-03-05', '', '1'];
  const { facts, problems } = read(row, row);
  expect(facts).toHaveLength(2);
  expect(problems).toMatchObject([
    { severity: 'warning', code: 'intake.duplicate-row', place: { row: 3 }, params: { row: 2 } },
  ]);
});

test('an id and a name in one row must agree', () => {
  const rows = [
    ['编号', '姓名', '项目', '日期'],
    ['A3', '李四', '志愿服务', '2026-03-05'],
    ['A3', '张三', '志愿服务', '2026-03-05'],
    ['', '李四', '志愿服务', '2026-03-07'],
  ];
  const { facts, problems } = readFacts(rowsTable(rows), context);
  expect(facts.map((fact) => fact.member)).toEqual(['A3', 'A3']);
  expect(problems).toMatchObject([
    { code: 'intake.name-differs', place: { row: 3, column: 'B' }, params: { id: 'A3', name: '李四', text: '张三' } },
  ]);
});

test('sums and notes under the table are no facts', () => {
  const { facts, problems } = read(
    ['李四', '志愿服务', '2026-03-05', '', '1'],
    ['合计', '', '', '', '1'],
    ['备注：本表由支部填写'],
  );
  expect(facts).toHaveLength(1);
  expect(problems.map((problem) => [problem.severity, problem.code])).toEqual([
    ['warning', 'intake.footer-row'],
    ['warning', 'intake.footer-row'],
  ]);
});

test('the sheet whose header fits is read and the others are named; when none fits, the headings expected and found are', () => {
  const right = rowsTable([HEAD, ['李四', '志愿服务', '2026-03-05']]).tables[0];
  const wrong = rowsTable([['性别', '民族']]).tables[0];
  if (!right || !wrong) throw new Error('no tables');
  const both: Tables = {
    problems: [],
    tables: [
      { ...wrong, sheet: '说明' },
      { ...right, sheet: '事实' },
    ],
  };
  const read = readFacts(both, context);
  expect(read.facts[0]?.place).toEqual({ file: 'facts.csv', sheet: '事实', row: 2 });
  expect(read.problems).toMatchObject([
    { severity: 'warning', code: 'intake.sheet-skipped', place: { sheet: '说明' } },
  ]);
  const none = readFacts({ problems: [], tables: [{ ...wrong, sheet: '说明' }] }, context);
  expect(none.problems).toMatchObject([
    { severity: 'error', code: 'intake.no-headings', params: { found: '性别、民族' } },
  ]);
});

test('without a roster the member is what the row says', () => {
  const { facts } = readFacts(rowsTable([HEAD, ['张　三', '志愿服务', '2026-03-05']]), { items });
  expect(facts[0]?.member).toBe('张三');
});

test('a list of more than a thousand problems keeps the first and counts the rest', () => {
  const rows = Array.from({ length: 1500 }, (_, at) => ['李四', 'xyz', '2026-03-05', '', String(at)]);
  const { problems } = read(...rows);
  expect(problems).toHaveLength(1001);
  expect(problems.at(-1)).toMatchObject({ code: 'intake.more', params: { count: 500, errors: 1500, warnings: 0 } });
});
