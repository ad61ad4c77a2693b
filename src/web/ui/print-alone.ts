import { useEffect } from 'react';

/** While its component stands on the page, that is printed alone 单独打印: the sheets ask for this mark, as older browsers cannot ask what a page holds. */
export function usePrintAlone(): void {
  useEffect(() => {
    document.body.classList.add('prints-alone');
    return () => document.body.classList.remove('prints-alone');
  }, []);
}
