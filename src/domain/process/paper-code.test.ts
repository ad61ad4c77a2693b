import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODE_LETTERS, DRAWN_LETTERS, paperCode, readPaperCode } from './paper-code.ts';

const drawn = fc.array(fc.integer({ min: 0, max: CODE_LETTERS.length - 1 }), {
  minLength: DRAWN_LETTERS,
  maxLength: DRAWN_LETTERS,
});
const code = drawn.map(paperCode);

/** A code with the letter at one place replaced. */
const withLetter = (letters: string, at: number, letter: string) =>
  `${letters.slice(0, at)}${letter}${letters.slice(at + 1)}`;

const plainOf = (one: string) => one.replaceAll('-', '');

describe('control codes on paper (product §7)', () => {
  test('are twelve characters in three groups, none of which is mistaken for another', () => {
    fc.assert(fc.property(code, (one) => /^([0-9AC-HJKMNPQRTVWXY]{4}-){2}[0-9AC-HJKMNPQRTVWXY]{4}$/.test(one)));
    for (const letter of 'OILZSBU') expect(CODE_LETTERS).not.toContain(letter);
  });

  test('are read as they are printed', () => {
    fc.assert(
      fc.property(code, (one) => {
        expect(readPaperCode(one)).toEqual({ code: one });
      }),
    );
  });

  test('every single wrong character is found', () => {
    fc.assert(
      fc.property(code, (one) => {
        const plain = plainOf(one);
        for (let at = 0; at < plain.length; at++)
          for (const letter of CODE_LETTERS)
            if (letter !== plain[at])
              expect(readPaperCode(withLetter(plain, at, letter))).toEqual({ fault: 'mistyped' });
      }),
      { numRuns: 30 },
    );
  });

  test('every swap of neighbours is found, and of letters with one between them', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(1, 2), (one, apart) => {
        const plain = plainOf(one);
        for (let at = 0; at + apart < plain.length; at++) {
          const [a = '', b = ''] = [plain[at], plain[at + apart]];
          const swapped = withLetter(withLetter(plain, at, b), at + apart, a);
          expect(readPaperCode(swapped)).toEqual(a === b ? { code: one } : { fault: 'mistyped' });
        }
      }),
    );
  });

  test('a character left out or typed twice is found', () => {
    fc.assert(
      fc.property(code, fc.nat(DRAWN_LETTERS), (one, at) => {
        const plain = plainOf(one);
        expect(readPaperCode(plain.slice(0, at) + plain.slice(at + 1))).toEqual({ fault: 'mistyped' });
        expect(readPaperCode(plain.slice(0, at + 1) + plain.slice(at))).toEqual({ fault: 'mistyped' });
      }),
    );
  });

  test('small letters, full-width characters, spaces, dashes and look-alikes do not matter', () => {
    const wide = (one: string) =>
      one.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    const looks = (one: string) =>
      one.replaceAll(/[01258V]/g, (letter) => ({ 0: 'O', 1: 'l', 2: 'z', 5: 's', 8: 'B', V: 'u' })[letter] ?? letter);
    fc.assert(
      fc.property(code, (one) => {
        const plain = plainOf(one);
        const ways = [plain.toLowerCase(), wide(one), plain.split('').join(' '), plain.split('').join('—'), looks(one)];
        for (const way of [
          ...ways,
          ` ${one}\n`,
          one.replaceAll('-', '－'),
          `校验码：${one}。`,
          one.replaceAll('-', '.'),
        ])
          expect(readPaperCode(way)).toEqual({ code: one });
      }),
    );
  });

  test('what is no code is said to be none', () => {
    for (const text of ['', '  ', '-', '张三', 'https://example.org/x', 'A/B'])
      expect(readPaperCode(text)).toEqual({ fault: 'no-code' });
    fc.assert(fc.property(fc.string(), (text) => void readPaperCode(text)));
  });
});
