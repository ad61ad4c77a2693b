import type { Unseen } from '#intake/sheets.ts';
import type { Cell } from '#intake/table.ts';
import { decimalText } from '#intake/text/decimal.ts';
import { daySerial } from './serial-day.ts';
import type { Merge, SheetCells } from './sheet-cells.ts';
import { RichText } from './workbook-strings.ts';
import { type CellStyle, percentText } from './workbook-styles.ts';
import { attribute, scanXml, unescapeCell, type XmlListener } from './xml-scan.ts';

/** What the cells of a sheet point to: shared strings, what styles make of numbers, and where day numbers begin. */
export type SheetContext = {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly epoch1904: boolean;
};

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_MERGES = 20_000;

function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

/** Turns what a cell stores into what it says; undefined when it says nothing. */
export function storedCell(
  column: number,
  kind: string,
  style: number,
  stored: string,
  context: SheetContext,
): Cell | undefined {
  if (kind === 's') {
    const shared = context.strings[Number(stored)];
    // A string that is not there: part of the workbook is lost.
    if (shared === undefined) throw new SyntaxError('no such string');
    return textCell(column, shared);
  }
  if (kind === 'b') return stored === '' ? undefined : { column, kind: 'text', text: stored === '1' ? '是' : '否' };
  if (kind === 'e') return { column, kind: 'error', text: stored };
  if (kind === 'd') return { column, kind: 'date', text: stored.slice(0, 10) };
  if (kind === 'str' || kind === 'inlineStr') return textCell(column, unescapeCell(stored));
  const value = Number(stored);
  if (stored.trim() === '') return undefined;
  if (!Number.isFinite(value)) return { column, kind: 'error', text: stored.slice(0, 40) };
  const shown = context.styles[style];
  if (shown === 'percent') return { column, kind: 'text', text: percentText(value) };
  const day = shown === 'day' && value >= 1 ? daySerial(value, context.epoch1904) : undefined;
  return day ? { column, kind: 'date', text: day } : { column, kind: 'number', text: decimalText(value) };
}

/** A formula: no value, and beside it the number that it last came to. */
function formulaCell(column: number, kind: string, stored: string): Cell {
  const result = kind === 'n' && stored.trim() !== '' ? Number(stored) : Number.NaN;
  const cell = { column, kind: 'formula', text: '' } as const;
  return Number.isFinite(result) ? { ...cell, result: decimalText(result) } : cell;
}

function textCell(column: number, text: string): Cell | undefined {
  return text.trim() === '' ? undefined : { column, kind: 'text', text };
}

/** Hears a sheet's XML and hands on its non-empty cells; a formula 公式 is told as such, its cached result kept beside it for comparing alone. */
class SheetListener implements XmlListener {
  wanted = false;
  readonly merges: Merge[] = [];
  readonly #hiddenColumns: (readonly [from: number, to: number])[] = [];
  #hiddenRows = 0;
  #firstHidden = 0;
  #hidden = false;
  readonly #cells: SheetCells;
  readonly #context: SheetContext;
  readonly #rich = new RichText();
  #row = 0;
  #column = 0;
  #tag = '';
  #stored = '';
  #formula = false;
  #inline = false;

  constructor(cells: SheetCells, context: SheetContext) {
    this.#cells = cells;
    this.#context = context;
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.#openCell(tag);
    else if (name === 'row') this.#openRow(tag);
    else if (name === 'v') this.wanted = true;
    else if (name === 'f') this.#formula = true;
    else if (name === 'is') this.#inline = true;
    else if (name === 'col') this.#openColumns(tag);
    else if (name === 'mergeCell') this.#merge(attribute(tag, 'ref') ?? '');
    if (this.#inline) {
      this.#rich.open(name);
      this.wanted = this.#rich.wanted;
    }
  }

  text(text: string): void {
    if (this.#inline) this.#rich.text(text);
    else this.#stored += text;
  }

  close(name: string): void {
    if (this.#inline) {
      this.#rich.close(name);
      this.wanted = this.#rich.wanted;
      if (name === 'is') {
        this.#inline = false;
        this.#stored = this.#rich.take();
      }
    } else if (name === 'v') this.wanted = false;
    else if (name === 'c') this.#closeCell();
  }

  #openRow(tag: string): void {
    const written = attribute(tag, 'r');
    this.#row = written === undefined ? this.#row + 1 : Number(written);
    if (!(Number.isInteger(this.#row) && this.#row >= 1 && this.#row <= LAST_ROW)) throw this.#cells.broken();
    this.#column = 0;
    this.#hidden = isOn(attribute(tag, 'hidden'));
  }

  #openColumns(tag: string): void {
    if (isOn(attribute(tag, 'hidden')))
      this.#hiddenColumns.push([Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))]);
  }

  /** What of the cells that were taken is hidden. */
  get unseen(): Unseen {
    const columns = [...this.#cells.columns].filter((column) =>
      this.#hiddenColumns.some(([from, to]) => from <= column && column <= to),
    );
    return { rows: this.#hiddenRows, first: this.#firstHidden, columns: columns.toSorted((a, b) => a - b) };
  }

  #openCell(tag: string): void {
    const quick = tag.startsWith('c r="') ? tag.slice(5, 9) : attribute(tag, 'r');
    this.#column = quick === undefined ? this.#column + 1 : columnOf(quick);
    if (this.#column < 1 || this.#column > LAST_COLUMN || this.#row === 0) throw this.#cells.broken();
    this.#tag = tag;
    this.#stored = '';
    this.#formula = false;
  }

  #closeCell(): void {
    const column = this.#column;
    if (this.#formula) this.#add(formulaCell(column, attribute(this.#tag, 't') ?? 'n', this.#stored));
    else if (this.#stored !== '') {
      const style = Number(attribute(this.#tag, 's') ?? 0);
      const cell = storedCell(column, attribute(this.#tag, 't') ?? 'n', style, this.#stored, this.#context);
      if (cell) this.#add(cell);
    }
  }

  #add(cell: Cell): void {
    this.#cells.add(this.#row, cell);
    if (!this.#hidden) return;
    this.#hidden = false; // counted
    this.#hiddenRows++;
    this.#firstHidden ||= this.#row;
  }

  #merge(reference: string): void {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
    if (!match || match[1] !== match[3] || this.merges.length >= MOST_MERGES) return;
    this.merges.push({ column: columnOf(match[1] ?? ''), from: Number(match[2]), to: Number(match[4]) });
  }
}

/** Reads a sheet's part into `cells` and gives the cells merged downwards, and what is hidden. @throws SyntaxError, Fault */
export function scanSheet(
  part: Buffer,
  cells: SheetCells,
  context: SheetContext,
): { readonly merges: readonly Merge[]; readonly unseen: Unseen } {
  const listener = new SheetListener(cells, context);
  scanXml(part, listener);
  const { merges, unseen } = listener;
  return { merges, unseen };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
