import { edgesOf } from './columns.ts';
import type { Cell, Row, Table } from './document.ts';
import { type Line, linesOf } from './lines.ts';
import { PAD_X, PAD_Y, TABLE_LINE, TABLE_SIZE } from './page.ts';
import { areaOf, draw, type Flow, isFresh, roomOn, textMark, turn } from './pdf-flow.ts';

/** A place of a row as it will be set: where it is and its lines of text. */
type Box = {
  readonly cell: Cell;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly lines: readonly Line[];
  readonly foot?: Line;
};

type Measures = { readonly size: number; readonly line: number; readonly padX: number; readonly padY: number };

/** A part of the page that a place fills, over several rows where they are joined. */
type Region = { box: Box; top: number; bottom: number; lines: readonly Line[] };

type Setting = {
  readonly flow: Flow;
  readonly edges: readonly number[];
  readonly table: Table;
  readonly measures: Measures;
  /** By the left edge: the place that is still open downward. */
  readonly open: Map<number, Region>;
};

function settingOf(flow: Flow, table: Table): Setting {
  const { page } = flow;
  const { scale } = page;
  const size = (table.size ?? TABLE_SIZE) * scale;
  const measures = { size, line: size * TABLE_LINE, padX: PAD_X * scale, padY: PAD_Y * scale };
  return { flow, edges: edgesOf(table, page), table, measures, open: new Map() };
}

/** Height of a head. */
function headOf(setting: Setting, head: readonly (readonly Box[])[]): number {
  const { table } = setting;
  return head.reduce((sum, boxes, at) => sum + heightOf(setting, boxes, table.head[at]?.lines, at === 0), 0);
}

/** Height of the head of a table and its first row, which begin it together. */
export function leastHeight(flow: Flow, table: Table): number {
  const setting = settingOf(flow, table);
  const [first] = table.rows;
  const head = table.head.map((one) => boxesOf(setting, one));
  return headOf(setting, head) + (first ? heightOf(setting, boxesOf(setting, first), first.lines, true) : 0);
}

/** Sets a table over as many pages as it needs, its head on each; under its last row there has to be room for the `tail`. */
export function placeTable(flow: Flow, table: Table, tail = 0): void {
  const { page } = flow;
  const setting = settingOf(flow, table);
  const { measures } = setting;
  const head = table.head.map((one) => boxesOf(setting, one));
  const headHeight = headOf(setting, head);
  const begin = (): void => {
    head.forEach((boxes, at) => {
      placeRow(setting, boxes, table.head[at]?.lines, at === 0);
    });
    flush(setting); // nothing below goes on from a head
  };

  const least = leastHeight(flow, table) + (table.rows.length === 1 ? tail : 0);
  if (least > roomOn(flow) && !isFresh(flow) && least <= areaOf(page)) turn(flow);
  begin();
  let above = new Map<number, Box>();
  let atTop = true;
  for (const [at, one] of table.rows.entries()) {
    let boxes = boxesOf(setting, one).map((box) => heir(box, above));
    let { lines } = one;
    let turned = false;
    above = new Map(boxes.map((box) => [box.x, box]));
    const below = at === table.rows.length - 1 ? tail : 0;
    const whole = heightOf(setting, boxes, lines, true) + below;
    if (below > 0 && !atTop && whole > roomOn(flow) && whole <= areaOf(page) - headHeight) {
      close(setting);
      turn(flow);
      begin();
      atTop = true;
    }
    while (heightOf(setting, boxes, lines, atTop) > roomOn(flow) + 0.01) {
      const long = heightOf(setting, boxes, lines, true) > areaOf(page) - headHeight;
      const fits = Math.floor((roomOn(flow) - 2 * measures.padY) / measures.line);
      if (long && fits > 2) {
        const part = boxes.map(({ cell, x, width, align, lines: all }) => ({
          cell,
          x,
          width,
          align,
          lines: all.slice(0, fits),
        }));
        placeRow(setting, part, fits, atTop);
        boxes = boxes.map((box) => ({ ...box, lines: restOf(box, fits) }));
        lines = lines === undefined ? undefined : Math.max(0, lines - fits);
      } else if (turned) break; // a head so high that a row has no room under it
      close(setting);
      turn(flow);
      begin();
      atTop = true;
      turned = true;
    }
    placeRow(setting, boxes, lines, atTop);
    atTop = false;
  }
  close(setting);
}

