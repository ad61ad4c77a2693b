import { type Font, MISSING, shipped, systemFont } from './fonts.ts';
import { printable } from './printable.ts';

/** Characters of one font that stand side by side. */
export type Run = { readonly font: Font; readonly text: string; readonly width: number };

/** A line of set text: its runs, how wide they are, how many characters they have, and whether the paragraph goes on. */
export type Line = {
  readonly runs: readonly Run[];
  readonly width: number;
  readonly count: number;
  readonly last: boolean;
};

/** How a text is to be set: weight, size, how much closer its characters stand, and the indent of the first line, all in points. */
export type Setting = {
  readonly bold: boolean;
  readonly size: number;
  readonly tighter?: number;
  readonly first?: number;
};

/** Characters that do not begin a line 避头尾. */
const NOT_FIRST = new Set('，。、；：？！）》」』】〕〉…—”’·・%‰℃,.;:?!)]}');
/** Characters that do not end one. */
const NOT_LAST = new Set('（《「『【〔〈“‘([{');
/** Letters, digits and signs that stay together. */
const WORD = /[A-Za-z0-9_.,:/@#&+\-=?%À-ÿ]/;

/** One character of a text with the font that has it. */
type Sign = { readonly text: string; readonly font: Font; readonly width: number };

function signOf(text: string, bold: boolean, size: number): Sign {
  const code = text.codePointAt(0) ?? 0;
  const own = shipped(bold ? 'bold' : 'regular');
  if (own.has(code)) return { text, font: own, width: own.width(code) * size };
  const other = systemFont(code);
  if (other) return { text, font: other, width: other.width(code) * size };
  return { text: MISSING, font: own, width: own.width(MISSING.codePointAt(0) ?? 0) * size };
}

/** Signs that choose among the forms of a character; those that the fonts here have are printed in their usual form. */
const VARIANTS = /[\u{fe00}-\u{fe0f}]|[\u{e0100}-\u{e01ef}]/gu;

/** Groups characters that may not be parted: words of letters, marks with what they belong to. */
function clusters(signs: readonly Sign[]): Sign[][] {
  const found: Sign[][] = [];
  for (const sign of signs) {
    const before = found.at(-1);
    const previous = before?.at(-1)?.text ?? '';
    const holds = WORD.test(sign.text) && WORD.test(previous);
    const leans = NOT_FIRST.has(sign.text) || NOT_LAST.has(previous);
    if (before && previous !== ' ' && (holds || leans)) before.push(sign);
    else found.push([sign]);
  }
  return found;
}

const widthOf = (signs: readonly Sign[], tighter: number): number =>
  signs.reduce((sum, { width }) => sum + width - tighter, 0);

/** Breaks a text into lines of a width 断行, in points; never fewer than one. */
export function linesOf(text: string, width: number, setting: Setting): Line[] {
  const lines: Line[] = [];
  for (const part of printable(text).replace(VARIANTS, '').split('\n'))
    lines.push(...linesOfPart(part, width, setting));
  return lines;
}

function linesOfPart(text: string, width: number, { bold, size, tighter = 0, first = 0 }: Setting): Line[] {
  const lines: Sign[][] = [[]];
  let room = width - first;
  const turn = (): void => {
    lines.push([]);
    room = width;
  };
  const put = (signs: readonly Sign[]): void => {
    lines.at(-1)?.push(...signs);
    room -= widthOf(signs, tighter);
  };
  for (const cluster of clusters([...text].map((one) => signOf(one, bold, size)))) {
    if (cluster[0]?.text === ' ' && lines.length > 1 && !lines.at(-1)?.length) continue;
    const wide = widthOf(cluster, tighter);
    // What fits on no line at all is broken where it stands.
    if (wide > room + 0.01 && wide <= width && lines.at(-1)?.length) turn();
    if (wide <= room + 0.01) {
      put(cluster);
      continue;
    }
    for (const sign of cluster) {
      if (sign.width - tighter > room + 0.01 && lines.at(-1)?.length) turn();
      put([sign]);
    }
  }
  return lines.map((signs, at) => lineOf(signs, tighter, at === lines.length - 1));
}

function lineOf(signs: readonly Sign[], tighter: number, last: boolean): Line {
  const end = last ? signs.length : signs.findLastIndex(({ text }) => text !== ' ') + 1;
  const shown = signs.slice(0, end);
  const runs: { font: Font; text: string; width: number }[] = [];
  for (const { text, font, width } of shown) {
    const run = runs.at(-1);
    if (run?.font === font) {
      run.text += text;
      run.width += width;
    } else runs.push({ font, text, width });
  }
  return { runs, width: widthOf(shown, tighter), count: shown.length, last };
}
