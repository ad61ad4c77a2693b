import { POINT, type Points, showPoints } from '#domain/kernel/points.ts';

/** The sheets 纸张 that forms are set on; A3 is A4 enlarged by √2, so that a notice is read from two steps away. */
export type Sheet = 'a4' | 'a4-wide' | 'a3' | 'a3-wide';

/** Where text stands between the sides of its place. */
export type Align = 'left' | 'center' | 'right';

/** One place of a table 单元格. */
export type Cell = {
  readonly text: string;
  /** The number that a spreadsheet keeps where the text only shows it. */
  readonly value?: number;
  /** How many columns it takes; one when not told. */
  readonly span?: number;
  /** It goes on from the place above it: no line between them, its text only once on each page. */
  readonly joined?: boolean;
  readonly bold?: boolean;
  readonly align?: Align;
  /** What stands at the bottom right of a place to be filled by hand: seal and date. */
  readonly foot?: string;
};

/** A row of a table; `lines` is the least height in lines, for what is filled in by hand. */
export type Row = { readonly cells: readonly Cell[]; readonly lines?: number };

/** A column of a table: its share of the width, and where its text stands. */
export type Column = { readonly width: number; readonly align?: Align };

/** A table 表格 whose head stands again on every page. */
export type Table = {
  readonly kind: 'table';
  /** What a spreadsheet calls its page. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  /** Size of its text in points; 12 when not told. */
  readonly size?: number;
};

/** Running text; `first` indents the first line by two characters as letters do, `size` is in points. */
export type Paragraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly style: 'title' | 'under' | 'heading' | 'body' | 'salute' | 'plain' | 'note';
  readonly align?: Align;
  /** Indent from the right in characters, as before the date of a letter. */
  readonly inset?: number;
};

/** The proof 凭证 under a sealed sheet: a QR code with what stands beside it. */
export type Proof = { readonly kind: 'proof'; readonly address?: string; readonly lines: readonly string[] };

/** Empty height in lines. */
export type Space = { readonly kind: 'space'; readonly lines: number };

/** A line to cut along 裁切线. */
export type Cut = { readonly kind: 'cut' };

/** The rest begins on a new page. */
export type Break = { readonly kind: 'break' };

/** A part of a document that stands on a page by itself. */
export type Block = Paragraph | Table | Proof | Space | Cut | Break | Group;

/** Parts that stay on one page. */
export type Group = { readonly kind: 'group'; readonly blocks: readonly Block[] };

/** An official document 公文 before it is written as .docx, .xlsx or PDF. */
export type PaperDocument = {
  /** What the file is called by people, and its title in the file. */
  readonly title: string;
  readonly sheet: Sheet;
  /** What stands small over each page: branch and period on the left, the control code 校验码 on the right. */
  readonly running?: { readonly left: string; readonly right: string };
  /** Whether pages are numbered. */
  readonly numbered: boolean;
  readonly blocks: readonly Block[];
};

/** A place with text. */
export function cell(text: string, more: Omit<Cell, 'text'> = {}): Cell {
  return { text, ...more };
}

/** A place with a label in front of what is filled in. */
export function label(text: string, more: Omit<Cell, 'text'> = {}): Cell {
  return { text, bold: true, align: 'center', ...more };
}

/** A place with points 分值: shown with at most two decimals unless told, kept as a number; empty where there are none. */
export function points(value: Points | undefined, more: Omit<Cell, 'text'> = {}, decimals?: number): Cell {
  if (value === undefined) return { text: '', ...more };
  return { text: showPoints(value, decimals), value: value / POINT, align: 'right', ...more };
}

/** A place with a whole number. */
export function count(value: number | undefined, more: Omit<Cell, 'text'> = {}): Cell {
  return value === undefined ? { text: '', ...more } : { text: String(value), value, align: 'center', ...more };
}

/** A row of places; bare texts are places too. */
export function row(cells: readonly (Cell | string)[], lines?: number): Row {
  const places = cells.map((one) => (typeof one === 'string' ? { text: one } : one));
  return { cells: places, ...(lines !== undefined && { lines }) };
}

/** A row of heads. */
export function heads(texts: readonly string[]): Row {
  return { cells: texts.map((text) => label(text)) };
}

/** A paragraph in a style. */
export function paragraph(
  style: Paragraph['style'],
  text: string,
  more: Omit<Paragraph, 'kind' | 'style' | 'text'> = {},
): Paragraph {
  return { kind: 'paragraph', style, text, ...more };
}
