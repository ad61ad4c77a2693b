import type { Paragraph, Sheet } from './document.ts';

/** A page in points 磅 (1/72 inch): its size, the margins, and how much larger than A4 everything on it is. */
export type Page = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly scale: number;
};

const MM = 72 / 25.4;

/** Lines of a page and characters of a line (GB/T 9704-2012, 5.2.3). */
export const [LINES, CHARACTERS] = [22, 28];

/** Height of the type area 版心 in points: 225 mm. */
const AREA = 225 * MM;

/** From one line of the body to the next, in points: 22 of them fill the type area. */
export const LINE = AREA / LINES;

/** The page of a sheet: A4 with margins of 37, 35, 28 and 26 mm (GB/T 9704-2012, 5.2.1); wide ones turned with their head to the binding. */
export function pageOf(sheet: Sheet): Page {
  const scale = sheet.startsWith('a3') ? Math.SQRT2 : 1;
  const mm = MM * scale;
  const upright = { width: 210 * mm, height: 297 * mm, top: 37 * mm, bottom: 35 * mm, left: 28 * mm, right: 26 * mm };
  if (!sheet.endsWith('wide')) return { ...upright, scale };
  const turned = { top: 28 * mm, bottom: 26 * mm, left: 25 * mm, right: 25 * mm };
  return { width: upright.height, height: upright.width, ...turned, scale };
}

/** How a style of text looks: size and distance of lines in points, face, and whether its first line is indented. */
export type Look = {
  readonly size: number;
  readonly line: number;
  readonly face: Face;
  readonly align: 'left' | 'center' | 'right';
  readonly first: number;
  /** Room above it in points. */
  readonly above?: number;
};

/** The faces 字体 of official documents: 仿宋 for text, 小标宋 for titles, 黑体 for headings. */
export type Face = 'song' | 'title' | 'hei';

/** The looks of the styles (GB/T 9704-2012: title 小标宋 22 pt, body 仿宋 16 pt, headings 黑体 16 pt). */
export const LOOKS: { readonly [S in Paragraph['style']]: Look } = {
  title: { size: 22, line: 33, face: 'title', align: 'center', first: 0 },
  under: { size: 14, line: 27, face: 'song', align: 'center', first: 0 },
  heading: { size: 16, line: LINE, face: 'hei', align: 'left', first: 2 },
  body: { size: 16, line: LINE, face: 'song', align: 'left', first: 2 },
  salute: { size: 16, line: LINE, face: 'song', align: 'left', first: 0 },
  plain: { size: 12, line: 21, face: 'song', align: 'left', first: 0 },
  note: { size: 10.5, line: 16, face: 'song', align: 'left', first: 0, above: 4 },
};

/** How much closer the characters of a style stand than its size says, in points: 28 of 16 points have to fit in 156 mm. */
export function tighter({ size }: Look): number {
  return size === 16 ? 16 - (156 * MM) / CHARACTERS : 0;
}

/** Size of the text of a table in points where it names none, and the distance of its lines as a share of the size. */
export const [TABLE_SIZE, TABLE_LINE] = [12, 1.35];

/** The proof under a sheet: size and distance of its lines in points. */
export const PROOF = { size: 9, line: 13 } as const;

/** The side of a QR code 二维码 in points: 20 mm for an address, 14 mm for a control code, whose modules are as large for being fewer. */
export function qrSide(text: string): number {
  return (text.length <= SHORT ? 14 : 20) * MM;
}

/** So many capitals, digits and dashes fit into the smallest QR code (ISO/IEC 18004, version 1, M). */
const SHORT = 20;

/** Room between the line of a table and its text in points: at the sides, above and below. */
export const [PAD_X, PAD_Y] = [3.5, 3];
