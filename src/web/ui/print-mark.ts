import { useEffect } from 'react';

/** How the whole page is printed while a component stands on it: that alone, or on the sheets of a register. */
type PrintMark = 'prints-alone' | 'prints-register';

/** Marks the page for its printed sheets 打印标记: older browsers cannot ask what a page holds, and Firefox turns single sheets where only a part of it names them. */
export function usePrintMark(mark: PrintMark): void {
  useEffect(() => {
    document.body.classList.add(mark);
    return () => document.body.classList.remove(mark);
  }, [mark]);
}
