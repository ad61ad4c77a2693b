import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Fact } from '#domain/ledger/fact.ts';
import type { Member } from '#domain/ledger/member.ts';
import { csvLine } from '#intake/csv/csv-write.ts';
import { unpackDay } from '#intake/csv/plain-bytes.ts';
import { readTables } from '#intake/read-tables.ts';
import { FactColumns } from './fact-columns.ts';
import type { FactContext } from './fact-context.ts';
import { indexItems } from './item-index.ts';
import { readFacts } from './read-facts.ts';
import { type StreamedFacts, streamFacts } from './stream-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'intake-stream-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const members: readonly Member[] = [
  { id: '1', name: '张三', history: [{ from: '0000-01-01', to: '9999-12-31', standing: 'full', group: '一组' }] },
  { id: '2', name: '李四', history: [{ from: '2026-03-01', to: '9999-12-31', standing: 'full' }] },
  { id: '3', name: '李四', history: [{ from: '0000-01-01', to: '9999-12-31', standing: 'deceased' }] },
  {
    id: '4',
    name: 'Wang',
    history: [
      { from: '0000-01-01', to: '2026-06-30', standing: 'probationary' },
      { from: '2026-07-01', to: '2026-09-30', standing: 'full', group: '二组' },
    ],
  },
];
const items = indexItems([
  { id: 'any', label: '志愿服务', quantity: 'any', ref: { needed: false } },
  { id: 'whole', label: '缺席', quantity: 'whole', reachesGroup: true },
  {
    id: 'level',
    label: '表彰',
    level: {
      needed: true,
      names: [
        { id: 'n', labels: ['国家级'] },
        { id: 'c', labels: ['市级'] },
      ],
    },
  },
  { id: 'free', label: '其他', level: { needed: false } },
  { id: 'judged', label: '教学', points: { needed: true, from: 10_000, to: 50_000 }, rater: { needed: false } },
  { id: 'score', label: '绩效', score: { needed: false } },
  { id: 'veto:a', label: '违纪', ref: { needed: true } },
]);

/** The facts of the columns as objects, to be compared with those of the careful reader. */
function factsOf(columns: FactColumns, keys: StreamedFacts): (Fact & { member: string })[] {
  return Array.from({ length: columns.count }, (_, at) => {
    const number = (array: Float64Array | undefined) => (array && !Number.isNaN(array[at]) ? array[at] : undefined);
    const text = (array: Int32Array | undefined) => (array?.[at] ? keys.texts[array[at]] : undefined);
    return JSON.parse(
      JSON.stringify({
        item: keys.items[columns.item[at] ?? -1]?.id,
        day: unpackDay(columns.day[at] ?? 0),
        period: text(columns.period),
        quantity: number(columns.quantity),
        level: text(columns.level),
        points: number(columns.points),
        score: number(columns.score),
        rater: text(columns.rater),
        ref: text(columns.ref),
        note: text(columns.note),
        member: keys.members[columns.member[at] ?? -1],
      }),
    ) as Fact & { member: string };
  });
}

async function compare(text: string, context: FactContext): Promise<number> {
  const path = join(folder, 'facts.csv');
  writeFileSync(path, text);
  const careful = readFacts(await readTables(path), context);
  const columns = new FactColumns();
  const streamed = await streamFacts(path, context, columns.take);
  expect(streamed.problems).toEqual(careful.problems);
  const facts = careful.facts.map((fact) => JSON.parse(JSON.stringify({ ...fact, place: undefined })) as object);
  expect(factsOf(columns, streamed)).toEqual(facts);
  expect(streamed.rows).toBe(facts.length);
  return facts.length;
}

