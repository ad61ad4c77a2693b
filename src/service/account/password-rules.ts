import { COMMON_WORDS, KEYBOARD } from './common-words.ts';

/** The least characters of a password (trust §2.1, 6.2); the most, so that hashing stays cheap. */
export const PASSWORD_LENGTH = { least: 10, most: 256 } as const;

/** So many unpredictable pieces a password has at least; a word, a year or a run counts as one. */
const PIECES = 7;

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Figures that people know by heart: 1314, 520, 666, and days and years. */
const KNOWN_FIGURES = /(5201314|1314520|201314|1314|520|521|168|666|888|(?:19|20)\d\d(?:[01]\d[0-3]\d)?)/g;

/**
 * Whether a password 密码 is too easily guessed: too short, only digits, a repetition, or made of runs, keyboard walks, common words, years and the words
 * of its own context (name, branch, sign-in name). No rule on kinds of characters, no list copied from anywhere.
 */
export function isWeak(password: string, context: readonly string[] = []): boolean {
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.least || password.length > PASSWORD_LENGTH.most) return true;
  const text = password.normalize('NFKC').toLowerCase();
  if (/^[\d\s.+/-]{1,24}x?$/.test(text)) return true; // a telephone, a birthday, an ID number
  if (/^(.{1,6}?)\1+.{0,5}$/u.test(text) && repeats(text)) return true;
  if (new Set(text).size < 5) return true;
  return [text, lettersOf(text)].some((form) => pieces(form, context) < PIECES);
}

/** Whether a text is one piece again and again, the last one perhaps cut off. */
function repeats(text: string): boolean {
  return [1, 2, 3, 4, 5, 6].some((size) =>
    [...text].every((letter, at, all) => at < size || letter === all[at - size]),
  );
}

function lettersOf(text: string): string {
  return text.replace(/[01345 7@$!]/g, (sign) => LOOK_ALIKE[sign] ?? sign);
}

/** How many pieces a text comes to when everything predictable in it is one piece. */
function pieces(text: string, context: readonly string[]): number {
  const own = context.flatMap(wordsOf);
  const words = [...own, ...own.map(lettersOf), ...COMMON_WORDS].toSorted((a, b) => b.length - a.length);
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, '\u0001');
  rest = rest.replace(KNOWN_FIGURES, '\u0001');
  return [...withoutRuns(rest)].filter((letter) => !/\s/.test(letter)).length;
}

/** The words of a name: itself, its parts, and of Chinese names every two characters. */
function wordsOf(name: string): readonly string[] {
  const text = name.normalize('NFKC').toLowerCase();
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 3));
  return [...new Set([text, ...parts])].filter((part) => part.length >= 2);
}

/** A text in which every run of three or more (the same, the next, or the next key) is one character. */
function withoutRuns(text: string): string {
  const letters = [...text];
  let out = '';
  for (let at = 0; at < letters.length; ) {
    let end = at + 1;
    let step: string | undefined;
    for (; end < letters.length; end++) {
      const steps = stepsFrom(letters[end - 1] ?? '', letters[end] ?? '');
      const same = step === undefined ? steps[0] : steps.find((one) => one === step);
      if (same === undefined) break;
      step = same;
    }
    const isRun = end - at >= 3;
    out += isRun ? '\u0001' : (letters[at] ?? '');
    at = isRun ? end : at + 1;
  }
  return out;
}

/** How one character comes after another: the same one, the next of the alphabet, the next key; nothing when it is neither. */
function stepsFrom(one: string, other: string): readonly string[] {
  const between = (other.codePointAt(0) ?? 0) - (one.codePointAt(0) ?? 0);
  if (Math.abs(between) <= 1) return [`by ${between}`];
  return KEYBOARD.flatMap((row, at) => {
    const [from, to] = [row.indexOf(one), row.indexOf(other)];
    return from !== -1 && to !== -1 && Math.abs(from - to) === 1 ? [`key ${at} ${to - from}`] : [];
  });
}
