import type { Line } from './lines.ts';
import type { Page } from './page.ts';

/** What is drawn on a page, in points from its top left. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Where the middle of the line is. */
      readonly middle: number;
      readonly size: number;
      readonly line: Line;
      /** Points between characters beside their own width. */
      readonly spread: number;
    }
  | {
      readonly kind: 'stroke';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly dashed?: boolean;
    }
  | { readonly kind: 'qr'; readonly x: number; readonly y: number; readonly side: number; readonly text: string };

/** Where setting has come to 排版进度: the pages so far, the height on the last one, and what closes a page. */
export type Flow = { readonly page: Page; readonly pages: Mark[][]; y: number };

/** An empty flow with its first page. */
export function flowOn(page: Page): Flow {
  return { page, pages: [[]], y: page.top };
}

/** Height that is left on the page. */
export function roomOn({ page, y }: Flow): number {
  return page.height - page.bottom - y;
}

/** Height of a page between its margins. */
export function areaOf({ height, top, bottom }: Page): number {
  return height - top - bottom;
}

/** Goes on at the top of a new page. */
export function turn(flow: Flow): void {
  flow.pages.push([]);
  flow.y = flow.page.top;
}

/** Whether nothing stands on the page yet. */
export function isFresh({ page, y }: Flow): boolean {
  return y <= page.top + 0.01;
}

/** Draws a mark on the last page. */
export function draw(flow: Flow, mark: Mark): void {
  flow.pages.at(-1)?.push(mark);
}

/** Where a place has its text. */
export type Place = { readonly x: number; readonly width: number; readonly align: 'left' | 'center' | 'right' };

/** The mark of one line in its place; a full line of running text is spread to both sides. */
export function textMark(
  line: Line,
  middle: number,
  place: Place,
  look: { readonly size: number; readonly tighter?: number; readonly both?: boolean },
): Mark {
  const { size, tighter = 0, both = false } = look;
  const gap = place.width - line.width;
  const spare = both && !line.last && gap > 0 && gap < size * 2 && line.count > 1 ? gap / (line.count - 1) : 0;
  const share = { left: 0, center: 0.5, right: 1 }[place.align];
  const x = place.x + (spare > 0 ? 0 : Math.max(0, gap) * share);
  return { kind: 'text', x, middle, size, line, spread: spare - tighter };
}
