import { expect, test } from 'vitest';
import { REFUSAL_CODES, REFUSALS } from '#domain/process/refusal.ts';
import { refusalsEn } from './refusals.en.ts';
import { refusalsZhCN } from './refusals.zh-CN.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

test('both catalogues have every refusal and nothing else, in the order of the table', () => {
  expect(Object.keys(refusalsZhCN)).toEqual([...REFUSAL_CODES]);
  expect(Object.keys(refusalsEn)).toEqual([...REFUSAL_CODES]);
});

test.each(REFUSAL_CODES)('%s names the same things in both languages, briefly and without shouting', (code) => {
  const chinese = refusalsZhCN[code];
  const english = refusalsEn[code];
  expect(placeholders(english)).toEqual(placeholders(chinese));
  expect(chinese).toMatch(/。$/);
  expect(english).toMatch(/\.$/);
  expect(chinese + english).not.toMatch(/[!！]/);
  expect(chinese).not.toMatch(/必须|禁止|非法|严禁/);
  expect(chinese.length).toBeLessThanOrEqual(70);
  expect(english.length).toBeLessThanOrEqual(170);
});

test('every refusal names a clause of the source', () => {
  for (const code of REFUSAL_CODES) expect(REFUSALS[code].clause).toMatch(/^§[一二三四五](\([一二三四五]\))$/);
});
