import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, cleanName, labelKey, tidy } from './clean.ts';

test('full-width digits, letters and punctuation become half-width; spaces and invisible characters go', () => {
  expect(clean('\u3000２０２６．３．５\u00a0')).toBe('2026.3.5');
  expect(clean('\ufeffＡ１：Ｂ\u200b')).toBe('A1:B');
  expect(clean('志愿  服务\n')).toBe('志愿 服务');
});

test('words that are kept stay as written but for surrounding and invisible characters', () => {
  expect(tidy(' 校发〔２０２６〕３号，见附件 ')).toBe('校发〔２０２６〕３号，见附件');
});

test('a name loses the space that aligns it, and every middle dot is one', () => {
  expect(cleanName('张　三')).toBe('张三');
  expect(cleanName('买买提•艾力')).toBe(cleanName('买买提 · 艾力'));
  expect(cleanName('Li  Ming')).toBe('Li Ming');
});

test('labels are compared without spaces and case', () => {
  expect(labelKey('Ｓtudy 学习')).toBe('study学习');
});

test('cleaning again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(clean(clean(text))).toBe(clean(text));
      expect(tidy(tidy(text))).toBe(tidy(text));
    }),
  );
});
