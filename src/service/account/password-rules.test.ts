import { describe, expect, test } from 'vitest';
import { isWeak } from './password-rules.ts';

const context = ['张大伟', 'k7m2x9qa', '阳光小学党支部', '区教育局党委'];

describe('a new password (trust §2.1, 6.2)', () => {
  test.each([
    ['short1!Xy', 'nine characters'],
    ['1234567890', 'figures in a row'],
    ['13812345678', 'a telephone'],
    ['11010119900101123X', 'an ID number'],
    ['1990-01-01 1990', 'days'],
    ['aaaaaaaaaaaa', 'one letter'],
    ['abcabcabcabc', 'a repetition'],
    ['abcdefghijkl', 'the alphabet'],
    ['qwertyuiop12', 'a row of the keyboard'],
    ['1qaz2wsx3edc', 'columns of the keyboard'],
    ['Password2024!', 'a common word and a year'],
    ['P@ssw0rd1234', 'figures that look like letters'],
    ['admin@123456', 'a common word and a run'],
    ['woaini5201314', 'figures known by heart'],
    ['张大伟张大伟2026', 'the own name'],
    ['阳光小学党支部123456', 'the name of the branch'],
    ['K7M2X9QA-2026', 'the sign-in name'],
    ['zhibu-20260101', 'what everybody here would write'],
  ])('%s is refused: %s', (password) => expect(isWeak(password, context)).toBe(true));

  test.each([
    'correct horse battery',
    '春眠不觉晓处处闻啼鸟',
    'tR9#vK2!mQ',
    'jiayou-laozhang-pao-bu',
    'Wo de mao jiao Xiao Hei 7',
  ])('%s is taken: no kinds of characters are prescribed, and length is welcome', (password) =>
    expect(isWeak(password, context)).toBe(false),
  );

  test('64 characters and more are taken, without end they are not', () => {
    const long = 'Das ist ein langer Satz, den nur ich so schreibe und sonst niemand.';
    expect(isWeak(long)).toBe(false);
    expect(isWeak('ab3-x9!k'.repeat(40))).toBe(true);
  });
});
