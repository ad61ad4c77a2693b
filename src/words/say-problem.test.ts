import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { nearKey } from './near-key.ts';
import { sayProblem } from './say-problem.ts';
import { zhCN } from './zh-CN.ts';

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();

describe('a problem is said with its place as people count', () => {
  test('in a sheet: sheet, row and column', () => {
    const problem = {
      severity: 'error',
      code: 'intake.unknown-item',
      place: { file: '积分.xlsx', sheet: '积分', row: 12, column: 'C' },
      params: { item: '志愿' },
    } as const;
    expect(sayProblem(problem)).toBe(
      '【错误】积分.xlsx 表“积分”第 12 行 C 列：方案中没有项目“志愿”。请核对项目名称或代码。',
    );
    expect(sayProblem(problem, 'en')).toBe(
      'error: 积分.xlsx, sheet “积分”, row 12, column C: The scheme has no item “志愿”. Check its name or id.',
    );
  });

  test('in a document: line, path and clause', () =>
    expect(
      sayProblem({
        severity: 'warning',
        code: 'scheme.no-number',
        path: 'components[0].items[1].judged',
        clause: '§二(二)',
        place: { line: 8 },
        params: { label: '见义勇为' },
      }),
    ).toBe(
      '【提示】第 8 行，components[0].items[1].judged（§二(二)）：“见义勇为”的评定没有写上限。请在本项写 cap，或写每年的上限。',
    ));

  test('without a place: the sentence alone', () =>
    expect(sayProblem({ severity: 'refusal', code: 'scheme.no-floor' })).toMatch(/^【不予采用】总分没有写下限/));

  test('a mistyped key is answered with the key that was meant', () => {
    const params = { key: 'lable', keys: 'id, label, clause' };
    expect(sayProblem({ severity: 'error', code: 'scheme.unknown-key', params })).toContain('相近的有“label”');
    expect(nearKey('xyz', ['id', 'label', 'clause'])).toBeUndefined();
    expect(nearKey('CAP', ['id', 'cap'])).toBe('cap');
  });

  test('a code without words is still said', () =>
    expect(sayProblem({ severity: 'error', code: 'new.code', path: 'a' })).toContain('new.code'));
});

describe('the catalogues', () => {
  test('fill the same places in both languages', () => {
    for (const [key, chinese] of Object.entries(zhCN))
      expect([key, [...new Set(places(en[key as keyof typeof zhCN]))]]).toEqual([key, [...new Set(places(chinese))]]);
  });

  test('use no exclamation marks and are never empty', () => {
    for (const text of [...Object.values(zhCN), ...Object.values(en)]) expect(text).toMatch(/^[^!！]+$/u);
  });

  test('the Chinese problem sentences are Chinese sentences with their stop', () => {
    for (const [key, text] of Object.entries(zhCN))
      if (/^(scheme|intake)\./.test(key))
        expect([key, text]).toEqual([key, expect.stringMatching(/\p{Script=Han}.*。$/su)]);
  });
});