/** What of a place goes over to the next page: a label stands there again. */
function restOf({ cell, lines }: Box, fits: number): readonly Line[] {
  return cell.bold && lines.length <= fits ? lines : lines.slice(fits);
}

/** A joined place carries the text of the one it goes on from, in case it comes to stand at the top of a page. */
function heir(box: Box, carried: ReadonlyMap<number, Box>): Box {
  const above = box.cell.joined ? carried.get(box.x) : undefined;
  return above ? { ...box, lines: above.lines, cell: { ...above.cell, joined: true } } : box;
}

function boxesOf({ edges, table, measures: { size, padX } }: Setting, { cells }: Row): Box[] {
  let column = 0;
  return cells.map((one) => {
    const x = edges[column] ?? 0;
    const align = one.align ?? table.columns[column]?.align ?? 'left';
    column += one.span ?? 1;
    const width = (edges[column] ?? x) - x;
    const inner = Math.max(size, width - 2 * padX);
    const lines = one.text === '' ? [] : linesOf(one.text, inner, { bold: one.bold ?? false, size });
    const [foot] = one.foot === undefined ? [] : linesOf(one.foot, Number.POSITIVE_INFINITY, { bold: false, size });
    return { cell: one, x, width, align, lines, ...(foot && { foot }) };
  });
}

/** Height of a row; joined places count only where their text stands anew, at the top of a page. */
function heightOf({ measures: { line, padY } }: Setting, boxes: readonly Box[], least = 1, first = false): number {
  const counts = boxes.map(({ cell, lines, foot }) => (cell.joined && !first ? 1 : lines.length + (foot ? 1.5 : 0)));
  return Math.max(least, 1, ...counts) * line + 2 * padY;
}

function placeRow(setting: Setting, boxes: readonly Box[], least: number | undefined, first: boolean): void {
  const { flow, open } = setting;
  const height = heightOf(setting, boxes, least, first);
  const [top, bottom] = [flow.y, flow.y + height];
  for (const box of boxes) {
    const above = open.get(box.x);
    if (above && box.cell.joined && above.box.width === box.width) {
      above.bottom = bottom;
    } else {
      if (above) fillRegion(setting, above);
      for (const [x, other] of open)
        if (x > box.x && x < box.x + box.width - 0.01) {
          fillRegion(setting, other);
          open.delete(x);
        }
      open.set(box.x, { box, top, bottom, lines: box.lines });
      draw(flow, { kind: 'stroke', from: [box.x, top], to: [box.x + box.width, top] });
    }
    draw(flow, { kind: 'stroke', from: [box.x, top], to: [box.x, bottom] });
  }
  const end = setting.edges.at(-1) ?? 0;
  draw(flow, { kind: 'stroke', from: [end, top], to: [end, bottom] });
  flow.y = bottom;
}

/** Writes the text of all places that are still open downward. */
function flush(setting: Setting): void {
  for (const region of setting.open.values()) fillRegion(setting, region);
  setting.open.clear();
}

/** Ends the table on this page: its lowest line, and the text of what is still open. */
function close(setting: Setting): void {
  const { flow, edges } = setting;
  flush(setting);
  draw(flow, { kind: 'stroke', from: [edges[0] ?? 0, flow.y], to: [edges.at(-1) ?? 0, flow.y] });
}

function fillRegion({ flow, measures }: Setting, { box, top, bottom, lines }: Region): void {
  const { size, line, padX, padY } = measures;
  const place = { x: box.x + padX, width: box.width - 2 * padX, align: box.align };
  const height = lines.length * line;
  const start = box.foot ? top + padY : top + (bottom - top - height) / 2;
  lines.forEach((one, at) => {
    draw(flow, textMark(one, start + (at + 0.5) * line, place, { size }));
  });
  if (box.foot) draw(flow, textMark(box.foot, bottom - padY - line / 2, { ...place, align: 'right' }, { size }));
}
