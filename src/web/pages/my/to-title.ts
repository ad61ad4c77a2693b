/** Gives the focus to the heading of the page 焦点回到标题: what was pressed is no longer there once it is done. */
export function toTitle(): void {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}
