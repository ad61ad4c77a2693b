import { Fault } from '#intake/fault.ts';
import type { Limits } from '#intake/limits.ts';
import type { Cell, Row } from '#intake/table.ts';

const LONGEST = 32_767;

/** A vertical stretch of one column that shows one value 合并单元格, rows and column counted from 1. */
export type Merge = { readonly column: number; readonly from: number; readonly to: number };

/** Takes the cells of one sheet as they are read and stops at the limits: only cells with something in them count. */
export class SheetCells {
  readonly rows: { number: number; cells: Cell[] }[] = [];
  readonly #columns = new Set<number>();
  readonly #place: { readonly file: string; readonly sheet: string };
  readonly #limits: Limits;
  readonly #budget: Budget;

  constructor(file: string, sheet: string, limits: Limits, budget: Budget) {
    this.#place = { file, sheet };
    this.#limits = limits;
    this.#budget = budget;
  }

  /** Adds a cell to the last row or a later one. @throws Fault intake.too-many-rows, intake.too-many-columns, intake.too-many-cells, intake.workbook-too-heavy, intake.workbook-broken */
  add(number: number, cell: Cell): void {
    let row = this.rows.at(-1);
    if (row?.number !== number) {
      if (row && row.number > number) throw this.broken();
      row = { number, cells: [] };
      this.rows.push(row);
      if (this.rows.length > this.#limits.rows + this.#limits.frame)
        this.#stop('intake.too-many-rows', this.#limits.rows);
    }
    if ((row.cells.at(-1)?.column ?? 0) >= cell.column || cell.text.length > LONGEST) throw this.broken();
    row.cells.push(cell);
    this.#columns.add(cell.column);
    if (this.#columns.size > this.#limits.columns) this.#stop('intake.too-many-columns', this.#limits.columns);
    if (--this.#budget.cells < 0)
      throw new Fault('intake.too-many-cells', { file: this.#place.file }, { most: this.#limits.cells });
    this.#budget.left -= cell.text.length + 24;
    if (this.#budget.left < 0) throw new Fault('intake.workbook-too-heavy', { file: this.#place.file });
  }

  /** Which columns have something in them. */
  get columns(): ReadonlySet<number> {
    return this.#columns;
  }

  /** The fault of a sheet whose rows and cells are not in order. */
  broken(): Fault {
    return new Fault('intake.workbook-broken', { file: this.#place.file });
  }

  #stop(code: 'intake.too-many-rows' | 'intake.too-many-columns', most: number): never {
    throw new Fault(code, this.#place, { most });
  }
}

/** How many characters (and 24 for each cell), and how many cells, a whole workbook may still deliver. */
export type Budget = { left: number; cells: number };

/** Repeats the value of cells merged downwards in the used rows below: a name written once beside its facts counts for each. */
export function fillMerges(rows: readonly Row[], merges: readonly Merge[]): readonly Row[] {
  if (merges.length === 0) return rows;
  const filled = rows.map((row) => ({ number: row.number, cells: [...row.cells] }));
  for (const merge of merges) {
    let at = lowerBound(filled, merge.from);
    const top = filled[at];
    const value = top?.number === merge.from ? top.cells.find((cell) => cell.column === merge.column) : undefined;
    if (!value) continue;
    for (at++; at < filled.length; at++) {
      const row = filled[at];
      if (!row || row.number > merge.to) break;
      const place = row.cells.findIndex((cell) => cell.column >= merge.column);
      if (row.cells[place]?.column !== merge.column) row.cells.splice(place < 0 ? row.cells.length : place, 0, value);
    }
  }
  return filled;
}

function lowerBound(rows: readonly Row[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
