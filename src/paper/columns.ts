import type { Row, Table } from './document.ts';
import { PAD_X, type Page, TABLE_SIZE } from './page.ts';

/** How wide a digit or a sign of a number is at most, as a share of its size. */
const DIGIT = 0.62;

/** So many characters of a head stand beside each other, wherever there is room. */
const HEAD = 2;

/** A column of text gives up to this share of its width to columns of numbers, and keeps so many characters: those of a day. */
const [GIVES, KEEPS] = [0.5, 6];

/** The widths of the columns of a table on a page, in points: in the shares that it names, but so that no number is broken 数字不折行. */
export function widthsOf(table: Table, { width, left, right, scale }: Page): number[] {
  const all = table.columns.reduce((sum, one) => sum + one.width, 0);
  const room = width - left - right;
  const named = table.columns.map((one) => (one.width / all) * room);
  const least = leastOf(table, scale);
  const lacks = named.map((own, at) => Math.max(0, (least[at] ?? 0) - own));
  const lacking = lacks.reduce((sum, one) => sum + one, 0);
  if (lacking === 0) return named;
  const keeps = (KEEPS * (table.size ?? TABLE_SIZE) + 2 * PAD_X) * scale;
  const spare = named.map((own, at) => {
    const need = least[at] ?? 0;
    return Math.max(0, own - Math.max(need, need > 0 ? 0 : keeps, own * (1 - GIVES)));
  });
  const given = spare.reduce((sum, one) => sum + one, 0);
  const share = Math.min(1, given / lacking);
  return named.map((own, at) => own + (lacks[at] ?? 0) * share - ((spare[at] ?? 0) * lacking * share) / (given || 1));
}

/** Where the lines between the columns of a table are on a page, in points. */
export function edgesOf(table: Table, page: Page): number[] {
  const edges = [page.left];
  for (const width of widthsOf(table, page)) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** What each column needs at least: its longest number, and two characters of its head. */
function leastOf({ columns, head, rows, size = TABLE_SIZE }: Table, scale: number): number[] {
  const least = columns.map(() => 0);
  const ask = (all: readonly Row[], wants: (text: string, isNumber: boolean) => number): void => {
    for (const { cells } of all) {
      let column = 0;
      for (const { text, value, span = 1 } of cells) {
        const want = span === 1 ? wants(text, value !== undefined) : 0;
        if (want > (least[column] ?? 0)) least[column] = want;
        column += span;
      }
    }
  };
  ask(rows, (text, isNumber) => (isNumber ? text.length * DIGIT : 0));
  if (least.some((one) => one > 0)) ask(head, (text) => Math.min(HEAD, text.length));
  return least.map((one) => (one === 0 ? 0 : (one * size + 2 * PAD_X) * scale));
}
