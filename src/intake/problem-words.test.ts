import { expect, test } from 'vitest';
import type { Problem } from '#domain/kernel/problem.ts';
import { problemsIntakeZhCN } from '#words/problems-intake.zh-CN.ts';
import { indexItems } from './facts/item-index.ts';
import { readFacts } from './facts/read-facts.ts';
import { readMembers } from './members/read-members.ts';
import { readTables } from './read-tables.ts';
import { rowsTable } from './rows-table.ts';

/** The words of a problem with its values filled in. */
function worded({ code, params = {} }: Problem): string {
  const words = Object.entries(problemsIntakeZhCN).find(([known]) => known === code)?.[1] ?? '';
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

test('the values that a problem’s words speak of are there', async () => {
  const items = indexItems([
    { id: 'level', label: '表彰', level: { needed: true, names: [{ id: '市级' }] } },
    { id: 'judged', label: '教学', points: { needed: true, from: 0, to: 10_000 }, ref: { needed: true } },
    { id: 'whole', label: '缺席', quantity: 'whole', score: { needed: true }, rater: { needed: true } },
    { id: 'same', label: '教学' },
  ]);
  const head = ['姓名', '项目', '日期', '期间', '数量', '等级', '评定分', '外部得分', '依据', '备注', '备注说', '说明'];
  const rows = [
    ['张三', '表彰', '2026-03-05', '', '2', '省级', '', '', '', '=1'],
    ['张', 'judged', '昨天', '', '', '', '9'],
    ['谁', '教学', '', '去年'],
    ['张三', '表张', '2026-03-05', '2026'],
    ['张三', '无', '2027-03-05'],
    ['张三', 'whole', '', '2027', '-1.5', '', '', 'x'],
    ['', 'whole', '', '', '0.12345', '甲', '', '1000001'],
    ['合计'],
  ];
  const members = readMembers(
    rowsTable([
      ['编号', '姓名', '起', '止', '状态', '上年总分'],
      ['1', '张三', '2026-02-01', '2026-01-01', '好', '多'],
      ['', '李四'],
      ['3', ''],
      ['4', 'a'],
      ['4', 'b'],
    ]),
  );
  const facts = readFacts(rowsTable([head, ...rows]), {
    items,
    members: [{ id: '1', name: '张三', history: [{ from: '2026-04-01', to: '2026-12-31', standing: 'full' }] }],
    year: { from: '2026-01-01', to: '2026-12-31' },
  });
  const missing = await readTables('nowhere.csv');
  const problems = [...members.problems, ...facts.problems, ...missing.problems];
  expect(new Set(problems.map((problem) => problem.code)).size).toBeGreaterThan(20);
  for (const problem of problems) expect(worded(problem), problem.code).not.toMatch(/[{}]|^$/);
});
