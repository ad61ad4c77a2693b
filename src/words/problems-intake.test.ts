import { expect, test } from 'vitest';
import { problemsIntakeEn } from './problems-intake.en.ts';
import { type IntakeCode, problemsIntakeZhCN } from './problems-intake.zh-CN.ts';

const codes = Object.keys(problemsIntakeZhCN) as IntakeCode[];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);

test.each(codes)('%s names the same things in both languages and does not shout', (code) => {
  const chinese = problemsIntakeZhCN[code];
  const english = problemsIntakeEn[code];
  expect(new Set(placeholders(english))).toEqual(new Set(placeholders(chinese)));
  expect(chinese + english).not.toMatch(/[!！]/);
  expect(chinese).toMatch(/[。）]$/);
});
