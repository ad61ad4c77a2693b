import { describe, expect, test } from 'vitest';
import { linesOf } from './lines.ts';

const texts = (text: string, characters: number): string[] =>
  linesOf(text, characters * 10, { bold: false, size: 10 }).map(({ runs }) => runs.map((run) => run.text).join(''));

describe('breaking lines', () => {
  test('Chinese is broken anywhere', () => expect(texts('党员积分登记表', 3)).toEqual(['党员积', '分登记', '表']));

  test('a mark does not begin a line and a bracket does not end one', () => {
    expect(texts('党员积分，登记', 4)).toEqual(['党员积', '分，登记']);
    expect(texts('党员积（分）登', 4)).toEqual(['党员积', '（分）登']);
  });

  test('a name with a middle dot is broken after the dot', () =>
    expect(texts('麦麦提·买买提', 3)).toEqual(['麦麦', '提·买', '买提']));

  test('a number stays whole where it fits on a line', () =>
    expect(texts('共计12345项', 4)).toEqual(['共计', '12345项']));

  test('what fits on no line is broken where it stands', () => {
    const [first = '', ...rest] = texts('指纹：9f86d081884c7d659a2feaa0c55ad015', 8);
    expect(first.startsWith('指纹：9f86')).toBe(true);
    expect([first, ...rest].join('')).toBe('指纹：9f86d081884c7d659a2feaa0c55ad015');
  });

  test('line ends are kept, an empty text has one line', () => {
    expect(texts('一\n\n二', 5)).toEqual(['一', '', '二']);
    expect(texts('', 5)).toEqual(['']);
  });

  test('a rare character stands in a font that has it, inside its line', () => {
    const [line] = linesOf('王𬭎㐂', 100, { bold: false, size: 10 });
    expect(line?.runs.map(({ text }) => text).join('')).toBe('王𬭎㐂');
  });
});
