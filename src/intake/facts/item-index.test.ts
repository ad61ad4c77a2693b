import { expect, test } from 'vitest';
import { indexItems } from './item-index.ts';

const index = indexItems([
  { id: 'study', label: '政治学习', aliases: ['学习'] },
  { id: 'study2', label: '学习强国 之外' },
  { id: 'twin-a', label: '双胞胎' },
  { id: 'twin-b', label: '双胞胎' },
  { id: 'veto:gambling', label: '赌博' },
  { id: 'review:masses', label: '群众评议' },
]);
const id = (text: string) => {
  const found = index.resolve(text);
  return typeof found === 'object' ? found.id : found;
};

test('an item is found by id, label or alias, whatever the spaces, width and case', () => {
  expect(id('study')).toBe('study');
  expect(id(' Ｓtudy ')).toBe('study');
  expect(id('政治 学习')).toBe('study');
  expect(id('学习')).toBe('study');
  expect(id('学习强国之外')).toBe('study2');
});

test('a label that two items have is ambiguous, their ids are not', () => {
  expect(id('双胞胎')).toBe('ambiguous');
  expect(id('twin-b')).toBe('twin-b');
});

test('a veto ground and a review are found behind their prefix in either language, and nowhere else', () => {
  expect(id('veto:gambling')).toBe('veto:gambling');
  expect(id('一票否决：赌博')).toBe('veto:gambling');
  expect(id('评议: 群众评议')).toBe('review:masses');
  expect(id('赌博')).toBeUndefined();
  expect(id('一票否决:政治学习')).toBeUndefined();
});

test('what is like the text is offered', () => {
  expect(index.nearest('政治理论学习')).toContain('政治学习');
  expect(index.nearest('完全无关')).toEqual([]);
});
