/**
 * The letters of a control code 校验码: the digits, and of the capitals those that nobody takes for a digit or for each other. They are 29, a prime: only
 * then does the check character find every mistyped character and every swap of neighbours.
 */
export const CODE_LETTERS = '0123456789ACDEFGHJKMNPQRTVWXY';

/** How many characters of a code are drawn; with the check character they are twelve, in three groups of four. */
export const DRAWN_LETTERS = 11;

const GROUP = 4;

/** What a letter that is left out is taken for, as it is what people see. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', Z: '2', S: '5', B: '8', U: 'V' };

/** A code as typed 校验码录入: the code as it is printed, or what is wrong with it. */
export type ReadCode = { readonly code: string } | { readonly fault: 'no-code' | 'mistyped' };

/** The control code 校验码 of eleven numbers from 0 to 28 that chance or a digest gave, as it is printed: grouped, the check character last. */
export function paperCode(drawn: readonly number[]): string {
  const letters = drawn.map((one) => CODE_LETTERS[one]).join('');
  const check = (CODE_LETTERS.length - (weigh(`${letters}0`) % CODE_LETTERS.length)) % CODE_LETTERS.length;
  return grouped(`${letters}${CODE_LETTERS[check]}`);
}

/**
 * A control code as people type or scan it: small letters, full-width characters, spaces, dashes and points do not matter nor
 * the word that is printed before it, and a letter that no code has is taken
 * for the one it looks like. One wrong character, or two neighbours the wrong way round, is always found.
 */
export function readPaperCode(typed: string): ReadCode {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*\p{Script=Han}+/u, '')
    .replaceAll(/[\s\p{Pd}−_.·,:;。、]/gu, '')
    .replaceAll(/[OILZSBU]/g, (letter) => LOOKS_LIKE[letter] ?? letter);
  const isCode = [...plain].every((letter) => CODE_LETTERS.includes(letter));
  if (plain === '' || !isCode) return { fault: 'no-code' };
  if (plain.length !== DRAWN_LETTERS + 1 || weigh(plain) % CODE_LETTERS.length !== 0) return { fault: 'mistyped' };
  return { code: grouped(plain) };
}

/** The letters weighted by powers of 2 from the last: no two neighbours weigh the same, and no weight is 0 modulo 29. */
function weigh(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 2 + CODE_LETTERS.indexOf(letter), 0);
}

function grouped(letters: string): string {
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}