const often = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const cell = {
  member: often('1', '1', '1', '张三', '2', '2', '3', '4', 'Wang', '李四', ' 1', '１', '', '合计', '谁', '=A1'),
  name: often('', '', '', '张三', 'Wang', '李四'),
  item: often(
    'any',
    '志愿服务',
    '缺席',
    '表彰',
    'free',
    '教学',
    '绩效',
    '一票否决:违纪',
    'veto:a',
    'any',
    '',
    '志愿',
    '＝',
  ),
  on: often(
    '2026-03-05',
    '2026-03-05',
    '2026-07-01',
    '2026.3.5',
    '3月5日',
    '46086',
    '2026-02-30',
    '2025-12-31',
    '',
    '',
    'x',
  ),
  period: often('', '', '', '', '', '2026Q1', '上半年', '2026-08', '2025', 'y'),
  quantity: often('', '', '1', '2', '1.5', '0.12345', '-1', '1000001', ' 3', '１', '两', '\u3000'),
  level: often('', '', '国家级', 'c', '国家级+市级', '村级', '甲', "'=甲"),
  points: often('', '', '4.5', '5', '5.1', '-1', '-2', '0', '1.', '.5'),
  score: often('', '', '92.3333', '0.00001', 'n'),
  rater: often('', '', '群众', '　领导'),
  ref: often('', '', '文1', '文"2"', '纪\n字', ' 文1 ', '\u00a0', "'-x", '“引”'),
  note: often('', '', '注', 'a,b', '=b', '="01"'),
};
type Row = Record<keyof typeof cell, string>;
const blank = Object.fromEntries(Object.keys(cell).map((field) => [field, ''])) as Row;
const sound: readonly Row[] = [
  { ...blank, member: '1', item: 'any', on: '2026-03-05', quantity: '2' },
  { ...blank, member: '2', item: '志愿服务', period: '2026Q1', quantity: '1.5', ref: '文1', note: '注' },
  { ...blank, member: '1', item: '缺席', on: '2026-07-01', quantity: '2' },
  { ...blank, member: '4', item: '表彰', on: '3月5日', level: '国家级' },
  { ...blank, member: '张三', item: 'free', on: '2026-03-05', level: '甲' },
  { ...blank, member: '1', item: '教学', period: '上半年', points: '4.5', rater: '群众' },
  { ...blank, member: 'Wang', item: '绩效', on: '2026-07-01', score: '92.3333' },
  { ...blank, member: '1', item: 'veto:a', on: '2026-03-05', ref: '文1' },
];
const fields = Object.keys(cell) as (keyof typeof cell)[];
/** A sound row with up to two cells replaced: most of what the fast reader meets, and each way in which it must decline. */
const row = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.constantFrom(0, 0, 1, 1, 1, 2),
    fc.constantFrom(...fields),
    fc.constantFrom(...fields),
    fc.record(cell),
  )
  .map(([base, changes, first, second, other]) => {
    const changed = { ...base };
    if (changes > 0) changed[first] = other[first];
    if (changes > 1) changed[second] = other[second];
    return fields.map((field) => changed[field]);
  });
const HEAD = ['党员', '姓名', '项目', '日期', '期间', '数量', '等级', '评定分', '外部得分', '评议人', '依据', '备注'];

test('the fast way gives the same facts and the same problems as the careful way, for every table', async () => {
  const table = fc.array(row, { minLength: 40, maxLength: 200, size: 'max' });
  const contexts = fc.record({
    roster: fc.boolean(),
    year: fc.boolean(),
    texts: often('all' as const, 'needed' as const),
    names: fc.boolean(),
    title: fc.boolean(),
  });
  let facts = 0;
  await fc.assert(
    fc.asyncProperty(table, contexts, async (rows, { roster, year, texts, names, title }) => {
      const context: FactContext = {
        items,
        texts,
        ...(roster && { members }),
        ...(year && { year: { from: '2026-01-01', to: '2026-12-31' } }),
      };
      const kept = (fields: readonly string[]) => (names ? fields : fields.filter((_, at) => at !== 1));
      // Fields are joined without the writer's guard, so that formulas and apostrophes arrive as people may write them.
      const lines = [...(title ? [['某支部积分表']] : []), kept(HEAD), ...rows.map(kept)].map((fields) =>
        fields.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(','),
      );
      facts += await compare(lines.join('\r\n'), context);
    }),
    { numRuns: 150 },
  );
  expect(facts).toBeGreaterThan(1000);
});

test('more facts than one chunk holds arrive in order', async () => {
  const rows = Array.from({ length: 150_000 }, (_, at) =>
    csvLine(['1', '', 'any', '2026-03-05', '', at % 1000, '', '', '', '', '', `第${at}件`]),
  );
  const text = csvLine(HEAD) + rows.join('');
  expect(await compare(text, { items, members })).toBe(150_000);
});

test.each([
  '',
  '\n\n',
  '姓名,性别\n张三,男',
  HEAD.join(','),
  `${HEAD.join(',')}\n"1,`,
  `${HEAD.join(',')}\n${',x'.repeat(300)}`,
])('a file without facts is told the same way (%#)', async (text) =>
  expect(await compare(text, { items, members })).toBe(0),
);

test('any bytes give problems or facts, never a crash', async () => {
  const path = join(folder, 'any.csv');
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      writeFileSync(path, bytes);
      expect((await streamFacts(path, { items }, () => {})).problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});
