import type { PaperDocument } from './document.ts';
import { linesOf } from './lines.ts';
import type { Page } from './page.ts';

/** Size of the running head in points on A4. */
export const RUNNING_SIZE = 9;

/** What stands small over each page 页眉, cut on the left where it would run into the control code on the right. */
export function runningHead(
  { running }: Pick<PaperDocument, 'running'>,
  { width, left, right, scale }: Page,
): { readonly left: string; readonly right: string } | undefined {
  if (!running) return undefined;
  const size = RUNNING_SIZE * scale;
  const widthOf = (text: string): number =>
    linesOf(text, Number.POSITIVE_INFINITY, { bold: false, size })[0]?.width ?? 0;
  const room = width - left - right - (running.right === '' ? 0 : widthOf(running.right) + 2 * size);
  if (widthOf(running.left) <= room) return running;
  const kept = [...running.left];
  while (kept.length > 0 && widthOf(`${kept.join('')}…`) > room) kept.pop();
  return { ...running, left: `${kept.join('').trimEnd()}…` };
}
