import { expect, test } from 'vitest';
import { chineseRuns } from './chinese-runs.ts';
import { fill } from './fill.ts';

test('Chinese words in an English sentence are told apart, with the digits and marks among them', () => {
  const chinese = (text: string) => chineseRuns(text).flatMap((run) => (run.chinese ? [run.text] : []));
  expect(chinese('罗文斌 may still answer about “无故不参加集中学习”')).toEqual(['罗文斌', '无故不参加集中学习']);
  expect(chinese('reference: 2026年4月主题党日记录')).toEqual(['2026年4月主题党日记录']);
  expect(chinese('by §二(一), at most 4 points')).toEqual(['§二(一)']);
  expect(chinese('评定2026年第一季度积分 (item 4)')).toEqual(['评定2026年第一季度积分']);
  expect(chinese('3 of 4 present')).toEqual([]);
  const text = 'meeting of 9 April, item 4: 评定积分；其他。 Then more';
  expect(
    chineseRuns(text)
      .map((run) => run.text)
      .join(''),
  ).toBe(text);
});

test('a sentence says one line and two lines', () => {
  const said = '{n} {n|line|lines} recorded';
  expect(fill(said, { n: 1 })).toBe('1 line recorded');
  expect(fill(said, { n: '−1' })).toBe('−1 line recorded');
  expect(fill(said, { n: 0 })).toBe('0 lines recorded');
  expect(fill(said, { n: '1.5' })).toBe('1.5 lines recorded');
  expect(fill(said)).toBe(said);
});
